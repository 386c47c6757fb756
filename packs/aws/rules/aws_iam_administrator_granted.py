"""Administrator rights are granted to a user, role or group."""

from fnmatch import fnmatch

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    is_service_event,
    is_success,
    request,
)
from aws_policy_helpers import allows_everything

ATTACHING = ("AttachUserPolicy", "AttachRolePolicy", "AttachGroupPolicy")
INLINE = ("PutUserPolicy", "PutRolePolicy", "PutGroupPolicy")

# The partition differs in China and GovCloud. IAMFullAccess is here because whoever has it can
# give themselves the rest.
ADMINISTRATOR_POLICIES = (
    "arn:aws*:iam::aws:policy/AdministratorAccess",
    "arn:aws*:iam::aws:policy/IAMFullAccess",
)


def rule(event):
    # Identity Center hands out its permission sets with a service-linked role.
    return is_success(event) and grants_administrator(event) and not is_service_event(event)


def grants_administrator(event):
    name = event.get("eventName")
    if name in ATTACHING:
        policy = str(event.deep_get("requestParameters", "policyArn", default=""))
        return any(fnmatch(policy, pattern) for pattern in ADMINISTRATOR_POLICIES)
    if name in INLINE:
        return allows_everything(event.deep_get("requestParameters", "policyDocument"))
    return False


def grantee(event):
    for kind in ("user", "role", "group"):
        name = request(event).get(f"{kind}Name")
        if name:
            return f"{kind} {name}"
    return "an unknown identity"


def severity(event):
    # A user keeps the rights until somebody takes them away; roles are assumed for hours.
    return "HIGH" if "User" in str(event.get("eventName")) else "DEFAULT"


def title(event):
    return f"{actor(event)} gave administrator rights to {grantee(event)}"


def dedup(event):
    return f"{account_id(event)}:{grantee(event)}"


def alert_context(event):
    context = aws_context(event)
    context["grantee"] = grantee(event)
    context["policy"] = event.deep_get(
        "requestParameters",
        "policyArn",
        default=event.deep_get("requestParameters", "policyName"),
    )
    return context
