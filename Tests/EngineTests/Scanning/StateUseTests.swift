import Detections
import Diagnostics
import Engine
import Events
import PythonRuntime
import Testing

/// Which rules may run out of order: those that leave what outlives the event as it was. Rows are constructs of Python; a way
/// to change something that is not seen would make the outputs of a scan depend on the number of its workers.
@Suite struct StateUseTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var expected: StateUse
        var rule: String
        var testDescription: String { name }

        init(_ name: String, _ expected: StateUse, _ rule: String) {
            self.name = name
            self.expected = expected
            self.rule = rule
        }
    }

    /// A helper that all rows import.
    static let helper = """
        SEEN = {}
        NAMES = ["a", "b"]
        class Box:
            total = 0
        BOX = Box()
        COUNT = 0
        def note(key):
            SEEN[key] = True
        def count():
            global COUNT
            COUNT += 1
        def context(event):
            return {"name": event.get("eventName"), "list": []}
        def counter():
            made = 0
            def add():
                nonlocal made
                made += 1
                return made
            return add
        ADD = counter()
        """

    static let pure: [Row] = [
        Row("reads", .none, "def rule(event): return event.get('eventName') in helper.NAMES and helper.BOX.total == 0"),
        Row(
            "its own containers",
            .none,
            "def rule(event):\n    c = helper.context(event)\n    c['x'] = 1\n    c['list'].append(2)\n    c.update({'y': 3})\n"
                + "    del c['x']\n    c['list'].sort()\n    return len(c) == 3"
        ),
        Row(
            "a copy",
            .none,
            "def rule(event):\n    n = list(helper.NAMES)\n    n.append('c')\n    n.pop(0)\n    return True"
        ),
        Row(
            "an object of its own",
            .none,
            "def rule(event):\n    b = helper.Box()\n    b.total = 2\n    return b.total == 2 and helper.BOX.total == 0"
        ),
        Row("iteration of what is kept", .none, "def rule(event): return any(n == 'b' for n in helper.NAMES)"),
        Row(
            "an exception",
            .none,
            "def rule(event):\n    try:\n        return event['no']\n    except KeyError:\n        return True"
        ),
        Row(
            "regular expressions",
            .none,
            "import re\nP = re.compile('a+')\ndef rule(event): return bool(P.search('caat'))"
        ),
        Row(
            "a closure of its own",
            .none,
            "def rule(event):\n    add = helper.counter()\n    return add() == 1 and add() == 2"
        ),
    ]

    static let own: [Row] = [
        Row("a global", .own, "X = 0\ndef rule(event):\n    global X\n    X = 1\n    return True"),
        Row("the same value again", .own, "X = 1\ndef rule(event):\n    global X\n    X = 1\n    return True"),
        Row("a deleted global", .own, "X = 1\ndef rule(event):\n    global X\n    del X\n    return True"),
        Row("a global's element", .own, "X = []\ndef rule(event):\n    X.append(1)\n    return True"),
        Row("a global's element, removed", .own, "X = [1]\ndef rule(event):\n    X.clear()\n    return True"),
        Row("a global's order", .own, "X = [2, 1]\ndef rule(event):\n    X.reverse()\n    return True"),
        Row("a global's order, sorted", .own, "X = [2, 1]\ndef rule(event):\n    X.sort()\n    return True"),
        Row("a global's slice", .own, "X = [2, 1]\ndef rule(event):\n    X[:] = []\n    return True"),
        Row("a global's key", .own, "X = {}\ndef rule(event):\n    X['a'] = 1\n    return True"),
        Row(
            "a global's key, by setdefault",
            .own,
            "X = {}\ndef rule(event):\n    X.setdefault('a', 1)\n    return True"
        ),
        Row("a global's key, popped", .own, "X = {'a': 1}\ndef rule(event):\n    X.pop('a')\n    return True"),
        Row("a global's last item", .own, "X = {'a': 1}\ndef rule(event):\n    X.popitem()\n    return True"),
        Row("a global set", .own, "X = set()\ndef rule(event):\n    X.add(1)\n    return True"),
        Row("a global set, in place", .own, "X = {1}\ndef rule(event):\n    global X\n    X |= {2}\n    return True"),
        Row("a part of a global", .own, "X = {'a': [1]}\ndef rule(event):\n    X['a'].append(2)\n    return True"),
        Row(
            "through a variable",
            .own,
            "X = {'a': [1]}\ndef rule(event):\n    y = X['a']\n    y.extend([2])\n    return True"
        ),
        Row("an attribute", .own, "class A: pass\nX = A()\ndef rule(event):\n    X.a = 1\n    return True"),
        Row("a class's attribute", .own, "class A: n = 0\ndef rule(event):\n    A.n += 1\n    return True"),
        Row("a function's attribute", .own, "def rule(event):\n    rule.n = 1\n    return True"),
        Row(
            "a default argument",
            .own,
            "def f(x, l=[]):\n    l.append(x)\n    return l\ndef rule(event): return len(f(1)) > 0"
        ),
        Row("an iterator", .own, "X = iter([1, 2, 3])\ndef rule(event): return next(X, 0) == 1"),
        Row("an iterator, searched", .own, "X = map(str, [1, 2])\ndef rule(event): return '1' in X"),
        Row("a generator", .own, "X = (n for n in [1, 2])\ndef rule(event): return any(n == 1 for n in X)"),
        Row(
            "what caching keeps, read",
            .own,
            "from panther_detection_helpers.caching import get_counter\ndef rule(event): return get_counter('a') == 0"
        ),
        Row(
            "what caching keeps, written",
            .own,
            "from panther_detection_helpers.caching import add_to_string_set\n"
                + "def rule(event): return len(add_to_string_set('k', ['a'])) == 1"
        ),
    ]

    static let helpers: [Row] = [
        Row("a helper's dictionary", .own, "def rule(event):\n    helper.note('a')\n    return True"),
        Row("a helper's global", .own, "def rule(event):\n    helper.count()\n    return True"),
        Row("a helper's global, from outside", .own, "def rule(event):\n    helper.COUNT = 2\n    return True"),
        Row("a helper's new global", .own, "def rule(event):\n    helper.NEW = 2\n    return True"),
        Row(
            "a helper's list by its name",
            .own,
            "from helper import NAMES\ndef rule(event):\n    NAMES.append(1)\n    return True"
        ),
        Row("a helper's object", .own, "def rule(event):\n    helper.BOX.total += 1\n    return True"),
        Row("a helper's class", .own, "def rule(event):\n    helper.Box.total += 1\n    return True"),
        Row("a variable of a helper's closure", .own, "def rule(event): return helper.ADD() == 1"),
        Row(
            "levels of loggers",
            .own,
            "import logging\ndef rule(event):\n    logging.getLogger().setLevel(10)\n    return True"
        ),
    ]

    static let rows = pure + own + helpers

    @Test("what a rule did to state is seen", arguments: rows) func use(row: Row) throws {
        var pack = OneRule("import helper\n" + row.rule + "\n").pack
        let source = Source(path: "helper.py", bytes: Array(Self.helper.utf8))
        let module = Helper.Module(path: "helper.py", source: source)
        pack.helpers = [
            Helper(id: "helper", module: module, description: nil, tags: [], source: source, idSpan: Span(0, 0))
        ]
        var scanner = Scanner(CompiledPack(pack), options: ScanOptions(), wallClock: { 1_700_000_000 })
        #expect(scanner.unrun.isEmpty)
        let event = Array(#"{"eventName": "b"}"#.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        try event.withUnsafeBytes { buffer in
            _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
        }
        var found = FoundMatches()
        let use = scanner.evaluate(0, record: 0, into: &found)
        let errors = found.matches.compactMap { match in
            if case .error(let error) = match.verdict { error } else { nil }
        }
        #expect(errors.isEmpty, "\(errors)")
        #expect(use == row.expected)
    }

    @Test("a data model's method is none of a rule's state, even at the first event") func dataModels() throws {
        var pack = OneRule("def rule(event): return event.udm('kind') == 'login'").pack
        let text = "import helper\ndef get_kind(event): return helper.kind(event)"
        pack.dataModels = [.methods(["kind": "get_kind"], of: text)]
        let source = Source(path: "helper.py", text: "def kind(event): return 'login'")
        let module = Helper.Module(path: "helper.py", source: source)
        pack.helpers = [
            Helper(id: "helper", module: module, description: nil, tags: [], source: source, idSpan: Span(0, 0))
        ]
        var scanner = Scanner(CompiledPack(pack), options: ScanOptions(), wallClock: { 1_700_000_000 })
        let event = Array(#"{"eventName": "b"}"#.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        for _ in 0..<2 {
            try event.withUnsafeBytes { buffer in
                _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
            }
            var found = FoundMatches()
            let use = scanner.evaluate(0, record: 0, into: &found)
            let matches = found.matches.filter { match in if case .match = match.verdict { true } else { false } }
            #expect(matches.count == 1)
            #expect(use == .none)
        }
    }
}
