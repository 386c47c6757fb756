"""The code of a function is replaced by an IAM user or root.

Pipelines deploy with roles. A user who uploads code to a running function is working by hand, or
is not who the key says.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success


def rule(event):
    return (
        str(event.get("eventName")).startswith("UpdateFunctionCode")
        and event.get("eventSource") == "lambda.amazonaws.com"
        and event.deep_get("userIdentity", "type") in ("IAMUser", "Root")
        and event.deep_get("requestParameters", "dryRun") is not True
        and is_success(event)
    )


def function_name(event):
    name = str(event.deep_get("requestParameters", "functionName", default="a function"))
    return name.split(":")[-1]


def title(event):
    return f"{actor(event)} replaced the code of function {function_name(event)}"


def dedup(event):
    return f"{account_id(event)}:{function_name(event)}"


def alert_context(event):
    context = aws_context(event)
    context["function"] = function_name(event)
    context["function_role"] = event.deep_get("responseElements", "role")
    context["code_sha256"] = event.deep_get("responseElements", "codeSha256")
    return context
