"""DNS query logging of the Route 53 resolver is removed."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_denied, is_success

REMOVING_CALLS = {
    "DeleteResolverQueryLogConfig": "deleted a DNS query logging configuration",
    "DisassociateResolverQueryLogConfig": "took a VPC out of DNS query logging",
}


def rule(event):
    if str(event.get("eventName")) not in REMOVING_CALLS:
        return False
    # A denied attempt is news; a wrong id is not.
    return is_success(event) or is_denied(event)


def severity(event):
    return "LOW" if is_denied(event) else "DEFAULT"


def title(event):
    action = REMOVING_CALLS.get(str(event.get("eventName")), "changed DNS query logging")
    outcome = " (denied)" if is_denied(event) else ""
    return f"{actor(event)} {action} in account {account_id(event)}{outcome}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["config_id"] = event.deep_get("requestParameters", "resolverQueryLogConfigId")
    context["vpc_id"] = event.deep_get("requestParameters", "resourceId")
    return context
