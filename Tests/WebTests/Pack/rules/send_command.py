def rule(event):
    return event.get("eventSource") == "ssm.amazonaws.com" and event.get("eventName") == "SendCommand"


def title(event):
    return f"A command from {event.get('sourceIPAddress')}"
