"""The start-up script of an existing instance is replaced.

EC2 accepts this only while the instance is stopped, and runs the new script as root at the next
boot. Deployments replace instances instead of scripts.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success


def rule(event):
    return (
        event.get("eventName") == "ModifyInstanceAttribute"
        # CloudTrail hides the script itself, but not that one was sent.
        and event.deep_get("requestParameters", "userData") is not None
        and is_success(event)
    )


def title(event):
    instance = event.deep_get("requestParameters", "instanceId", default="an instance")
    return f"{actor(event)} replaced the start-up script of {instance}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["instance_id"] = event.deep_get("requestParameters", "instanceId")
    return context
