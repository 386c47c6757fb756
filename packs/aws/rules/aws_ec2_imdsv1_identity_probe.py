"""Instance credentials delivered by the old metadata service ask who they are.

Version 1 of the metadata service answers any plain request, so server-side request forgery can
read it, and GetCallerIdentity is the first call made with credentials found by luck. Current
SDKs and agents use version 2, which is why the two together are uncommon.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_service_event


def rule(event):
    return (
        event.get("eventName") == "GetCallerIdentity"
        and event.deep_get("userIdentity", "sessionContext", "ec2RoleDelivery") == "1.0"
        and not is_service_event(event)
    )


def title(event):
    return f"Credentials from IMDSv1 asked for their identity: {actor(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["accessKeyId"] = event.deep_get("userIdentity", "accessKeyId")
    return context
