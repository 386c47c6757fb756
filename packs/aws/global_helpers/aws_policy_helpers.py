"""Reading AWS policy documents as CloudTrail delivers them: text, URL-encoded text, or objects."""

import json
import re
from collections.abc import Mapping
from urllib.parse import unquote

from aws_cloudtrail_helpers import mappings, strings

# Condition keys that tie a statement to known callers. With one of them a principal of "*" is a
# common and safe way to write "everybody in my organization".
CONFINING_KEYS = {
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceorgid",
    "aws:sourcevpc",
    "aws:sourcevpce",
}

# The account inside an ARN of IAM or STS, or an account id written alone.
ACCOUNT_PATTERN = re.compile(r"^(?:arn:[a-z-]+:(?:iam|sts)::)?(\d{12})(?::.*)?$")


def parse_policy(document):
    """The policy as a mapping; empty if it is missing or not a JSON object."""
    if isinstance(document, Mapping):
        return document
    if not isinstance(document, str):
        return {}
    # IAM's own answers carry the document URL-encoded, its requests do not.
    text = unquote(document) if document.lstrip().startswith("%7B") else document
    try:
        parsed = json.loads(text)
    except ValueError:
        return {}
    return parsed if isinstance(parsed, Mapping) else {}


def allow_statements(document):
    """The statements of the policy that allow something. One statement may stand without a list."""
    statements = mappings(parse_policy(document).get("Statement"))
    return [statement for statement in statements if statement.get("Effect") == "Allow"]


def condition_keys(statement):
    """The keys a statement's conditions look at, in lower case: IAM does not mind their case."""
    conditions = statement.get("Condition")
    if not isinstance(conditions, Mapping):
        return set()
    return {
        key.lower()
        for operands in conditions.values()
        if isinstance(operands, Mapping)
        for key in operands
    }


def is_confined(statement):
    """True if a condition of the statement limits who may use it."""
    return not CONFINING_KEYS.isdisjoint(condition_keys(statement))


def aws_principals(statement):
    """The accounts, users and roles a statement names; services and identity providers are not.

    To allow everybody but some is to allow everybody.
    """
    if statement.get("NotPrincipal"):
        return ["*"]
    principal = statement.get("Principal")
    if isinstance(principal, Mapping):
        return strings(principal.get("AWS"))
    return strings(principal)


def outside_principals(document, account):
    """The principals outside the account that the policy lets in, sorted.

    `*` counts unless a condition of its statement confines it. A principal that names no account
    (a CloudFront origin identity, the id of a deleted user) does not count.
    """
    found = set()
    for statement in allow_statements(document):
        for principal in aws_principals(statement):
            if principal == "*":
                if not is_confined(statement):
                    found.add(principal)
                continue
            match = ACCOUNT_PATTERN.match(principal)
            if match and match.group(1) != account:
                found.add(principal)
    return sorted(found)


def allows_everything(document):
    """True if a statement allows all actions on all resources."""
    return any(
        not {"*", "*:*"}.isdisjoint(strings(statement.get("Action")))
        and "*" in strings(statement.get("Resource"))
        for statement in allow_statements(document)
    )
