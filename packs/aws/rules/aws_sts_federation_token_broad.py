"""A federation token without limits is made from an access key.

The token outlives the key: deleting the key, or the user's password, leaves it valid for up to 36
hours. Programs that need such tokens give them a narrow policy.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success
from aws_policy_helpers import allows_everything


def rule(event):
    return (
        event.get("eventName") == "GetFederationToken"
        and is_success(event)
        and allows_everything(event.deep_get("requestParameters", "policy"))
    )


def title(event):
    name = event.deep_get("requestParameters", "name", default="an unnamed session")
    return f"{actor(event)} made an unlimited federation token named {name}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["session_name"] = event.deep_get("requestParameters", "name")
    context["new_access_key"] = event.deep_get("responseElements", "credentials", "accessKeyId")
    context["expiration"] = event.deep_get("responseElements", "credentials", "expiration")
    return context
