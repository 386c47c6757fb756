"""The root user changes something.

Root cannot be limited by any policy of the account. The few tasks that need it are known in
advance, so every change made by root is worth a look.
"""

from aws_cloudtrail_helpers import account_id, aws_context, is_service_event, is_success


def rule(event):
    return (
        event.deep_get("userIdentity", "type") == "Root"
        # Services act under the root identity of an account without root signing in.
        and not event.deep_get("userIdentity", "invokedBy")
        and not is_service_event(event)
        # Looking around in the console produces hundreds of reads.
        and event.get("readOnly") is not True
    )


def severity(event):
    lasting = ("CreateAccessKey", "CreateLoginProfile", "UpdateLoginProfile", "DeactivateMFADevice")
    if event.get("eventName") in lasting and is_success(event):
        return "CRITICAL"
    return "DEFAULT"


def title(event):
    return f"Root of account {account_id(event)} called {event.get('eventName', 'an API')}"


def dedup(event):
    return f"{account_id(event)}:{event.get('eventName')}"


def alert_context(event):
    return aws_context(event)
