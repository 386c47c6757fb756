"""Methods of the CloudTrail data model, for fields that no single path gives."""

from aws_cloudtrail_helpers import actor_name


def get_actor_user(event):
    """Who acted; never empty."""
    return actor_name(event.get("userIdentity"))


def get_event_type(event):
    """The kind of event across log types, or None for one that has no common name."""
    name = event.get("eventName")
    if name == "ConsoleLogin":
        outcome = event.deep_get("responseElements", "ConsoleLogin")
        return "successful_login" if outcome == "Success" else "failed_login"
    if event.get("errorCode"):
        return None
    return {
        "CreateUser": "user_account_created",
        "DeleteUser": "user_account_deleted",
        "DeactivateMFADevice": "mfa_disabled",
    }.get(str(name))


def get_mfa_used(event):
    """True or False where CloudTrail says so, for console sign-ins and for sessions; else None."""
    answer = event.deep_get("additionalEventData", "MFAUsed")
    if answer is not None:
        return answer == "Yes"
    answer = event.deep_get("userIdentity", "sessionContext", "attributes", "mfaAuthenticated")
    # The value is text in most events and a boolean in some.
    return None if answer is None else str(answer).lower() == "true"
