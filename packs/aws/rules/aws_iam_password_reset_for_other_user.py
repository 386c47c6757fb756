"""The console password of a user is replaced by somebody else.

Whoever may do this may sign in as that user, with rights they were never given themselves.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_other_user, is_success


def rule(event):
    return (
        event.get("eventName") == "UpdateLoginProfile"
        and is_success(event)
        and is_other_user(event)
    )


def severity(event):
    forced = event.deep_get("requestParameters", "passwordResetRequired") is True
    return "LOW" if forced else "DEFAULT"


def title(event):
    user = event.deep_get("requestParameters", "userName", default="a user")
    return f"{actor(event)} replaced the console password of {user}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'userName')}"


def alert_context(event):
    context = aws_context(event)
    context["user"] = event.deep_get("requestParameters", "userName")
    return context
