"""A database snapshot is shared with another account or made public."""

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    in_words,
    is_success,
    outside_accounts,
    strings,
)

SHARE_CALLS = ("ModifyDBSnapshotAttribute", "ModifyDBClusterSnapshotAttribute")


def rule(event):
    return (
        event.get("eventName") in SHARE_CALLS
        and event.deep_get("requestParameters", "attributeName") == "restore"
        and is_success(event)
        and bool(receivers(event))
    )


def receivers(event):
    added = strings(event.deep_get("requestParameters", "valuesToAdd"))
    return outside_accounts(added, event)


def snapshot_name(event):
    # CloudTrail keeps the capital B in the middle of "dB", which is how the API model spells it.
    return (
        event.deep_get("requestParameters", "dBSnapshotIdentifier")
        or event.deep_get("requestParameters", "dBClusterSnapshotIdentifier")
        or "a snapshot"
    )


def severity(event):
    return "CRITICAL" if "all" in receivers(event) else "DEFAULT"


def title(event):
    return (
        f"{actor(event)} shared database snapshot {snapshot_name(event)} "
        f"with {in_words(receivers(event))}"
    )


def dedup(event):
    return f"{account_id(event)}:{snapshot_name(event)}"


def alert_context(event):
    context = aws_context(event)
    context["snapshot"] = snapshot_name(event)
    context["shared_with"] = receivers(event)
    return context
