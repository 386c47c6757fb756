"""Within an hour a user is created, given credentials and made administrator.

Each step has its ordinary reasons. All three for one user, by one identity, is how a back door
is built.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set

RULE_ID = "Margay.AWS.IAM.UserCreatedAndArmed"

STEPS = {
    "CreateUser": "user",
    "CreateAccessKey": "credentials",
    "CreateLoginProfile": "credentials",
    "AttachUserPolicy": "rights",
    "PutUserPolicy": "rights",
    "AddUserToGroup": "rights",
}


def rule(event):
    step = STEPS.get(str(event.get("eventName")))
    user = event.deep_get("requestParameters", "userName")
    if step is None or not user or not is_success(event):
        return False
    # CloudTrail delivers events out of order, so the steps are a set and not a sequence.
    key = f"{state_key(RULE_ID, event)}:{user}"
    steps = string_set(add_to_string_set(key, step, epoch_seconds=HOUR_SECONDS))
    return steps.issuperset({"user", "credentials", "rights"})


def title(event):
    user = event.deep_get("requestParameters", "userName", default="a user")
    return f"{actor(event)} created user {user} with credentials and rights within an hour"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'userName')}"


def alert_context(event):
    context = aws_context(event)
    context["user"] = event.deep_get("requestParameters", "userName")
    context["policy"] = event.deep_get("requestParameters", "policyArn")
    return context
