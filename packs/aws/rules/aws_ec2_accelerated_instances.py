"""Many accelerated or very large instances are requested at once.

Stolen access is turned into money by mining on the biggest instances the account can get. The
attempts that run into a quota or a missing permission are counted: they often come first.
"""

import re

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, mappings

# GPU, inference and training families, and the 16xlarge-and-up sizes of any family.
ACCELERATED = re.compile(r"^(?:p\d|g\d|gr\d|inf\d|trn\d|dl\d|vt\d|f\d)[a-z-]*\.")
HUGE = re.compile(r"\.(?:metal(?:-\d+xl)?|(?:1[6-9]|[2-9]\d|\d{3})xlarge)$")

# One GPU instance is a workstation or a training job.
COUNT_SUSPICIOUS = 3


def rule(event):
    if event.get("eventName") != "RunInstances":
        return False
    kind = instance_type(event)
    if not ACCELERATED.match(kind) and not HUGE.search(kind):
        return False
    return requested_count(event) >= COUNT_SUSPICIOUS


def instance_type(event):
    return str(event.deep_get("requestParameters", "instanceType", default=""))


def requested_count(event):
    sets = mappings(event.deep_get("requestParameters", "instancesSet"))
    counts = [entry.get("maxCount") for entry in sets]
    return sum(count for count in counts if isinstance(count, int))


def severity(event):
    return "HIGH" if is_success(event) else "DEFAULT"


def title(event):
    verb = "launched" if is_success(event) else "tried to launch"
    return (
        f"{actor(event)} {verb} {requested_count(event)} {instance_type(event)} instances "
        f"in {event.get('awsRegion', 'an unknown region')}"
    )


def dedup(event):
    return f"{account_id(event)}:{actor(event)}:{is_success(event)}"


def alert_context(event):
    context = aws_context(event)
    context["instance_type"] = instance_type(event)
    context["count"] = requested_count(event)
    context["errorCode"] = event.get("errorCode")
    return context
