"""One identity reads the start-up scripts (user data) of several instances."""

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    is_service_event,
    is_success,
    strings,
)
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.EC2.UserDataSweep"

# Infrastructure tools read this attribute when they refresh the few instances they own.
INSTANCES_SUSPICIOUS = 10


def rule(event):
    if event.get("eventName") != "DescribeInstanceAttribute":
        return False
    if event.deep_get("requestParameters", "attribute") != "userData" or is_service_event(event):
        return False
    instance = strings(event.deep_get("requestParameters", "instanceId"))
    if not instance:
        return False

    key = state_key(RULE_ID, event)
    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < INSTANCES_SUSPICIOUS:
        seen = string_set(add_to_string_set(key, instance, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= INSTANCES_SUSPICIOUS


def title(event):
    verb = "read" if is_success(event) else "tried to read"
    return (
        f"{actor(event)} {verb} the user data of {INSTANCES_SUSPICIOUS} or more instances "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["instance_id"] = event.deep_get("requestParameters", "instanceId")
    context["errorCode"] = event.get("errorCode")
    return context
