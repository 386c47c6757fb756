"""A CloudTrail trail is deleted."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success


def rule(event):
    # Attempts count: an attacker tries before looking at the permissions.
    return (
        event.get("eventSource") == "cloudtrail.amazonaws.com"
        and event.get("eventName") == "DeleteTrail"
    )


def severity(event):
    return "DEFAULT" if is_success(event) else "MEDIUM"


def title(event):
    verb = "deleted" if is_success(event) else "tried to delete"
    trail = event.deep_get("requestParameters", "name", default="a trail")
    return f"{actor(event)} {verb} CloudTrail trail {trail}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}:{is_success(event)}"


def alert_context(event):
    context = aws_context(event)
    context["trail"] = event.deep_get("requestParameters", "name")
    context["errorCode"] = event.get("errorCode")
    return context
