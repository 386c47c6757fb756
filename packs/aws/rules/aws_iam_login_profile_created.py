"""A user who had only keys is given a console password by somebody else."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_other_user, is_success


def rule(event):
    return (
        event.get("eventName") == "CreateLoginProfile"
        and is_success(event)
        and is_other_user(event)
    )


def severity(event):
    # An administrator who sets up a colleague makes them choose their own password.
    kept = event.deep_get("requestParameters", "passwordResetRequired") is not True
    return "DEFAULT" if kept else "LOW"


def title(event):
    user = event.deep_get("requestParameters", "userName", default="a user")
    return f"{actor(event)} gave user {user} a console password"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'userName')}"


def alert_context(event):
    context = aws_context(event)
    context["user"] = event.deep_get("requestParameters", "userName")
    return context
