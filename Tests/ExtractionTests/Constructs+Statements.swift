extension Constructs {
    /// Statements, functions and modules.
    static let statements: [Construct] = [
        Construct(
            "guards",
            """
            def rule(event):
                if event.get("a") != "x":
                    return False
                if event.get("b") == "y" or event.get("c"):
                    return False
                return event.get("d") == 1
            """
        ),
        Construct(
            "a name that may raise is asked once",
            """
            def rule(event):
                word = event["a"]["b"]
                return any("p-" + x == word for x in ("1", "2")) or any(word == x for x in ("3", "4"))
            """
        ),
        Construct(
            "the loop's own name",
            """
            def rule(event):
                return any(x == "1" for x in ("1", "2")) and any(x == event.get("a") for x in ("3", "4"))
            """
        ),
        Construct(
            "early True",
            """
            def rule(event):
                if event.get("a") == "x":
                    return True
                return event.get("b") == "y"
            """
        ),
        Construct(
            "elif and else",
            """
            def rule(event):
                if event.get("a") == "x":
                    limit = 3
                elif event.get("a") == "y":
                    limit = 5
                else:
                    return False
                return event.get("n", 0) > limit
            """
        ),
        Construct(
            "a branch that may fall through",
            """
            def rule(event):
                if event.get("a") == "x":
                    if event.get("b"):
                        return True
                return event.get("c") == 1 and event.get("d") == 2 and event.get("e") == 3
            """
        ),
        Construct(
            "no return is an error",
            """
            def rule(event):
                if event.get("a") == "x":
                    return True
            """
        ),
        Construct(
            "an error stands where it happens",
            """
            def rule(event):
                name = event.get("a").lower()
                if event.get("b") != "y":
                    return False
                return name == "x"
            """
        ),
        Construct(
            "a value that cannot raise needs no check",
            """
            def rule(event):
                name = event.deep_get("a", "b", default="")
                if event.get("b") != "y":
                    return False
                return name == "x"
            """
        ),
        Construct(
            "walrus",
            """
            def rule(event):
                if (name := event.get("a")) and name != "x":
                    return name == "y"
                return False
            """
        ),
        Construct(
            "match",
            """
            def rule(event):
                match event.get("a"):
                    case "x" | "y":
                        return True
                    case "z":
                        return event.get("b") == 1
                    case _:
                        return False
            """
        ),
        Construct(
            "constants of the module",
            """
            import re
            NAMES = {"x", "y"}
            MORE = NAMES | {"z"}
            LOWER = [name.lower() for name in ("A", "B")]
            LIMITS = {"x": 1, "y": 2}
            PATTERN = re.compile("^a+$", re.IGNORECASE)

            def rule(event):
                if event.get("b") in LOWER and event.get("a") in MORE:
                    return True
                if event.get("c") in LIMITS and event.get("n", 0) > LIMITS[event.get("c")]:
                    return True
                return bool(PATTERN.search(event.get("d", "")))
            """
        ),
        Construct(
            "own helpers",
            """
            def is_bad(event, names, key="a"):
                if not event.get(key):
                    return False
                return event.get(key) in names

            def rule(event):
                return is_bad(event, ["x"]) or is_bad(event, ["y"], key="b")
            """
        ),
        Construct(
            "a helper that gives a value",
            """
            def actor(event):
                if event.get("type") == "root":
                    return "root"
                return event.get("name")

            def rule(event):
                return actor(event) == "root"
            """
        ),
        Construct(
            "reduce and lambda",
            """
            from collections.abc import Mapping
            from functools import reduce

            def look(value, *keys, default=None):
                out = reduce(lambda d, k: d.get(k, default) if isinstance(d, Mapping) else default, keys, value)
                if out is None:
                    return default
                return out

            def rule(event):
                return look(event, "a", "b", "c", default="none") == "x"
            """
        ),
        Construct(
            "loop over constants",
            """
            def rule(event):
                for word in ("x", "y"):
                    if word in event.get("a", ""):
                        return True
                return False
            """
        ),
        Construct(
            "loop with break and else",
            """
            def rule(event):
                for word in ("x", "y"):
                    if event.get("a") == word:
                        break
                else:
                    return False
                return event.get("b") == word
            """
        ),
        Construct(
            "loop with continue",
            """
            def rule(event):
                for key in ("a", "b"):
                    if not event.get(key):
                        continue
                    if event.get(key) == "x":
                        return True
                return False
            """
        ),
        Construct(
            "search in a list of the event",
            """
            def rule(event):
                for item in event.get("l", []):
                    if item.get("k") == "x" and item.get("g") is True:
                        return True
                return False
            """
        ),
        Construct(
            "search for what must not be there",
            """
            def rule(event):
                for item in event.get("l") or []:
                    if item in ("x", "y"):
                        return False
                return True
            """
        ),
        Construct(
            "search with a flag",
            """
            def rule(event):
                found = False
                for item in event.get("l", []):
                    if item == "x":
                        found = True
                return found and event.get("a") == "y"
            """
        ),
        Construct(
            "search with a flag and break",
            """
            def rule(event):
                found = False
                for item in event.get("l", []):
                    if item.get("k") == "x":
                        found = True
                        break
                return found
            """
        ),
        Construct(
            "lists and dicts of its own",
            """
            def rule(event):
                found = []
                if event.get("a") == "x":
                    found.append("a")
                context = {"b": event.get("b")}
                context["c"] = 1
                context.update({"d": event.get("d")})
                return bool(found) and context.get("b") == context["c"] and context.get("z") is None
            """
        ),
        Construct(
            "regular expressions and globs",
            """
            import re
            from fnmatch import fnmatch

            def rule(event):
                if re.match(r"^ab", event.get("a", "")) is not None:
                    return fnmatch(event.get("b", ""), "x*")
                return len(re.findall("c+", event.get("c", ""))) > 0
            """
        ),
        Construct(
            "addresses",
            """
            import ipaddress

            def rule(event):
                try:
                    address = ipaddress.ip_address(event.get("ip"))
                except ValueError:
                    return False
                return address.is_global and address not in ipaddress.ip_network("8.8.8.0/24")
            """
        ),
        Construct(
            "text that is JSON",
            """
            import json

            def rule(event):
                policy = event.deep_get("request", "policy")
                if not policy:
                    return False
                return json.loads(policy)["Version"] == "x"
            """
        ),
        Construct(
            "try that cannot raise",
            """
            def rule(event):
                try:
                    return event.get("a") == "x"
                except Exception:
                    return False
            """
        ),
        Construct(
            "a global that each match writes",
            """
            FOUND = None

            def rule(event):
                global FOUND
                FOUND = event.get("a")
                return FOUND == "x"

            def title(event):
                return f"found {FOUND}"
            """
        ),
        Construct(
            "a global that stays as it is",
            """
            from unittest.mock import MagicMock
            NAMES = ["x"]

            def rule(event):
                global NAMES
                if isinstance(NAMES, MagicMock):
                    NAMES = NAMES()
                return event.get("a") in NAMES
            """
        ),
        Construct(
            "alternatives alike, with a test between them that may raise",
            """
            def rule(event):
                for word in ("x", "y"):
                    if event.get("b") == "y" and event.get("a") == word:
                        return True
                    if event.get("c").lower() == word:
                        return True
                return False
            """
        ),
        Construct(
            "alternatives alike, with one between them that cannot hold where they do",
            """
            def rule(event):
                for word in ("x", "y"):
                    if event.get("b") == "y" and event.get("a") == word:
                        return True
                    if event.get("b") == "z" and event.get("c").lower() == word:
                        return True
                return False
            """
        ),
        Construct(
            "alternatives alike, with one between them that raises nothing they do not",
            """
            def rule(event):
                for word in ("x", "y"):
                    if event["b"] == "y" and event["a"] == word:
                        return True
                    if event["a"] == word and event["b"] == "z" and event.get("c") != word:
                        return True
                return False
            """
        ),
        Construct(
            "alternatives alike, each with a test of its own that may raise",
            """
            def rule(event):
                for word in ("x", "y"):
                    if event.get("b") == "y" and (event.get("a") == word or event.get("c").lower() == "z"):
                        return True
                return False
            """
        ),
        Construct(
            "members that are asked for and not used",
            """
            def rule(event):
                found = event.get("a").items()
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a copy that is made and not used",
            """
            def rule(event):
                found = event.get("a").copy()
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an address that is asked for its truth",
            """
            import ipaddress

            def rule(event):
                return bool(ipaddress.ip_address(event.get("ip"))) and event.get("b") == "y"
            """
        ),
        Construct(
            "an address that is made and not used",
            """
            import ipaddress

            def rule(event):
                found = ipaddress.ip_address(event.get("ip"))
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a pattern that is none",
            """
            import re

            def rule(event):
                found = re.compile("(")
                return event.get("b") == "y"
            """
        ),
    ]

    /// A variable `v` with more values than are followed, `first` among them, and what comes after.
    private static func manyValues(_ first: String, _ rest: String) -> String {
        let values = (0..<50).map { "    if event.get('k\($0)'):\n        v = event.get('v\($0)')\n" }.joined()
        return "def rule(event):\n    v = \(first)\n\(values)\(rest)"
    }

    /// What cannot be said.
    static let opaque: [Construct] = [
        Construct(
            "a name that is one of many texts, or cannot be said",
            """
            def rule(event):
                word = event.get("a", f"p-{event.get('b')}{event.get('e')}")
                return any(word == "p-" + x for x in ("1", "2", "2", "3")) and event.get("c") == "d"
            """
        ),
        .returning(
            "a made text behind what is known of it",
            #"f"u-{event.get('a')}".startswith("u-x") and event.get("b") == "y""#
        ),
        Construct(
            "a counter between events",
            """
            COUNT = 0

            def rule(event):
                global COUNT
                if event.get("a") != "x":
                    return False
                COUNT += 1
                return COUNT > 3
            """
        ),
        Construct(
            "a container that keeps",
            """
            SEEN = set()

            def rule(event):
                if event.get("a") != "x":
                    return False
                SEEN.add("y")
                return len(SEEN) > 3
            """
        ),
        Construct(
            "a global that a later title may find old",
            """
            FOUND = None

            def rule(event):
                global FOUND
                if event.get("a") == "x":
                    FOUND = event.get("b")
                return event.get("c") == "y"

            def title(event):
                return f"found {FOUND}"
            """
        ),
        Construct(
            "cache",
            """
            from panther_detection_helpers.caching import get_string_set

            def rule(event):
                if event.get("a") != "x":
                    return False
                return len(get_string_set(event.get("b"))) > 2
            """
        ),
        Construct(
            "clock",
            """
            import datetime

            def rule(event):
                return event.get("a") == "x" and datetime.datetime.now().hour > 3
            """
        ),
        Construct(
            "a key from the event",
            """
            def rule(event):
                return event.get(event.get("a")) == "x"
            """
        ),
        Construct(
            "a loop that adds up",
            """
            def rule(event):
                total = 0
                for item in event.get("l", []):
                    total += item.get("n", 0)
                return total > 5
            """
        ),
        Construct(
            "a loop whose rounds depend on one another",
            """
            def rule(event):
                last = None
                for item in event.get("l", []):
                    if item == last:
                        return True
                    last = item
                return False
            """
        ),
        Construct(
            "a function from nowhere",
            """
            from somewhere import check

            def rule(event):
                return event.get("a") == "x" and check(event.get("b"))
            """
        ),
        Construct(
            "handlers",
            """
            def rule(event):
                try:
                    name = event.get("a").lower()
                except AttributeError:
                    return True
                return name == "x"
            """
        ),
        Construct(
            "a variable that a lambda sees late",
            """
            def rule(event):
                word = "x"
                check = lambda: event.get("a") == word
                word = "y"
                return check()
            """
        ),
        Construct(
            "recursion",
            """
            def deep(value, n):
                return deep(value, n - 1) if n else value == "x"

            def rule(event):
                return deep(event.get("a"), 3)
            """
        ),
        Construct(
            "while",
            """
            def rule(event):
                text = event.get("a", "")
                while text.startswith("/"):
                    text = text[1:]
                return text == "x"
            """
        ),
        Construct(
            "a class",
            """
            class Reader:
                def __init__(self, event):
                    self.name = event.get("a")

            def rule(event):
                return Reader(event).name == "x"
            """
        ),
        Construct(
            "an attribute that is read and not called",
            """
            def rule(event):
                found = event.get("a").lower
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an attribute that is asked for its truth",
            """
            def rule(event):
                return bool(event.get("a").lower) and event.get("b") == "y"
            """
        ),
        Construct(
            "an attribute of a library that it may not have",
            """
            import re

            def rule(event):
                found = re.nothing
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an import within a function that may fail",
            """
            def rule(event):
                import nowhere
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a network that is none",
            """
            import ipaddress

            def rule(event):
                found = ipaddress.ip_network("x")
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a pattern that may be none",
            """
            import re

            def rule(event):
                found = re.compile(event.get("a"))
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an attribute of what is not known",
            """
            def rule(event):
                found = str([event.get("a")]).nothing
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an item of what is not known",
            """
            def rule(event):
                found = str([event.get("a")])[99]
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a method of the event that it has not",
            """
            def rule(event):
                found = event.nothing
                return event.get("b") == "y"
            """
        ),
        Construct(
            "a number made of what is not known",
            """
            def rule(event):
                found = int(str([event.get("a")]))
                return event.get("b") == "y"
            """
        ),
        Construct(
            "an import of a name that a library may not have",
            """
            def rule(event):
                from re import nothing
                return event.get("b") == "y"
            """
        ),
        Construct("one of too many values that are made, as it is", manyValues("['x']", "    return v\n")),
        Construct(
            "one of too many values, in a set",
            manyValues("event.get('l')", "    seen = {v}\n    return event.get('a') == 'x'\n")
        ),
        Construct("one of too many values, as it is", manyValues("event.get('l')", "    return v\n")),
        Construct("one of too many values, compared", manyValues("event.get('l')", "    return v == 'x'\n")),
    ]
}
