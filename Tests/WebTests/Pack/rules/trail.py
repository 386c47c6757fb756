def rule(event):
    return event.get("eventName") == "DeleteTrail" and not event.get("errorCode")
