"""One identity reads many different secrets within an hour."""

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

RULE_ID = "Margay.AWS.SecretsManager.SecretSweep"

SECRETS_SUSPICIOUS = 10


def rule(event):
    if event.get("eventName") != "GetSecretValue" or is_service_event(event):
        return False
    secret = strings(event.deep_get("requestParameters", "secretId"))
    # A denied read is left to the rules on denials: only what left the vault is counted here.
    if not secret or not is_success(event):
        return False

    key = state_key(RULE_ID, event)
    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < SECRETS_SUSPICIOUS:
        seen = string_set(add_to_string_set(key, secret, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= SECRETS_SUSPICIOUS


def title(event):
    return (
        f"{actor(event)} read {SECRETS_SUSPICIOUS} or more secrets "
        f"in account {account_id(event)}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["secret"] = event.deep_get("requestParameters", "secretId")
    return context
