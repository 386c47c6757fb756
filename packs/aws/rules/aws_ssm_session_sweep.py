"""One identity opens Session Manager shells on several instances within an hour."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_long_term_key, strings
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.SSM.SessionSweep"

# People debug one or two hosts at a time; a third within the hour is worth a question.
TARGETS_SUSPICIOUS = 3


def rule(event):
    if event.get("eventName") != "StartSession" or event.get("eventSource") != "ssm.amazonaws.com":
        return False
    target = strings(event.deep_get("requestParameters", "target"))
    if not target:
        return False

    key = state_key(RULE_ID, event)
    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < TARGETS_SUSPICIOUS:
        seen = string_set(add_to_string_set(key, target, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= TARGETS_SUSPICIOUS


def severity(event):
    # A key that never expires opening shells is how stolen keys are used; people use SSO roles.
    return "HIGH" if is_long_term_key(event) else "DEFAULT"


def title(event):
    return (
        f"{actor(event)} opened Session Manager shells on {TARGETS_SUSPICIOUS} or more instances "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["target"] = event.deep_get("requestParameters", "target")
    context["document"] = event.deep_get("requestParameters", "documentName")
    return context
