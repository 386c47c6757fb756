"""A trail is told to leave out management events, or part of them.

The trail stays on and looks healthy in every inventory, but the calls that matter are gone.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success, mappings, strings


def rule(event):
    return (
        event.get("eventName") == "PutEventSelectors"
        and is_success(event)
        and bool(omissions(event))
    )


def omissions(event):
    """What the new selectors leave out, in words."""
    request = event.get("requestParameters") or {}
    basic = mappings(request.get("eventSelectors"))
    if basic:
        return basic_omissions(basic)
    advanced = mappings(request.get("advancedEventSelectors"))
    if advanced and not any(selects_management(selector) for selector in advanced):
        return ["management events"]
    return []


def basic_omissions(selectors):
    found = []
    if not any(selector.get("includeManagementEvents") for selector in selectors):
        found.append("management events")
    # One selector for reads and one for writes together still record everything.
    kinds = {selector.get("readWriteType", "All") for selector in selectors}
    if "All" not in kinds and kinds != {"ReadOnly", "WriteOnly"}:
        found.append("reads" if kinds == {"WriteOnly"} else "writes")
    for selector in selectors:
        found.extend(strings(selector.get("excludeManagementEventSources")))
    return found


def selects_management(selector):
    return any(
        field.get("field") == "eventCategory" and "Management" in strings(field.get("equals"))
        for field in mappings(selector.get("fieldSelectors"))
    )


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
