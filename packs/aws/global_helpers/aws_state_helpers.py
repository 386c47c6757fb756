"""State that rules keep between events, in the string sets of the detection cache.

The rules share a pattern:

    seen = string_set(get_string_set(key, force_ttl_check=True))
    if len(seen) < ENOUGH:
        seen = string_set(add_to_string_set(key, values, epoch_seconds=HOUR_SECONDS))
    return len(seen) >= ENOUGH

- A set lives for an hour after the last addition, so "less than an hour apart" is what it tells.
- Nothing is added once there is enough: the size of a set is bounded by its threshold and one
  event, and a set that has served its purpose runs out.
- The cache returns sets that have run out but are not yet removed, unless told to check.
- The rules call the cache themselves, since unit tests can replace functions only there.
"""

import json

from aws_cloudtrail_helpers import account_id, actor

HOUR_SECONDS = 3600


def state_key(name, event):
    """The key under which a rule keeps what one identity did in one account."""
    return f"{name}:{account_id(event)}:{actor(event)}"


def string_set(value):
    """A string set read from the cache, as a set that may be changed.

    Unit tests replace the cache functions by mocks, which can only answer with text: there the
    set is written as a JSON list.
    """
    if isinstance(value, str):
        value = json.loads(value)
    return {str(item) for item in value}
