"""Access to foundation models is bought or unlocked for the account.

Stolen cloud access is resold as model access. The models have to be unlocked first, which an
organization does once, from its own pipeline.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_long_term_key, is_success

UNLOCKING_CALLS = (
    "CreateFoundationModelAgreement",
    "PutFoundationModelEntitlement",
    "PutUseCaseForModelAccess",
)


def rule(event):
    return (
        event.get("eventSource") == "bedrock.amazonaws.com"
        and event.get("eventName") in UNLOCKING_CALLS
        and is_success(event)
    )


def severity(event):
    return "HIGH" if is_long_term_key(event) else "DEFAULT"


def title(event):
    return f"{actor(event)} unlocked Bedrock models in account {account_id(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["model_id"] = event.deep_get("requestParameters", "modelId")
    return context
