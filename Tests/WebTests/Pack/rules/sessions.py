from panther_detection_helpers.caching import increment_counter

NAMES = {"SendCommand", "StartSession"}


def rule(event):
    if event.get("eventName") not in NAMES:
        return False
    return increment_counter(event.get("recipientAccountId"), 1) > 5
