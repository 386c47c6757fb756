"""What the rules of this pack ask of a CloudTrail event.

CloudTrail leaves fields out, sets them to null or changes their shape between API versions, so
every function here answers for any value: a missing or odd field is never an exception. That is
also why fields are looked up in tuples rather than sets: an object or a list in the place of a
name is simply not in a tuple, but raises for a set.
"""

from collections.abc import Mapping, Sequence

# Copied into every alert: enough to say who did what, from where, without opening the event.
CONTEXT_FIELDS = (
    "eventName",
    "eventSource",
    "awsRegion",
    "recipientAccountId",
    "sourceIPAddress",
    "userAgent",
    "userIdentity",
)

# Services spell "you may not" in different ways; EC2 alone prefixes its codes with "Client.".
DENIED_CODES = (
    "AccessDenied",
    "AccessDeniedException",
    "Client.UnauthorizedOperation",
    "NotAuthorized",
    "UnauthorizedOperation",
)


def aws_context(event):
    """The alert context all rules share. A rule adds its own keys to the returned dictionary."""
    context = {field: event.get(field) for field in CONTEXT_FIELDS}
    context["actor_user"] = actor(event)
    return context


def actor(event):
    """Who acted, in words a responder knows: the data model's `actor_user`.

    The fallback serves deployments that have switched this pack's data model off.
    """
    return event.udm("actor_user") or actor_name(event.get("userIdentity"))


def actor_name(identity):
    """The name of a `userIdentity` element; `unknown` rather than an empty answer.

    An assumed role is named `role/session`: the role alone is shared by many people, the session
    alone may be chosen by whoever assumes the role.
    """
    if not isinstance(identity, Mapping):
        return "unknown"
    kind = identity.get("type")
    arn = identity.get("arn")
    if kind == "Root":
        return "root"
    if kind in ("AssumedRole", "FederatedUser") and isinstance(arn, str) and "/" in arn:
        return arn.split("/", 1)[1]
    if kind == "IdentityCenterUser":
        delegate = identity.get("onBehalfOf")
        if isinstance(delegate, Mapping) and delegate.get("userId"):
            return str(delegate.get("userId"))
    for field in ("userName", "invokedBy", "principalId", "accountId"):
        if identity.get(field):
            return str(identity.get(field))
    return "unknown"


def account_id(event):
    """The account the call was made in. Falls back to the caller's own account."""
    return (
        event.get("recipientAccountId")
        or event.deep_get("userIdentity", "accountId")
        or "unknown account"
    )


def is_success(event):
    """False if CloudTrail recorded an error for the call."""
    return not event.get("errorCode") and not event.get("errorMessage")


def is_denied(event):
    """True if the call failed for want of permission, rather than for a wrong parameter."""
    return event.get("errorCode") in DENIED_CODES


def is_service_event(event):
    """True if AWS itself acted: a service principal, or a role linked to a service.

    A call that a service forwards for a caller (CloudFormation, the console) keeps the caller's
    identity and is not counted here: an attacker can use CloudFormation too.
    """
    if event.get("eventType") == "AwsServiceEvent":
        return True
    if event.deep_get("userIdentity", "type") == "AWSService":
        return True
    issuer = event.deep_get("userIdentity", "sessionContext", "sessionIssuer", "arn", default="")
    return isinstance(issuer, str) and ":role/aws-service-role/" in issuer


def is_long_term_key(event):
    """True if the call was signed with an access key that does not expire (`AKIA…`)."""
    key = event.deep_get("userIdentity", "accessKeyId", default="")
    return isinstance(key, str) and key.startswith("AKIA")


def is_other_user(event):
    """True if an IAM call names a user who is not the caller.

    IAM takes the caller for the user when `userName` is left out.
    """
    target = event.deep_get("requestParameters", "userName")
    if not target:
        return False
    if event.deep_get("userIdentity", "type") != "IAMUser":
        return True
    return target != event.deep_get("userIdentity", "userName")


def request(event):
    """The request parameters, as a mapping; empty if there are none."""
    parameters = event.get("requestParameters")
    return parameters if isinstance(parameters, Mapping) else {}


def strings(value):
    """The strings in a field that may hold one, several or none.

    >>> strings("a"), strings(["a", 1, "b"]), strings(None)
    (['a'], ['a', 'b'], [])
    """
    if isinstance(value, str):
        return [value]
    if isinstance(value, Sequence):
        return [item for item in value if isinstance(item, str)]
    return []


def mappings(value):
    """The objects in a field that may hold one, several or none.

    EC2 wraps its lists as `{"items": […]}`; that wrapping is taken off.
    """
    if isinstance(value, Mapping) and "items" in value:
        value = value.get("items")
    if isinstance(value, Mapping):
        return [value]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [item for item in value if isinstance(item, Mapping)]
    return []


def in_words(receivers):
    """Accounts and principals for a title; `*` and `all` are how AWS says everybody."""
    return ", ".join("everybody" if name in ("*", "all") else name for name in receivers)


def outside_accounts(accounts, event):
    """Those of the account ids (or `all`) that are not the account of the event, sorted."""
    return sorted({account for account in accounts if account != account_id(event)})
