"""A certificate authority is trusted to hand out AWS credentials.

Whoever holds the key of that authority can make certificates, and with them sessions, for as long
as the anchor stands. AWS sees only valid certificates.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success


def rule(event):
    return (
        event.get("eventSource") == "rolesanywhere.amazonaws.com"
        and event.get("eventName") == "CreateTrustAnchor"
        and is_success(event)
    )


def is_own_certificate(event):
    """True if the authority is a certificate brought along, not one run by AWS Private CA."""
    data = event.deep_get("requestParameters", "source", "sourceData", "x509CertificateData")
    return data is not None


def severity(event):
    return "HIGH" if is_own_certificate(event) else "DEFAULT"


def title(event):
    anchor = event.deep_get("requestParameters", "name", default="without a name")
    return f"{actor(event)} created trust anchor {anchor} in account {account_id(event)}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}"


def alert_context(event):
    context = aws_context(event)
    context["trust_anchor"] = event.deep_get("requestParameters", "name")
    context["own_certificate"] = is_own_certificate(event)
    return context
