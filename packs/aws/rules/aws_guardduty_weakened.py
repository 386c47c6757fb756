"""GuardDuty is switched off, cut off from its administrator, or told to ignore addresses."""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_denied, is_success

# Calls that weaken by their nature. Creating a suppression filter or a trusted list is daily work
# in some teams and the best hiding place in others; they alert with a lower severity.
SWITCHING_OFF = (
    "DeleteDetector",
    "DeleteMembers",
    "DisableOrganizationAdminAccount",
    "DisassociateFromAdministratorAccount",
    "DisassociateFromMasterAccount",
    "DisassociateMembers",
    "StopMonitoringMembers",
)
HIDING = ("CreateFilter", "CreateIPSet")


def rule(event):
    if event.get("eventSource") != "guardduty.amazonaws.com":
        return False
    if not is_success(event) and not is_denied(event):
        return False
    name = event.get("eventName")
    if name == "UpdateDetector":
        return event.deep_get("requestParameters", "enable") is False
    if name == "CreateFilter":
        # A filter without ARCHIVE only sorts the console.
        return event.deep_get("requestParameters", "action") == "ARCHIVE"
    return name in SWITCHING_OFF or name in HIDING


def severity(event):
    if is_denied(event) or event.get("eventName") in HIDING:
        return "MEDIUM"
    return "DEFAULT"


def title(event):
    outcome = " (denied)" if is_denied(event) else ""
    return (
        f"{actor(event)} weakened GuardDuty with {event.get('eventName')} "
        f"in account {account_id(event)}{outcome}"
    )


def dedup(event):
    return f"{account_id(event)}:{event.get('eventName')}"


def alert_context(event):
    context = aws_context(event)
    context["detector_id"] = event.deep_get("requestParameters", "detectorId")
    return context
