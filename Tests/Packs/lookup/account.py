def rule(event):
    owner = event.deep_get("p_enrichment", "owners", "account", default={})
    return owner.get("team") == "prod" and owner.get("p_match") == event.get("account")


def title(event):
    row = event.lookup("owners", event.get("account"))
    return f"Tell {row.get('contact')}; nobody knows {event.lookup('owners', 'x')} nor {event.lookup('x', 'y')}"
