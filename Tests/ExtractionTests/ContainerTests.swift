import Conditions
import Extraction
import Testing

/// Lists, dicts and sets that the code makes: what is in them, how often, in which order, and who else sees a change.
@Suite struct ContainerTests {
    /// A rule, and whether all of it is said.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let body: String
        var isExact = true

        var testDescription: String { name }
        var text: String { "def rule(event):\n" + body.split(separator: "\n").map { "    \($0)\n" }.joined() }
    }

    /// A dict whose first key may have been there before it is set.
    private static let reentered = "c = {}\nif event.get('x'):\n    c['a'] = 1\nc['b'] = 2\nc['a'] = 3\n"

    static let order = [
        Case(name: "a key that may have been there", body: reentered + "return list(c)[0] == 'a'", isExact: false),
        Case(
            name: "the first in a loop",
            body: reentered + "for k in c:\n    return k == 'a'\nreturn False",
            isExact: false
        ),
        Case(name: "what is in it is known", body: reentered + "return c.get('a') == 3 and 'b' in c"),
        Case(name: "a text of them", body: reentered + "return ','.join(c) == 'a,b'", isExact: false),
        Case(
            name: "the last may have been there",
            body: "c = {'b': 2}\nif event.get('x'):\n    c['a'] = 1\nc['a'] = 3\nreturn ','.join(c) == 'b,a'"
        ),
        Case(
            name: "two ways to the same keys",
            body:
                "c = {'z': 0}\nif event.get('x'):\n    c['a'] = 1\n    c['b'] = 2\nelse:\n    c['b'] = 1\n    c['a'] = 2\n"
                + "return ''.join(c) == 'zab'",
            isExact: false
        ),
        Case(
            name: "a key that one way has in the middle",
            body: "c = {}\nif event.get('x'):\n    c['a'] = 1\nelse:\n    c['b'] = 1\n    c['a'] = 2\n"
                + "return any(k == 'b' and v == 1 for k, v in c.items())"
        ),
        Case(
            name: "names of arguments",
            body: "def f(**given):\n    return ''.join(given)\nreturn f(b=1, a=2) == 'ba'"
        ),
        Case(name: "dict of names", body: "return ''.join(dict(b=1, a=2)) == 'ba'"),
        Case(
            name: "update with names",
            body: "c = {'z': 0}\nc.update(y=1, b=2)\nreturn ''.join(c) == 'zyb'"
        ),
        Case(name: "keys that are one", body: "return len({1: 'a', True: 'b', 1.0: 'c', '1': 'd'}) == 2"),
    ]

    private static let two = "s = {event.get('a'), event.get('b')}\n"

    static let sets = [
        Case(name: "two that may be one", body: two + "return len(s) == 2", isExact: false),
        Case(
            name: "added one by one",
            body: "s = set()\ns.add(event.get('a'))\ns.add('x')\nreturn len(s) == 2",
            isExact: false
        ),
        Case(
            name: "of a list",
            body: "s = [event.get('a'), event.get('b')]\nreturn len(set(s)) < len(s)",
            isExact: false
        ),
        Case(name: "of a comprehension", body: "return len({v for v in (event.get('a'), 'x')}) == 2", isExact: false),
        Case(name: "a loop over them", body: two + "n = 0\nfor v in s:\n    n += 1\nreturn n == 2", isExact: false),
        Case(name: "as a list", body: two + "return list(s)[1] == event.get('b')", isExact: false),
        Case(name: "joined", body: "s = {'x'} | {event.get('a')}\nreturn len(s) == 2", isExact: false),
        Case(name: "what is in it is known", body: two + "return 'x' in s and not s & {'y', 'z'}"),
        Case(name: "constants are counted", body: "return len({'a', 'a', 'b'}) == 2 and len({1, 1.0, True, '1'}) == 2"),
        Case(
            name: "one that may have been there",
            body:
                "s = set()\nif event.get('x'):\n    s.add('a')\ns.add('b')\ns.add('a')\nreturn 'a' in s and len(s) == 2",
            isExact: false
        ),
    ]

    static let sharing = [
        Case(name: "a set of a set", body: "s = {'a'}\nt = set(s)\nt.add('b')\nreturn 'b' in s"),
        Case(name: "a set of a frozen one", body: "s = frozenset(['a'])\nt = set(s)\nt.add('b')\nreturn 'b' in s"),
        Case(name: "a list of a list", body: "s = ['a']\nt = list(s)\nt.append('b')\nreturn 'b' in s"),
        Case(name: "another name", body: "s = {'a'}\nt = s\nt |= {'b'}\nreturn 'b' in s"),
        Case(
            name: "changed for each element",
            body: "s = []\n[s.append(1) for _ in (1, 2)]\nreturn len(s) == 2",
            isExact: false
        ),
        Case(
            name: "changed while it is asked",
            body: "s = set()\nany(s.add(x) for x in ('a', 'b'))\nreturn len(s) == 2",
            isExact: false
        ),
        Case(
            name: "changed for some elements",
            body: "s = []\n[s.append(k) for k in ('a', 'b') if event.get('x')]\nreturn len(s) == 2",
            isExact: false
        ),
        Case(
            name: "changed by an entry's value",
            body: "s = []\n{k: s.append(k) for k in ('a', 'b')}\nreturn len(s) == 2",
            isExact: false
        ),
    ]

    static let growing = [
        Case(
            name: "a dict that grows in its loop",
            body: "d = {'b': 1}\nfor k in d:\n    d['a'] = 1\nreturn True",
            isExact: false
        ),
        Case(
            name: "a dict that grows in its loop, sometimes",
            body:
                "d = {'b': 1}\nfor k, v in d.items():\n    if event.get('x'):\n        d['a'] = 1\nreturn len(d) == 1",
            isExact: false
        ),
        Case(
            name: "a list that grows in its loop",
            body: "l = ['a']\nfor i, v in enumerate(l):\n    if i < 3:\n        l.append('b')\nreturn len(l) == 4",
            isExact: false
        ),
        Case(
            name: "a list within that grows",
            body:
                "d = {'k': ['a']}\nfor v in d['k']:\n    if len(d['k']) < 3:\n        d['k'].append('b')\nreturn len(d['k']) == 3",
            isExact: false
        ),
        Case(
            name: "one that grows and leaves",
            body: "l = ['a']\nfor v in l:\n    l.append('b')\n    break\nreturn len(l) == 2"
        ),
        Case(name: "another that grows", body: "l = ['a']\nm = []\nfor v in l:\n    m.append(v)\nreturn len(m) == 1"),
    ]

    private static let lazy = "l = ['a']\ng = (v for v in l)\nl.append('b')\n"

    static let iterators = [
        Case(name: "what a list has when it is asked", body: lazy + "return 'b' in list(g)", isExact: false),
        Case(
            name: "what is left the second time",
            body: "g = (v for v in ('a', 'b'))\nany(v == 'z' for v in g)\nreturn any(v == 'a' for v in g)",
            isExact: false
        ),
        Case(
            name: "of a list of the event",
            body: "g = (v for v in event.get('l') or [])\nreturn any(v == 'z' for v in g) or any(v == 'x' for v in g)",
            isExact: false
        ),
        Case(
            name: "given to a function",
            body: "def h(g):\n    return any(v == 'z' for v in g) or any(v == 'b' for v in g)\n"
                + "return h(v for v in ('a', 'b'))",
            isExact: false
        ),
        Case(
            name: "in a list",
            body: "l = [(v for v in ('a', 'b'))]\nany(v == 'z' for v in l[0])\nreturn any(v == 'a' for v in l[0])",
            isExact: false
        ),
        Case(
            name: "numbered",
            body: "l = ['a']\ng = enumerate(l)\nl.append('b')\nreturn len(list(g)) == 2",
            isExact: false
        ),
        Case(name: "asked at once", body: "return any(v == event.get('a') for v in (w for w in ('x', 'y')))"),
        Case(name: "always true", body: "return bool(v for v in ()) and event.get('a') == 'x'"),
        Case(name: "without a length", body: "return event.get('a') == 'x' and len(v for v in ('a',)) == 1"),
    ]

    static let entries = [
        Case(
            name: "entries that are something",
            body: "c = {'a': event.get('a'), 'b': event.get('b')}\nd = {k: v for k, v in c.items() if v is not None}\n"
                + "return 'a' in d and 'b' not in d"
        ),
        Case(
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

    @Test("what is said", arguments: order + sets + sharing + growing + iterators + entries) func sound(_ row: Case)
        throws
    {
        let pack = SmallPack(row.text)
        #expect(pack.contradictions(Self.events, changes: 20) == [])
        let rule = try #require(pack.extract())
        #expect(rule.isExact == row.isExact, "\(rule.condition.text)")
    }
}
