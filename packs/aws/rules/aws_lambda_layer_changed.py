"""The layers of a function are changed.

A layer runs inside the function with its role and sees every event, while the code of the
function stays as it was reviewed.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, strings


def rule(event):
    return (
        str(event.get("eventName")).startswith("UpdateFunctionConfiguration")
        and event.get("eventSource") == "lambda.amazonaws.com"
        and is_success(event)
        and len(layers(event)) > 0
    )


def layers(event):
    return strings(event.deep_get("requestParameters", "layers"))


def foreign_layers(event):
    """Layers published by another account."""
    return [layer for layer in layers(event) if owner(layer) != account_id(event)]


def owner(layer):
    """The account in `arn:aws:lambda:region:ACCOUNT:layer:name:version`; empty if not an ARN."""
    parts = layer.split(":")
    return parts[4] if len(parts) > 4 else ""


def function_name(event):
    name = str(event.deep_get("requestParameters", "functionName", default="a function"))
    return name.split(":")[-1]


def severity(event):
    return "MEDIUM" if foreign_layers(event) else "DEFAULT"


def title(event):
    whose = "layers of another account" if foreign_layers(event) else "layers"
    return f"{actor(event)} put {whose} into function {function_name(event)}"


def dedup(event):
    return f"{account_id(event)}:{function_name(event)}"


def alert_context(event):
    context = aws_context(event)
    context["function"] = function_name(event)
    context["layers"] = layers(event)
    context["foreign_layers"] = foreign_layers(event)
    return context
