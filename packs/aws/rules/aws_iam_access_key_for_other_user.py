"""An access key is created for a user by somebody else.

The new key works until it is deleted, whatever happens to the credentials of its creator.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_other_user, is_success


def rule(event):
    return (
        event.get("eventName") == "CreateAccessKey" and is_success(event) and is_other_user(event)
    )


def title(event):
    user = event.deep_get("requestParameters", "userName", default="a user")
    return f"{actor(event)} created an access key for {user}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'userName')}"


def alert_context(event):
    context = aws_context(event)
    context["user"] = event.deep_get("requestParameters", "userName")
    context["new_access_key"] = event.deep_get("responseElements", "accessKey", "accessKeyId")
    return context
