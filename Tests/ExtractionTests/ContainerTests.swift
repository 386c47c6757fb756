import Conditions
import Extraction
import Testing

/// Lists, dicts and sets that the code makes: what is in them, how often, in which order, and who else sees a change.
@Suite struct ContainerTests {
    /// A dict whose first key may have been there before it is set.
    private static let reentered = "c = {}\nif event.get('x'):\n    c['a'] = 1\nc['b'] = 2\nc['a'] = 3\n"

    static let order = [
        RuleCase(name: "a key that may have been there", body: reentered + "return list(c)[0] == 'a'", isExact: false),
        RuleCase(
            name: "the first in a loop",
            body: reentered + "for k in c:\n    return k == 'a'\nreturn False",
            isExact: false
        ),
        RuleCase(name: "what is in it is known", body: reentered + "return c.get('a') == 3 and 'b' in c"),
        RuleCase(name: "a text of them", body: reentered + "return ','.join(c) == 'a,b'", isExact: false),
        RuleCase(
            name: "the last may have been there",
            body: "c = {'b': 2}\nif event.get('x'):\n    c['a'] = 1\nc['a'] = 3\nreturn ','.join(c) == 'b,a'"
        ),
        RuleCase(
            name: "two ways to the same keys",
            body:
                "c = {'z': 0}\nif event.get('x'):\n    c['a'] = 1\n    c['b'] = 2\nelse:\n    c['b'] = 1\n    c['a'] = 2\n"
                + "return ''.join(c) == 'zab'",
            isExact: false
        ),
        RuleCase(
            name: "a key that one way has in the middle",
            body: "c = {}\nif event.get('x'):\n    c['a'] = 1\nelse:\n    c['b'] = 1\n    c['a'] = 2\n"
                + "return any(k == 'b' and v == 1 for k, v in c.items())"
        ),
        RuleCase(
            name: "names of arguments",
            body: "def f(**given):\n    return ''.join(given)\nreturn f(b=1, a=2) == 'ba'"
        ),
        RuleCase(name: "dict of names", body: "return ''.join(dict(b=1, a=2)) == 'ba'"),
        RuleCase(
            name: "update with names",
            body: "c = {'z': 0}\nc.update(y=1, b=2)\nreturn ''.join(c) == 'zyb'"
        ),
        RuleCase(name: "keys that are one", body: "return len({1: 'a', True: 'b', 1.0: 'c', '1': 'd'}) == 2"),
    ]

    private static let two = "s = {event.get('a'), event.get('b')}\n"

    static let sets = [
        RuleCase(name: "two that may be one", body: two + "return len(s) == 2", isExact: false),
        RuleCase(
            name: "added one by one",
            body: "s = set()\ns.add(event.get('a'))\ns.add('x')\nreturn len(s) == 2",
            isExact: false
        ),
        RuleCase(
            name: "of a list",
            body: "s = [event.get('a'), event.get('b')]\nreturn len(set(s)) < len(s)",
            isExact: false
        ),
        RuleCase(
            name: "of a comprehension",
            body: "return len({v for v in (event.get('a'), 'x')}) == 2",
            isExact: false
        ),
        RuleCase(name: "a loop over them", body: two + "n = 0\nfor v in s:\n    n += 1\nreturn n == 2", isExact: false),
        RuleCase(name: "as a list", body: two + "return list(s)[1] == event.get('b')", isExact: false),
        RuleCase(name: "joined", body: "s = {'x'} | {event.get('a')}\nreturn len(s) == 2", isExact: false),
        RuleCase(name: "what is in it is known", body: two + "return 'x' in s and not s & {'y', 'z'}"),
        RuleCase(
            name: "constants are counted",
            body: "return len({'a', 'a', 'b'}) == 2 and len({1, 1.0, True, '1'}) == 2"
        ),
        RuleCase(
            name: "one that may have been there",
            body:
                "s = set()\nif event.get('x'):\n    s.add('a')\ns.add('b')\ns.add('a')\nreturn 'a' in s and len(s) == 2",
            isExact: false
        ),
    ]

    static let sharing = [
        RuleCase(name: "a set of a set", body: "s = {'a'}\nt = set(s)\nt.add('b')\nreturn 'b' in s"),
        RuleCase(name: "a set of a frozen one", body: "s = frozenset(['a'])\nt = set(s)\nt.add('b')\nreturn 'b' in s"),
        RuleCase(name: "a list of a list", body: "s = ['a']\nt = list(s)\nt.append('b')\nreturn 'b' in s"),
        RuleCase(name: "another name", body: "s = {'a'}\nt = s\nt |= {'b'}\nreturn 'b' in s"),
        RuleCase(
            name: "changed for each element",
            body: "s = []\n[s.append(1) for _ in (1, 2)]\nreturn len(s) == 2",
            isExact: false
        ),
        RuleCase(
            name: "changed while it is asked",
            body: "s = set()\nany(s.add(x) for x in ('a', 'b'))\nreturn len(s) == 2",
            isExact: false
        ),
        RuleCase(
            name: "changed for some elements",
            body: "s = []\n[s.append(k) for k in ('a', 'b') if event.get('x')]\nreturn len(s) == 2",
            isExact: false
        ),
        RuleCase(
            name: "changed by an entry's value",
            body: "s = []\n{k: s.append(k) for k in ('a', 'b')}\nreturn len(s) == 2",
            isExact: false
        ),
    ]

    static let growing = [
        RuleCase(
            name: "a dict that grows in its loop",
            body: "d = {'b': 1}\nfor k in d:\n    d['a'] = 1\nreturn True",
            isExact: false
        ),
        RuleCase(
            name: "a dict that grows in its loop, sometimes",
            body:
                "d = {'b': 1}\nfor k, v in d.items():\n    if event.get('x'):\n        d['a'] = 1\nreturn len(d) == 1",
            isExact: false
        ),
        RuleCase(
            name: "a list that grows in its loop",
            body: "l = ['a']\nfor i, v in enumerate(l):\n    if i < 3:\n        l.append('b')\nreturn len(l) == 4",
            isExact: false
        ),
        RuleCase(
            name: "a list within that grows",
            body:
                "d = {'k': ['a']}\nfor v in d['k']:\n    if len(d['k']) < 3:\n        d['k'].append('b')\nreturn len(d['k']) == 3",
            isExact: false
        ),
        RuleCase(
            name: "one that grows and leaves",
            body: "l = ['a']\nfor v in l:\n    l.append('b')\n    break\nreturn len(l) == 2"
        ),
        RuleCase(
            name: "another that grows",
            body: "l = ['a']\nm = []\nfor v in l:\n    m.append(v)\nreturn len(m) == 1"
        ),
    ]

    private static let lazy = "l = ['a']\ng = (v for v in l)\nl.append('b')\n"

    static let iterators = [
        RuleCase(name: "what a list has when it is asked", body: lazy + "return 'b' in list(g)", isExact: false),
        RuleCase(
            name: "what is left the second time",
            body: "g = (v for v in ('a', 'b'))\nany(v == 'z' for v in g)\nreturn any(v == 'a' for v in g)",
            isExact: false
        ),
        RuleCase(
            name: "of a list of the event",
            body: "g = (v for v in event.get('l') or [])\nreturn any(v == 'z' for v in g) or any(v == 'x' for v in g)",
            isExact: false
        ),
        RuleCase(
            name: "given to a function",
            body: "def h(g):\n    return any(v == 'z' for v in g) or any(v == 'b' for v in g)\n"
                + "return h(v for v in ('a', 'b'))",
            isExact: false
        ),
        RuleCase(
            name: "in a list",
            body: "l = [(v for v in ('a', 'b'))]\nany(v == 'z' for v in l[0])\nreturn any(v == 'a' for v in l[0])",
            isExact: false
        ),
        RuleCase(
            name: "numbered",
            body: "l = ['a']\ng = enumerate(l)\nl.append('b')\nreturn len(list(g)) == 2",
            isExact: false
        ),
        RuleCase(name: "asked at once", body: "return any(v == event.get('a') for v in (w for w in ('x', 'y')))"),
        RuleCase(name: "always true", body: "return bool(v for v in ()) and event.get('a') == 'x'"),
        RuleCase(name: "without a length", body: "return event.get('a') == 'x' and len(v for v in ('a',)) == 1"),
    ]

    static let entries = [
        RuleCase(
            name: "entries that are something",
            body: "c = {'a': event.get('a'), 'b': event.get('b')}\nd = {k: v for k, v in c.items() if v is not None}\n"
                + "return 'a' in d and 'b' not in d"
        ),
        RuleCase(
            name: "their value may raise",
            body: "d = {k: event[k] for k in ('a', 'b') if k in event}\nreturn d.get('b') == 'y'",
            isExact: false
        ),
    ]

    static let events = [
        #"{"a":"x","b":"y","x":1}"#, #"{"a":"x","b":"x"}"#, #"{"a":1,"b":1.0,"x":true}"#, #"{"a":true,"b":1}"#, "{}",
        #"{"x":1}"#, #"{"a":"x","b":null,"x":0}"#, #"{"a":["x"],"b":"y"}"#, #"{"a":"y","b":"x","x":"x"}"#,
        #"{"a":"x","l":["x","y"]}"#,
    ]

    @Test("what is said", arguments: order + sets + sharing + growing + iterators + entries) func sound(_ row: RuleCase)
        throws
    {
        try row.expectSound(Self.events, changes: 20)
    }
}
