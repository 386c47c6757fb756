import TestSupport

/// Rules made at random that keep state in the ways people and code do: names, lists, dicts and classes of their module, changed and asked
/// in branches, loops, handlers, functions and code that the analysis does not follow.
struct RandomStateRule {
    private var random: Seeded
    private var lines: [String] = []
    private var depth = 1

    /// A rule for a number: the same number, the same rule.
    init(_ seed: UInt64) { random = Seeded(seed) }

    /// The rule's text. Its title says what state the module is in.
    mutating func text() -> String {
        lines = ["def rule(event):", "    global KEPT", "    v = event.get('x')"]
        for _ in 0..<1 + random.below(4) { addStatement() }
        add(
            "return \(random.pick(["v == 1", "bool(v)", "KEPT == 'a'", "len(LIST) == 1", "'k' in DICT", "COUNT['n'] > 0", test()]))"
        )
        lines += [
            "def title(event):",
            "    return f'{KEPT} {len(LIST)} {DICT.get(\"k\")} {COUNT[\"n\"]} {event.get(\"x\")}'",
        ]
        if random.below(2) == 0 { lines += ["def dedup(event):", "    COUNT['n'] += 1", "    return str(COUNT['n'])"] }
        return Self.module + lines.joined(separator: "\n") + "\n"
    }

    private static let module = """
        KEPT = None
        LIST = []
        DICT = {}
        COUNT = {"n": 0}
        class Own:
            z = 1
            def same(self, other):
                return other == self.z
        def one(v):
            if v == 1:
                return True
            return None
        def seen(event):
            DICT["k"] = event.get("x")
            return event.get("y")
        def often():
            return COUNT["n"] > 1
        def keep(v, k=None):
            global KEPT
            if k:
                KEPT = k
            return v
        def more(values):
            values.append(2)

        """

    /// An event for rules to run on: some of its fields are there.
    mutating func event() -> String {
        var members: [String] = []
        for name in ["x", "y", "z"] where random.below(10) < 7 {
            let value = random.pick([
                "null", "1", "2", #""a""#, #""b""#, #""""#, "0", "true", #""a-b""#, "[1]", #"{"k":1}"#,
            ])
            members.append("\"\(name)\":\(value)")
        }
        if random.below(10) < 4 {
            members.append("\"l\":\(random.pick(["[]", #"["a"]"#, #"[1,"a"]"#, "null", "[null]"]))")
        }
        return "{\(members.joined(separator: ","))}"
    }

    // MARK: Statements

    private mutating func addStatement() {
        switch random.below(25) {
        case 0...3: add("v = \(value())")
        case 4: add(random.pick(["KEPT = \(value())", "KEPT = 'a'", "KEPT = event.get('x')"]))
        case 5, 6: add(random.pick(Self.changes))
        case 7, 8, 9:
            guard depth < 4 else { return add("v = \(value())") }
            add("if \(test()):")
            addBlock()
            if random.below(5) < 2 {
                add("else:")
                addBlock()
            }
        case 10: add("if \(test()): return \(random.pick(["True", "False", "v", "v == 1", test()]))")
        case 11, 12: add(random.pick(Self.calls))
        case 13: addHandled()
        case 14: addLoop()
        case 15: add(random.pick(["assert \(test())", "v = event['x']", "v = event['y']"]))
        case 16:
            add("i = 0")
            add("while i < 2:")
            addInner(random.pick(["v = i", "LIST.append(i)", "if v: break"]))
            addInner("i += 1")
        case 17:
            add("def g(a, b=v):")
            for line in random.pick(Self.bodies) { addInner(line) }
            add("v = g(\(random.pick(["v", "1", "event.get('x')"])))")
        case 18:
            add("match v:")
            addInner("case \(random.pick(["1", "'a'", "None", "str()", "[q, *_]"])):")
            addInner("    v = 'm'")
            addInner("case _:")
            addInner("    \(random.pick(["pass", "v = 0", "return False"]))")
        default: add(random.pick(Self.assignments))
        }
    }

    private mutating func addHandled() {
        guard depth < 3 else { return add("v = \(value())") }
        add("try:")
        addBlock()
        add(
            random.pick(["except Exception:", "except (KeyError, TypeError, AttributeError) as e:", "except KeyError:"])
        )
        addBlock()
        guard random.below(3) == 0 else { return }
        add("finally:")
        addBlock()
    }

    private mutating func addLoop() {
        guard depth < 3 else { return add("v = \(value())") }
        add("for w in \(random.pick(["(1, 2)", "LIST[:3]", "event.get('l') or []", "[v, 1]"])):")
        addInner(random.pick(["v = w", "if w == v: break", "if w == 1: continue"]))
        addBlock()
    }

    private static let changes = [
        "LIST.append(v)", "LIST.append('a')", "DICT['k'] = v", "DICT['a'] = 1", "LIST.clear()", "DICT.pop('k', None)",
        "COUNT['n'] += 1", "COUNT['n'] = 0",
    ]
    private static let calls = [
        "v = one(v)", "v = seen(event)", "often()", "v = often()", "v = keep(v, k=event.get('x'))",
        "v = keep(event.get('y'))", "more(LIST)", "v = (lambda q: q == v)('a')", "v = Own().same(v)", "v = Own.z",
    ]
    private static let bodies = [
        ["return a or b"], ["return b"], ["LIST.append(b)", "return a"], ["nonlocal v", "v = a", "return 1"],
    ]
    private static let assignments = [
        "v = v or 'a'", "v = v and 1", "v = not v", "v, u = 1, v", "v = [v, 1][0]", "v = {'a': v}.get('a')",
        "v = (v, 1)[1]", "v = f'{v}'", "v = v is None", "v = v == 1",
    ]

    // MARK: Expressions

    private mutating func value() -> String {
        random.pick(["'a'", "'b'", "1", "0", "None", "event.get('x')", "str(event.get('y'))", "KEPT", "len(LIST)", "v"])
    }

    private mutating func asked() -> String {
        random.pick([
            "event.get('x')", "event.get('y')", "event.get('z', 0)", "event.get('x') == 'a'", "event.get('y') == 1",
        ])
    }

    private mutating func test() -> String {
        random.pick([
            asked(), asked(), "KEPT", "KEPT == 'a'", "LIST", "len(LIST) > 2", "'a' in DICT", "DICT.get('k')", "v == 1",
            "v", "not \(asked())", "one(v)", "seen(event)", "often()", "isinstance(v, str)",
        ])
    }

    // MARK: Lines

    private mutating func addBlock() {
        depth += 1
        addStatement()
        if random.below(3) == 0 { addStatement() }
        depth -= 1
    }

    private mutating func add(_ line: String) { lines.append(String(repeating: "    ", count: depth) + line) }

    private mutating func addInner(_ line: String) { add("    \(line)") }
}
