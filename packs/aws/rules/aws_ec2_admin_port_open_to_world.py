"""A security group lets the whole Internet reach SSH, RDP or WinRM."""

from aws_cloudtrail_helpers import (
    account_id,
    actor,
    aws_context,
    is_success,
    mappings,
    request,
    strings,
)
from aws_network_helpers import admin_services, is_world, permission_blocks


def rule(event):
    return (
        event.get("eventName") == "AuthorizeSecurityGroupIngress"
        and is_success(event)
        and bool(exposed(event))
    )


def exposed(event):
    """Names of the services opened to the world, sorted."""
    services = set()
    for permission in mappings(request(event).get("ipPermissions")):
        if any(is_world(block) for block in permission_blocks(permission)):
            services.update(admin_services(permission))
    # The older form of the call has one rule in flat fields.
    if any(is_world(block) for block in strings(request(event).get("cidrIp"))):
        services.update(admin_services(request(event)))
    return sorted(services)


def title(event):
    group = event.deep_get("requestParameters", "groupId", default="a security group")
    return f"{actor(event)} opened {', '.join(exposed(event))} to the Internet in {group}"


def dedup(event):
    return f"{account_id(event)}:{event.deep_get('requestParameters', 'groupId')}"


def alert_context(event):
    context = aws_context(event)
    context["security_group"] = event.deep_get("requestParameters", "groupId")
    context["services"] = exposed(event)
    return context
