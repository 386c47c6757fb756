"""A function may be invoked by another account, or by everybody."""

import json

from aws_cloudtrail_helpers import account_id, actor, aws_context, in_words, is_success
from aws_policy_helpers import outside_principals


def rule(event):
    # The name of the call carries the date of the API version.
    return (
        str(event.get("eventName")).startswith("AddPermission")
        and event.get("eventSource") == "lambda.amazonaws.com"
        and is_success(event)
        and bool(outsiders(event))
    )


def outsiders(event):
    """Judged by the statement Lambda made of the request; by the request if there is none."""
    text = event.deep_get("responseElements", "statement")
    try:
        statement = json.loads(text)
    except (TypeError, ValueError):
        principal = event.deep_get("requestParameters", "principal")
        statement = {"Effect": "Allow", "Principal": {"AWS": principal}}
    return outside_principals({"Statement": [statement]}, account_id(event))


def function_name(event):
    name = str(event.deep_get("requestParameters", "functionName", default="a function"))
    return name.split(":")[-1]


def severity(event):
    return "HIGH" if "*" in outsiders(event) else "DEFAULT"


def title(event):
    return f"{actor(event)} let {in_words(outsiders(event))} invoke function {function_name(event)}"


def dedup(event):
    return f"{account_id(event)}:{function_name(event)}"


def alert_context(event):
    context = aws_context(event)
    context["function"] = function_name(event)
    context["outside_principals"] = outsiders(event)
    return context
