"""One identity decrypts many Parameter Store secrets within an hour."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_service_event, strings
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.SSM.ParameterSweep"

# An application reads its own handful of parameters at start; this many is a collection.
PARAMETERS_SUSPICIOUS = 20

READ_CALLS = ("GetParameter", "GetParameters")


def rule(event):
    if event.get("eventSource") != "ssm.amazonaws.com" or event.get("eventName") not in READ_CALLS:
        return False
    if event.deep_get("requestParameters", "withDecryption") is not True:
        return False
    if is_service_event(event):
        return False
    names = parameter_names(event)
    if not names:
        return False

    key = state_key(RULE_ID, event)
    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < PARAMETERS_SUSPICIOUS:
        seen = string_set(add_to_string_set(key, names, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= PARAMETERS_SUSPICIOUS


def parameter_names(event):
    return strings(event.deep_get("requestParameters", "name")) + strings(
        event.deep_get("requestParameters", "names")
    )


def title(event):
    return (
        f"{actor(event)} decrypted {PARAMETERS_SUSPICIOUS} or more SSM parameters "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["parameters"] = parameter_names(event)
    return context
