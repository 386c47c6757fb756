"""VPC flow logs are deleted, which blinds network monitoring."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_denied, is_success, mappings


def rule(event):
    if event.get("eventName") != "DeleteFlowLogs":
        return False
    # A denied attempt is news; a wrong id is not.
    return is_success(event) or is_denied(event)


def flow_logs(event):
    """Identifiers of the flow logs in the request. EC2 keeps the form of its XML here."""
    request = event.deep_get("requestParameters", "DeleteFlowLogsRequest", "FlowLogId")
    return [entry.get("content") for entry in mappings(request)]


def severity(event):
    return "DEFAULT" if is_success(event) else "LOW"


def title(event):
    verb = "deleted" if is_success(event) else "was denied deleting"
    return f"{actor(event)} {verb} VPC flow logs in account {account_id(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}:{is_success(event)}"


def alert_context(event):
    context = aws_context(event)
    context["flow_logs"] = flow_logs(event)
    return context
