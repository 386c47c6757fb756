def rule(event):
    return event.get("action") == "archive"


def title(event):
    return f"Archived by {event.get('actor')}"
