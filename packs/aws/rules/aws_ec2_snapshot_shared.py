"""A disk snapshot is shared with another account or made public."""

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
        event.get("eventName") == "ModifySnapshotAttribute"
        and is_success(event)
        and len(receivers(event)) > 0
    )


def receivers(event):
    """Accounts, or `all` (the public), that were added, sorted."""
    added = mappings(event.deep_get("requestParameters", "createVolumePermission", "add"))
    names = [entry.get("userId") or entry.get("group") for entry in added]
    return outside_accounts([name for name in names if isinstance(name, str)], event)


def severity(event):
    return "CRITICAL" if "all" in receivers(event) else "DEFAULT"


def title(event):
    snapshot = event.deep_get("requestParameters", "snapshotId", default="a snapshot")
    return f"{actor(event)} shared {snapshot} with {in_words(receivers(event))}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'snapshotId')}"


def alert_context(event):
    context = aws_context(event)
    context["snapshot_id"] = event.deep_get("requestParameters", "snapshotId")
    context["shared_with"] = receivers(event)
    return context
