"""An IAM user or root signs in to the console without a second factor.

Federated sign-ins are left out: their second factor is the identity provider's business, and
CloudTrail reports them all as signed in without one.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context

PASSWORD_IDENTITIES = ("IAMUser", "Root")


def rule(event):
    return (
        event.get("eventName") == "ConsoleLogin"
        and event.deep_get("responseElements", "ConsoleLogin") == "Success"
        and event.deep_get("userIdentity", "type") in PASSWORD_IDENTITIES
        and event.deep_get("additionalEventData", "MFAUsed") == "No"
    )


def severity(event):
    return "CRITICAL" if event.deep_get("userIdentity", "type") == "Root" else "DEFAULT"


def title(event):
    return f"{actor(event)} signed in to account {account_id(event)} without MFA"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["login_to"] = event.deep_get("additionalEventData", "LoginTo")
    return context
