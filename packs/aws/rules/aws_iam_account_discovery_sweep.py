"""One identity asks many broad questions about the account within an hour.

Each call is harmless. A program that asks who the users are, what the organization looks like,
where the buckets are and whether it is being watched is drawing a map.
"""

import re

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_service_event
from aws_state_helpers import HOUR_SECONDS, state_key, string_set
from panther_detection_helpers.caching import add_to_string_set

RULE_ID = "Margay.AWS.IAM.AccountDiscoverySweep"

# Questions about the account as a whole. Questions about one user or one bucket are asked by
# infrastructure tools all day.
BROAD_CALLS = (
    "DescribeOrganization",
    "DescribeTrails",
    "GenerateCredentialReport",
    "GetAccountAuthorizationDetails",
    "GetAccountPasswordPolicy",
    "GetAccountSummary",
    "GetCallerIdentity",
    "GetCredentialReport",
    "GetRegionOptStatus",
    "ListAccountAliases",
    "ListAccounts",
    "ListBuckets",
    "ListDetectors",
    "ListGroups",
    "ListHostedZones",
    "ListOpenIDConnectProviders",
    "ListPolicies",
    "ListRoles",
    "ListSAMLProviders",
    "ListSecrets",
    "ListUsers",
)

KINDS_SUSPICIOUS = 5

# Opening the console asks such questions to fill its pages.
CONSOLE_AGENT = re.compile(r"^\[?(?:AWS Internal|Mozilla/|\w+ ?Console|AWSCloudTrail)")


def rule(event):
    name = event.get("eventName")
    if name not in BROAD_CALLS or is_service_event(event):
        return False
    if CONSOLE_AGENT.match(str(event.get("userAgent"))):
        return False
    kinds = add_to_string_set(state_key(RULE_ID, event), name, epoch_seconds=HOUR_SECONDS)
    return len(string_set(kinds)) >= KINDS_SUSPICIOUS


def title(event):
    return f"{actor(event)} is mapping account {account_id(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    return aws_context(event)
