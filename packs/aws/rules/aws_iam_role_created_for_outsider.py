"""A new role may be assumed from outside the account."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, in_words, is_success
from aws_policy_helpers import allow_statements, condition_keys, outside_principals


def rule(event):
    return event.get("eventName") == "CreateRole" and is_success(event) and bool(outsiders(event))


def trust_policy(event):
    return event.deep_get("requestParameters", "assumeRolePolicyDocument")


def outsiders(event):
    return outside_principals(trust_policy(event), account_id(event))


def has_external_id(event):
    """True if every statement asks for an external id, as products that are set up properly do."""
    statements = allow_statements(trust_policy(event))
    return all("sts:externalid" in condition_keys(statement) for statement in statements)


def severity(event):
    if "*" in outsiders(event):
        return "CRITICAL"
    return "LOW" if has_external_id(event) else "DEFAULT"


def title(event):
    role = event.deep_get("requestParameters", "roleName", default="a role")
    return f"{actor(event)} created role {role} for {in_words(outsiders(event))}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'roleName')}"


def alert_context(event):
    context = aws_context(event)
    context["role"] = event.deep_get("requestParameters", "roleName")
    context["outside_principals"] = outsiders(event)
    return context
