"""A lifecycle rule deletes the objects of a bucket within days.

Nobody has to delete anything: S3 does it, quietly, and the deletions are not in CloudTrail. Used
on the bucket of a trail it erases the evidence, on any other bucket the data.
"""

import re

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, mappings

LIFECYCLE_CALLS = ("PutBucketLifecycle", "PutBucketLifecycleConfiguration")

# Objects meant to be temporary usually live for a week or longer.
DAYS_SUSPICIOUS = 3

LOG_BUCKET = re.compile(r"trail|audit|log|forensic|evidence|backup", re.IGNORECASE)

# Prefixes that say the objects are temporary.
SCRATCH_PREFIX = re.compile(r"^/?(?:tmp|temp|cache|scratch|staging)", re.IGNORECASE)


def rule(event):
    return (
        event.get("eventName") in LIFECYCLE_CALLS and is_success(event) and bool(short_lived(event))
    )


def short_lived(event):
    """The names of the rules that delete within days, sorted."""
    rules = mappings(event.deep_get("requestParameters", "LifecycleConfiguration", "Rule"))
    return sorted({str(entry.get("ID", "unnamed")) for entry in rules if deletes_soon(entry)})


def deletes_soon(entry):
    if entry.get("Status") != "Enabled" or SCRATCH_PREFIX.search(prefix(entry)):
        return False
    expirations = mappings(entry.get("Expiration"))
    try:
        return any(int(item.get("Days")) <= DAYS_SUSPICIOUS for item in expirations)
    except (TypeError, ValueError):
        # A rule may expire at a date, or only remove markers; then there are no days.
        return False


def prefix(entry):
    filters = mappings(entry.get("Filter"))
    found = filters[0].get("Prefix") if filters else entry.get("Prefix")
    return str(found or "")


def severity(event):
    bucket = str(event.deep_get("requestParameters", "bucketName", default=""))
    return "HIGH" if LOG_BUCKET.search(bucket) else "DEFAULT"


def title(event):
    bucket = event.deep_get("requestParameters", "bucketName", default="a bucket")
    return f"{actor(event)} made the objects of {bucket} expire within {DAYS_SUSPICIOUS} days"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'bucketName')}"


def alert_context(event):
    context = aws_context(event)
    context["bucket"] = event.deep_get("requestParameters", "bucketName")
    context["lifecycle_rules"] = short_lived(event)
    return context
