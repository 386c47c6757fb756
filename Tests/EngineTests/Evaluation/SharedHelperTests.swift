import Testing

/// No rule changes what another one sees, whatever it does to what they share (docs/adr/0014-spaces.md).
@Suite struct SharedHelperTests {
    struct Attack: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// What the hostile rule does, in the body of its `rule`, after the imports of ``header``.
        var body: String

        init(_ description: String, _ body: String) {
            testDescription = description
            self.body = body
        }
    }

    /// A helper with a bit of everything that can be changed.
    static let helper = """
        import json
        import re
        from collections import Counter, OrderedDict, defaultdict, deque
        from functools import lru_cache

        NAMES = ['root', 'admin']
        TABLE = {'a': {'b': [1, 2]}}
        SEEN = set()
        QUEUE = deque([1, 2], maxlen=4)
        COUNTS = Counter(a=1)
        GROUPS = defaultdict(list)
        NUMBERS = iter(range(100))
        LAZY = (n for n in range(100))
        PATTERN = re.compile('m.r')
        calls = 0

        class Config:
            limit = 10
            parts = []
            def __init__(self): self.level = 'low'
            def show(self): return f'{self.level} {self.limit} {self.parts}'

        CONFIG = Config()

        def classify(name, extra=[]):
            return 'human' if name not in NAMES and not extra else 'machine'

        @lru_cache(maxsize=None)
        def expensive(name):
            return [name]

        def closure():
            kept = []
            def add(value):
                kept.append(value)
                return len(kept)
            return add
        add = closure()

        def count():
            global calls
            calls += 1
            return calls
        """

    /// Tells all that it sees of the helper, of the library and of the builtins.
    static let observer = """
        import json
        import logging
        import re
        import sys
        import shared
        from shared import Config, NAMES, classify
        from collections import Counter, OrderedDict

        def rule(event):
            return True

        def title(event):
            return ' '.join(str(x) for x in [
                NAMES, shared.TABLE, sorted(shared.SEEN), list(shared.QUEUE), dict(shared.COUNTS), dict(shared.GROUPS),
                next(shared.NUMBERS), next(shared.LAZY), shared.PATTERN.search('margay').group(), shared.CONFIG.show(),
                Config().show(), classify('margay'), shared.classify('root'), shared.expensive('x'), shared.add(1),
                shared.count(), hasattr(shared, 'planted'), json.loads('[1]'), json.dumps({}), re.escape('a'),
                len('abc'), str(ValueError('v')), hasattr(ValueError, 'planted'), event.udm('mapped'), sys.path,
                logging.getLogger().getEffectiveLevel(), event['name'], OrderedDict(a=1), Counter('aa'),
            ])
        """

    static let header = """
        import json
        import logging
        import re
        import sys
        import shared
        import collections
        from shared import *
        def rule(event):

        """

    static let attacks: [Attack] = [
        Attack("replaces a function", "shared.classify = lambda *a: 'human'"),
        Attack("replaces a function by setattr", "setattr(shared, 'classify', None)"),
        Attack("replaces a function by patch", "from unittest.mock import patch\n    patch('shared.classify').start()"),
        Attack("replaces a function's defaults", "shared.classify.__defaults__[0].append(1)"),
        Attack("plants a name", "shared.planted = 1"),
        Attack("replaces a list", "shared.NAMES = []"),
        Attack("appends to a list", "shared.NAMES.append('margay')"),
        Attack("appends to an imported list", "NAMES.append('margay')"),
        Attack("sorts a list", "NAMES.sort()"),
        Attack("clears a dictionary", "TABLE.clear()"),
        Attack("changes what is deep in a dictionary", "TABLE['a']['b'].append(3)"),
        Attack("fills a set", "SEEN.add(event['name'])"),
        Attack("fills a queue", "QUEUE.append(7)"),
        Attack("counts in a counter", "COUNTS.update('abc')"),
        Attack("fills a default dictionary", "GROUPS['x'].append(1)"),
        Attack("takes from an iterator", "next(NUMBERS)"),
        Attack("takes from a generator", "next(LAZY)"),
        Attack("sets an attribute of a class", "Config.limit = 99"),
        Attack("replaces a method", "Config.show = lambda self: 'changed'"),
        Attack("fills a class's list", "CONFIG.parts.append(1)"),
        Attack("sets an attribute of an instance", "CONFIG.level = 'high'"),
        Attack("sets an attribute through __dict__", "CONFIG.__dict__['level'] = 'high'"),
        Attack("sets an attribute through __class__", "CONFIG.__class__.limit = 99"),
        Attack("sets an attribute through object", "object.__setattr__(CONFIG, 'level', 'high')"),
        Attack("poisons a cache", "shared.expensive('x').append('poison')"),
        Attack("fills a closure", "shared.add(1)"),
        Attack("calls what counts", "shared.count()"),
        Attack("reaches a helper's import", "shared.json.loads = lambda text: 'changed'"),
        Attack("replaces a function of the library", "json.loads = lambda text: 'changed'"),
        Attack("replaces it by setattr", "setattr(json, 'dumps', None)"),
        Attack("replaces it by patch", "from unittest.mock import patch\n    patch('json.dumps').start()"),
        Attack("deletes a function of the library", "del re.escape"),
        Attack("plants an attribute in an exception", "ValueError.planted = 1"),
        Attack("replaces a method of an exception", "ValueError.__str__ = lambda self: 'changed'"),
        Attack("changes an exception through __dict__", "ValueError.__dict__['__str__'] = lambda self: 'changed'"),
        Attack("changes a class of the library", "collections.OrderedDict.__repr__ = lambda self: 'changed'"),
        Attack("changes one through __dict__", "collections.Counter.__dict__['__repr__'] = lambda self: 'changed'"),
        Attack("decorates an exception", "import functools\n    functools.total_ordering(ValueError)"),
        Attack("extends the path", "sys.path.append('/tmp')"),
        Attack("fills the table of modules", "sys.modules['shared'] = None"),
        Attack("shadows a builtin", "global len\n    len = lambda value: 0\n    shared.len = len"),
        Attack("changes its globals", "globals()['shared'] = None\n    vars(shared)['NAMES'] = []"),
        Attack("sets the level of logging", "logging.getLogger().setLevel(50)"),
        Attack("changes the event", "event['name'] = 'changed'"),
        Attack("changes the event from below", "event._container['name'] = 'changed'"),
        Attack("counts in the data model", "event.udm('mapped')"),
        Attack("uses up its steps in the helper", "while True: shared.count()"),
        Attack("uses up its memory in the helper", "while True: NAMES.append('x' * 100000)"),
        Attack("raises while the helper is changed", "NAMES.clear()\n    raise ValueError"),
    ]

    @Test("the other rule's result is the same as without it", arguments: attacks)
    func isolation(_ attack: Attack) throws {
        let pack = SharedHelper(
            helper: Self.helper,
            model: "calls = []\ndef get_mapped(event):\n    calls.append(1)\n    return len(calls)\n"
        )
        let alone = try pack.verdicts(of: Self.observer, after: [])
        let hostile = Self.header + "    \(attack.body)\n    return True\n"
        let together = try pack.verdicts(of: Self.observer, after: [hostile])
        #expect(alone.count == 3)
        #expect(alone.allSatisfy { $0.hasPrefix("['root', 'admin'] ") }, "\(alone)")
        #expect(together == alone)
    }

    @Test("a rule's own changes to a helper stay") func ownChanges() throws {
        let pack = SharedHelper(helper: Self.helper)
        let body = """
            import shared
            def rule(event):
                shared.NAMES.append('margay')
                shared.marks = getattr(shared, 'marks', 0) + 1
                return True
            def title(event):
                return f'{len(shared.NAMES)} {shared.marks} {shared.count()} {shared.classify("margay")}'
            """
        #expect(try pack.verdicts(of: body, after: []) == ["3 1 1 machine", "4 2 2 machine", "5 3 3 machine"])
    }

    @Test("helpers of one rule share a helper") func diamond() throws {
        // `shared` imports `json`; the rule imports `shared` in two ways and at two times: one module.
        let body = """
            import shared
            from shared import NAMES
            def rule(event):
                import shared as again
                again.NAMES.append('x')
                return NAMES is shared.NAMES and again is shared
            def title(event): return str(len(NAMES))
            """
        #expect(try SharedHelper(helper: Self.helper).verdicts(of: body, after: [body]) == ["3", "4", "5"])
    }

    @Test("a rule is not a module that others import") func ruleNames() throws {
        let spy = "def rule(event):\n    import other0\n    return True\n"
        let pack = SharedHelper(helper: Self.helper)
        let secret = "SECRET = []\ndef rule(event): return False\n"
        let verdicts = try pack.verdicts(of: spy, after: [secret], count: 1)
        #expect(verdicts == ["ModuleNotFoundError: No module named 'other0'"])
    }

    @Test("a helper that raises is tried again, and raises again") func failing() throws {
        let body = """
            def rule(event):
                import shared
                return True
            """
        let pack = SharedHelper(helper: "raise ValueError('no')\n")
        #expect(try pack.verdicts(of: body, after: [body]) == Array(repeating: "ValueError: no", count: 3))
    }
}
