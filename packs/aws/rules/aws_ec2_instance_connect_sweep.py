"""One identity pushes SSH keys to several instances within an hour."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, strings
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.EC2.InstanceConnectSweep"

INSTANCES_SUSPICIOUS = 3


def rule(event):
    if event.get("eventName") != "SendSSHPublicKey" or not is_success(event):
        return False
    instance = strings(event.deep_get("requestParameters", "instanceId"))
    if not instance:
        return False

    key = state_key(RULE_ID, event)
    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < INSTANCES_SUSPICIOUS:
        seen = string_set(add_to_string_set(key, instance, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= INSTANCES_SUSPICIOUS


def severity(event):
    # The same access as root leaves nothing to escalate to.
    user = event.deep_get("requestParameters", "instanceOSUser")
    return "HIGH" if user == "root" else "DEFAULT"


def title(event):
    return (
        f"{actor(event)} pushed SSH keys to {INSTANCES_SUSPICIOUS} or more instances "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["instance_id"] = event.deep_get("requestParameters", "instanceId")
    context["os_user"] = event.deep_get("requestParameters", "instanceOSUser")
    context["ssh_public_key"] = event.deep_get("requestParameters", "sSHPublicKey")
    return context
