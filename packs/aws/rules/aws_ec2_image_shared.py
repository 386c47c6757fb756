"""A machine image is shared with another account or made public."""

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    in_words,
    is_success,
    mappings,
    outside_accounts,
)


def rule(event):
    return (
        event.get("eventName") == "ModifyImageAttribute"
        and is_success(event)
        and bool(receivers(event))
    )


def receivers(event):
    """Accounts, organizations or `all` (the public) that were added, sorted."""
    added = mappings(event.deep_get("requestParameters", "launchPermission", "add"))
    names = [
        entry.get("userId")
        or entry.get("group")
        or entry.get("organizationArn")
        or entry.get("organizationalUnitArn")
        for entry in added
    ]
    return outside_accounts([name for name in names if isinstance(name, str)], event)


def severity(event):
    return "HIGH" if "all" in receivers(event) else "DEFAULT"


def title(event):
    image = event.deep_get("requestParameters", "imageId", default="an image")
    return f"{actor(event)} shared {image} with {in_words(receivers(event))}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'imageId')}"


def alert_context(event):
    context = aws_context(event)
    context["image_id"] = event.deep_get("requestParameters", "imageId")
    context["shared_with"] = receivers(event)
    return context
