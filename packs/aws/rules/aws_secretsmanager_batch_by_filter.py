"""Secrets are fetched in a batch chosen by a filter instead of by name.

An application knows the names of its secrets and lists them in `secretIdList`. Only somebody who
does not know what is there asks for "everything tagged like this".
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_denied, mappings, strings


def rule(event):
    return event.get("eventName") == "BatchGetSecretValue" and bool(filters(event))


def filters(event):
    return mappings(event.deep_get("requestParameters", "filters"))


def severity(event):
    return "LOW" if is_denied(event) else "DEFAULT"


def title(event):
    return f"{actor(event)} fetched secrets by filter in account {account_id(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["filters"] = [
        f"{entry.get('key')}={','.join(strings(entry.get('values')))}" for entry in filters(event)
    ]
    return context
