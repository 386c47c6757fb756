"""A bucket policy lets another account, or everybody, in."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, in_words, is_success
from aws_policy_helpers import outside_principals


def rule(event):
    return (
        event.get("eventName") == "PutBucketPolicy" and is_success(event) and bool(outsiders(event))
    )


def outsiders(event):
    policy = event.deep_get("requestParameters", "bucketPolicy")
    return outside_principals(policy, account_id(event))


def severity(event):
    return "HIGH" if "*" in outsiders(event) else "DEFAULT"


def title(event):
    bucket = event.deep_get("requestParameters", "bucketName", default="a bucket")
    return f"{actor(event)} opened bucket {bucket} to {in_words(outsiders(event))}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'bucketName')}"


def alert_context(event):
    context = aws_context(event)
    context["bucket"] = event.deep_get("requestParameters", "bucketName")
    context["outside_principals"] = outsiders(event)
    return context
