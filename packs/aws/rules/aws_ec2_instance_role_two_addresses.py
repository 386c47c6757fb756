"""The role of one EC2 instance is used from a second address.

The credentials an instance gets from its metadata service are meant for that instance. The same
session seen from another address within the hour means they were carried away.
"""

import re

from aws_cloudtrail_helpers import account_id, aws_context, is_service_event
from aws_state_helpers import HOUR_SECONDS, string_set
from panther_detection_helpers.caching import add_to_string_set, get_string_set

RULE_ID = "Margay.AWS.EC2.InstanceRoleTwoAddresses"

# EC2 names the session of an instance's role after the instance.
INSTANCE_SESSION = re.compile(r":assumed-role/([^/]+)/(i-[0-9a-fA-F]{8,17})$")

# What stands in the field instead of an address, if a service makes the call.
SERVICE_ADDRESS = re.compile(r"\.amazonaws\.com$|^AWS Internal$")


def rule(event):
    session = instance_session(event)
    address = event.get("sourceIPAddress")
    if session is None or not isinstance(address, str) or SERVICE_ADDRESS.search(address):
        return False
    # Calls through a VPC endpoint show the private address of the instance, the others its public
    # one: two addresses, one place.
    if event.get("vpcEndpointId") or is_service_event(event):
        return False

    key = f"{RULE_ID}:{account_id(event)}:{session.group(2)}"
    addresses = string_set(get_string_set(key, force_ttl_check=True))
    if len(addresses) < 2:
        addresses = string_set(add_to_string_set(key, address, epoch_seconds=HOUR_SECONDS))
    return len(addresses) >= 2


def instance_session(event):
    arn = event.deep_get("userIdentity", "arn", default="")
    return INSTANCE_SESSION.search(arn) if isinstance(arn, str) else None


def title(event):
    session = instance_session(event)
    role, instance = session.groups() if session else ("unknown role", "unknown instance")
    return f"Credentials of instance {instance} (role {role}) are used from a second address"


def dedup(event):
    session = instance_session(event)
    return f"{account_id(event)}:{session.group(2)}" if session else account_id(event)


def alert_context(event):
    context = aws_context(event)
    session = instance_session(event)
    context["instance_id"] = session.group(2) if session else None
    context["imds_version"] = event.deep_get("userIdentity", "sessionContext", "ec2RoleDelivery")
    return context
