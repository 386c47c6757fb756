"""A trail is told to leave out management events, or part of them.

The trail stays on and looks healthy in every inventory, but the calls that matter are gone.
"""

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    is_success,
    mappings,
    request,
    strings,
)


def rule(event):
    return (
        event.get("eventName") == "PutEventSelectors"
        and is_success(event)
        and bool(omissions(event))
    )


def omissions(event):
    """What the new selectors leave out, in words."""
    basic = mappings(request(event).get("eventSelectors"))
    if basic:
        return basic_omissions(basic)
    advanced = mappings(request(event).get("advancedEventSelectors"))
    return advanced_omissions(advanced) if advanced else []


def basic_omissions(selectors):
    found = []
    if not any(selector.get("includeManagementEvents") for selector in selectors):
        found.append("management events")
    # One selector for reads and one for writes together still record everything.
    kinds = {str(selector.get("readWriteType", "All")) for selector in selectors}
    if "All" not in kinds and kinds != {"ReadOnly", "WriteOnly"}:
        found.append("reads" if kinds == {"WriteOnly"} else "writes")
    for selector in selectors:
        found.extend(strings(selector.get("excludeManagementEventSources")))
    return found


def advanced_omissions(selectors):
    management = [selector for selector in selectors if selects_management(selector)]
    if not management:
        return ["management events"]
    # An event is recorded if any selector takes it, so the widest one counts.
    return min([restrictions(selector) for selector in management], key=len)


def selects_management(selector):
    return any(
        field.get("field") == "eventCategory" and "Management" in strings(field.get("equals"))
        for field in mappings(selector.get("fieldSelectors"))
    )


def restrictions(selector):
    """What the selector leaves out of the management events."""
    found = []
    for field in mappings(selector.get("fieldSelectors")):
        name = field.get("field")
        if name == "eventSource" and field.get("notEquals"):
            found.extend(strings(field.get("notEquals")))
        elif name != "eventCategory":
            found.append(f"events by {name}")
    return found


def severity(event):
    # Leaving out the two loud services that AWS offers to leave out is a question of cost.
    cheap = {"kms.amazonaws.com", "rdsdata.amazonaws.com"}
    return "LOW" if cheap.issuperset(omissions(event)) else "DEFAULT"


def title(event):
    trail = event.deep_get("requestParameters", "trailName", default="a trail")
    return f"{actor(event)} made {trail} leave out {', '.join(omissions(event))}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'trailName')}"


def alert_context(event):
    context = aws_context(event)
    context["trail"] = event.deep_get("requestParameters", "trailName")
    context["omitted"] = omissions(event)
    return context
