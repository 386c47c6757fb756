"""One identity asks for the Windows administrator passwords of several instances.

Requests without permission count: an attacker who tries every instance is denied on most.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, strings
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.EC2.PasswordDataSweep"

INSTANCES_SUSPICIOUS = 3


def rule(event):
    if event.get("eventName") != "GetPasswordData":
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
    return "HIGH" if is_success(event) else "DEFAULT"


def title(event):
    outcome = "retrieved" if is_success(event) else "was refused"
    return (
        f"{actor(event)} {outcome} the Windows passwords of {INSTANCES_SUSPICIOUS} or more "
        f"instances in account {account_id(event)}"
    )


def dedup(event):
    # The outcome changes the severity, so a first success must not hide behind earlier refusals.
    return f"{account_id(event)}:{actor(event)}:{is_success(event)}"


def alert_context(event):
    context = aws_context(event)
    context["instance_id"] = event.deep_get("requestParameters", "instanceId")
    context["errorCode"] = event.get("errorCode")
    return context
