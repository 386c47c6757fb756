"""One identity sends Systems Manager commands to several instances within an hour.

A call may name many instances, or a script may go through them one by one; so the instances each
identity has commanded are remembered between events. A failed call counts like any other: trying
many instances says as much about the caller as reaching them.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, strings
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import get_string_set, put_string_set

RULE_ID = "AWS.SSM.DistributedCommand"

# Up to this many instances are everyday administration.
INSTANCES_TOLERATED = 2


def rule(event):
    if event.get("eventName") != "SendCommand":
        return False
    commanded = strings(event.deep_get("requestParameters", "instanceIds"))
    if not commanded:
        return False

    key = state_key(RULE_ID, event)
    instance_ids = string_set(get_string_set(key, force_ttl_check=True))
    if len(instance_ids) <= INSTANCES_TOLERATED:
        instance_ids.update(commanded)
        put_string_set(key, sorted(instance_ids), epoch_seconds=HOUR_SECONDS)
    return len(instance_ids) > INSTANCES_TOLERATED


def title(event):
    return (
        f"{actor(event)} sent commands to more than {INSTANCES_TOLERATED} EC2 instances "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    return aws_context(event)
