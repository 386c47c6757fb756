"""An account tries to leave its organization.

Outside the organization no service control policy, organization trail or delegated security
account reaches it any more. Nobody does this twice in the life of an account.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success


def rule(event):
    return event.get("eventName") == "LeaveOrganization"


def severity(event):
    return "CRITICAL" if is_success(event) else "DEFAULT"


def title(event):
    verb = "left" if is_success(event) else "was refused leaving"
    return f"Account {account_id(event)} {verb} its organization, called by {actor(event)}"


def dedup(event):
    return f"{account_id(event)}:{is_success(event)}"


def alert_context(event):
    context = aws_context(event)
    context["errorCode"] = event.get("errorCode")
    context["errorMessage"] = event.get("errorMessage")
    return context
