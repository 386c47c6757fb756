"""The trust policy of an existing role is changed to let outsiders assume it."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, in_words, is_success
from aws_policy_helpers import outside_principals


def rule(event):
    return (
        event.get("eventName") == "UpdateAssumeRolePolicy"
        and is_success(event)
        and bool(outsiders(event))
    )


def outsiders(event):
    policy = event.deep_get("requestParameters", "policyDocument")
    return outside_principals(policy, account_id(event))


def severity(event):
    return "CRITICAL" if "*" in outsiders(event) else "DEFAULT"


def title(event):
    role = event.deep_get("requestParameters", "roleName", default="a role")
    return f"{actor(event)} let {in_words(outsiders(event))} assume role {role}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'roleName')}"


def alert_context(event):
    context = aws_context(event)
    context["role"] = event.deep_get("requestParameters", "roleName")
    context["outside_principals"] = outsiders(event)
    return context
