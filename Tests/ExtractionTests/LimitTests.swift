import Conditions
import Testing

@testable import Extraction

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Each limit of the analysis: what just fits is said, one more is opaque, and nothing takes long.
@Suite struct LimitTests {
    /// A limit, with rules of a size.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let set: @Sendable (inout ExtractionLimits) -> Void
        /// A rule that just fits, and one that does not.
        let fits: String
        let exceeds: String

        var testDescription: String { name }
    }

    private static func chain(_ count: Int) -> String {
        var text = "def f0(event):\n    return event.get('a') == 'x'\n"
        for number in 1..<count { text += "def f\(number)(event):\n    return f\(number - 1)(event)\n" }
        return text + "def rule(event):\n    return f\(count - 1)(event)\n"
    }

    private static func loop(_ count: Int) -> String {
        let words = (0..<count).map { "'\($0)'" }.joined(separator: ", ")
        return
            "def rule(event):\n    for w in (\(words),):\n        if event.get('a') == w:\n            return True\n    return False\n"
    }

    private static func alternatives(_ count: Int) -> String {
        var text = "def rule(event):\n    v = event.get('v')\n"
        for number in 1..<count { text += "    if event.get('k\(number)'):\n        v = event.get('v\(number)')\n" }
        return text + "    return v == 'x'\n"
    }

    private static func nodes(_ count: Int) -> String {
        let parts = (0..<count).map { "event.get('k\($0)')" }.joined(separator: ", ")
        return "def rule(event):\n    return all([\(parts)])\n"
    }

    private static func nested(_ count: Int) -> String {
        "def rule(event):\n    return " + String(repeating: "not ", count: count) + "event.get('a')\n"
    }

    private static func row(_ count: Int, _ sign: String) -> String {
        "def rule(event):\n    return " + Array(repeating: "event.get('a', 1)", count: count).joined(separator: sign)
            + " or True\n"
    }

    private static func branches(_ count: Int) -> String {
        let tests = (0..<count).map { "event.get('a') == '\($0)':\n        return True\n    " }
        return "def rule(event):\n    if " + tests.joined(separator: "elif ") + "return False\n"
    }

    /// Blocks in one another, each followed by one that may leave.
    private static func blocks(_ levels: Int, tests: Int) -> String {
        var text = "def rule(event):\n"
        for level in 1...levels {
            let row = (0..<tests).map { "event.get('k\(level)_\($0)') == \($0)" }.joined(separator: " or ")
            text += String(repeating: " ", count: level) + "if \(row):\n"
        }
        text += String(repeating: " ", count: levels + 1) + "return event.get('z') == 1\n"
        for level in (1...levels).reversed() {
            let space = String(repeating: " ", count: level)
            text += "\(space)if event.get('q\(level)') == 'a':\n\(space) return event.get('w\(level)') == 'b'\n"
        }
        return text + " return False\n"
    }

    private static func matched(_ count: Int) -> String {
        let cases = (0..<count).map { "        case '\($0)':\n            return True\n" }.joined()
        return "def rule(event):\n    match event.get('a'):\n" + cases + "    return False\n"
    }

    /// Functions that call each other, where the analysis does not follow.
    private static func unseen(_ count: Int) -> String {
        let functions = (0..<count).map { "def f\($0)(x):\n    return f\($0 + 1)(x)\n" }.joined()
        return functions
            + "def f\(count)(x):\n    return x\ndef rule(event):\n    while event.get('a'):\n        f0([])\n"
            + "    return True\n"
    }

    private static func appended(_ count: Int) -> String {
        let calls = (0..<count).map { "    l.append('\($0)')\n" }.joined()
        return "def rule(event):\n    l = []\n\(calls)    return event.get('a') in l\n"
    }

    private static func joined(_ count: Int) -> String {
        "def rule(event):\n    return event.get('a') == 'x' + '\(String(repeating: "y", count: count - 1))'\n"
    }

    private static func tests(_ number: Int, _ count: Int) -> String {
        (0..<count).map { "event.get('k\(number)_\($0)') == 1" }.joined(separator: " and ")
    }

    static let cases: [Case] = [
        Case(name: "callDepth", set: { $0.callDepth = 4 }, fits: chain(3), exceeds: chain(4)),
        Case(name: "unrolledRounds", set: { $0.unrolledRounds = 8 }, fits: loop(8), exceeds: loop(9)),
        Case(name: "alternatives", set: { $0.alternatives = 4 }, fits: alternatives(4), exceeds: alternatives(5)),
        Case(name: "conditionNodes", set: { $0.conditionNodes = 12 }, fits: nodes(11), exceeds: nodes(12)),
        Case(name: "nesting", set: { $0.nesting = 12 }, fits: nested(8), exceeds: nested(12)),
        Case(
            name: "nesting, of a row of tests",
            set: { $0.nesting = 12 },
            fits: row(6, " or "),
            exceeds: row(13, " or ")
        ),
        Case(
            name: "nesting, of a row of comparisons",
            set: { $0.nesting = 12 },
            fits: row(6, " < "),
            exceeds: row(14, " < ")
        ),
        Case(name: "nesting, of branches", set: { $0.nesting = 12 }, fits: branches(6), exceeds: branches(13)),
        Case(name: "nesting, of cases", set: { $0.nesting = 12 }, fits: matched(6), exceeds: matched(13)),
        Case(
            name: "compiledNodes",
            set: { $0.compiledNodes = 400 },
            fits: blocks(3, tests: 2),
            exceeds: blocks(9, tests: 2)
        ),
        Case(name: "elements", set: { $0.elements = 5 }, fits: appended(5), exceeds: appended(6)),
        Case(name: "textBytes", set: { $0.textBytes = 16 }, fits: joined(16), exceeds: joined(17)),
        Case(name: "steps", set: { $0.steps = 150 }, fits: loop(10), exceeds: loop(40)),
    ]

    @Test("both sides of each limit", arguments: cases) func edges(_ row: Case) throws {
        var limits = ExtractionLimits()
        row.set(&limits)
        let fits = try #require(SmallPack(row.fits).extract(limits))
        #expect(fits.isExact, "\(fits.condition.text)")
        let exceeds = try #require(SmallPack(row.exceeds).extract(limits))
        #expect(!exceeds.isExact)
        #expect(exceeds.opaques.contains { $0.reason == .limit })
    }

    @Test("state that comes in as many steps as are looked at, and in one more", arguments: [2, 3])
    func settlingRounds(steps: Int) throws {
        var limits = ExtractionLimits()
        limits.settlingRounds = 4
        var text = "S0 = " + (1...steps).map { "S\($0) = " }.joined() + "0\ndef rule(event):\n"
        text += "    global S0, " + (1...steps).map { "S\($0)" }.joined(separator: ", ") + "\n"
        text += "    if event.get('a') == 'x':\n        return False\n"
        for step in (1...steps).reversed() { text += "    if S\(step - 1):\n        S\(step) = 1\n" }
        let rule = try #require(SmallPack(text + "    S0 = 1\n    return False\n").extract(limits))
        #expect(rule.opaques.contains { $0.reason == .limit } == (steps == 3))
    }

    @Test("as many data models as are looked with, and one more", arguments: [2, 3]) func models(count: Int) throws {
        var limits = ExtractionLimits()
        limits.models = 2
        let logs = Array(["A", "B", "C"].prefix(count))
        let pack = ModelLooksTests.pack("def rule(event): return event.udm('user') == 'x'", logs: logs)
        let rule = try #require(pack.extract(limits))
        #expect(rule.isExact == (count == 2))
        #expect(rule.opaques.contains { $0.reason == .limit } == (count == 3))
    }

    /// Far more than anybody writes, nearly as much as a file may have.
    @Test(
        "rows of any length come to an end",
        arguments: [
            row(20_000, " or "), row(20_000, " < "), branches(10_000), matched(10_000), loop(20_000),
            unseen(20_000), blocks(60, tests: 40), blocks(90, tests: 4),
        ]
    )
    func rows(_ rule: String) throws { #expect(try #require(SmallPack(rule).extract()).isExact == false) }

    @Test("a choice is decided by as many tests around it as are kept, not by one further out", arguments: [0, 1])
    func facts(past: Int) {
        let tests = (0..<Symbol.factsMax + past).map { Condition.leaf(Leaf(.get("k\($0)"), .equals, ["x"])) }
        // Asks again for what the outermost choice has found not to be so.
        var value = Symbol.choice(tests[0], then: .string("never"), otherwise: .string("last"))
        for (number, test) in tests.enumerated().reversed() {
            value = .choice(test, then: .string("\(number)"), otherwise: value)
        }
        var decided = value.assuming([])
        while case .choice(_, _, let otherwise) = decided, case .choice = otherwise { decided = otherwise }
        guard case .choice(_, let then, let last) = decided else {
            Issue.record("no choice is left")
            return
        }
        #expect(then == .string(past == 0 ? "\(tests.count - 1)" : "never"))
        #expect(last == .string("last"))
    }

    @Test(
        "a test as large as the limit says which events an aggregate counts; a larger one is left out",
        arguments: [0, 1]
    )
    func aggregateTests(past: Int) {
        // The list is a node too.
        let leaves = (1..<Condition.testNodesMax + past).map { Condition.leaf(Leaf(.get("k\($0)"), .equals, ["x"])) }
        let small = Condition.leaf(Leaf(.get("a"), .equals, ["x"]))
        let aggregate = Aggregate(.constant(true), .greater, 5, isInferred: true)
        let condition = Condition.all([small, .any(leaves), .aggregate(aggregate)])
        guard case .all(let parts) = condition.completingAggregates(window: 60),
            case .aggregate(let found)? = parts.last
        else {
            Issue.record("the aggregate is gone")
            return
        }
        #expect(parts.count == 3)
        #expect(found.windowSeconds == 60)
        #expect(found.child == .conjunction(past == 0 ? [small, .any(leaves)] : [small]))
    }

    @Test("JSON among constants: bytes and nesting, at the limits and past them", arguments: [0, 1])
    func constantJSON(past: Int) {
        let text = "\"" + String(repeating: "x", count: ConstantJSON.bytesMax - 2 + past) + "\""
        #expect((ConstantJSON.parse(text) == nil) == (past == 1))
        // The value within the lists is a level too.
        let depth = ConstantJSON.nestingMax - 1 + past
        let nested = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        #expect((ConstantJSON.parse(nested) == nil) == (past == 1))
    }

    /// Rules made to explode.
    static let hostile: [Construct] = [
        Construct(
            "conditions that double",
            """
            def rule(event):
                a = event.get("a") == "x"
            \((0..<60).map { _ in "    a = (a and event.get('b')) == (event.get('c') and a)" }.joined(separator: "\n"))
                return a
            """
        ),
        Construct(
            "values that double",
            """
            def rule(event):
                a = event.get("a")
            \((0..<60).map { "    a = a if event.get('k\($0)') else event.get(a)" }.joined(separator: "\n"))
                return a == "x"
            """
        ),
        Construct(
            "loops in loops",
            """
            W = list(range(500))
            def rule(event):
                for a in W:
                    for b in W:
                        for c in W:
                            if event.get("a") == a + b + c:
                                return True
                return False
            """
        ),
        Construct(
            "calls that fan out",
            (0..<12).reduce(into: "def f0(e):\n    return e.get('a')\n") { text, number in
                text += "def f\(number + 1)(e):\n    return f\(number)(e) or f\(number)(e) or f\(number)(e)\n"
            } + "def rule(event):\n    return bool(f12(event))\n"
        ),
        Construct(
            "texts that double",
            """
            def rule(event):
                t = "xxxxxxxx"
            \(String(repeating: "    t = t + t\n", count: 60))
                return event.get("a") == t
            """
        ),
        Construct(
            "lists that double",
            """
            def rule(event):
                t = ["x"]
            \(String(repeating: "    t = t + t\n", count: 60))
                return event.get("a") in t
            """
        ),
        Construct(
            "branches one after the other",
            """
            def rule(event):
                n = []
            \((0..<200).map { "    if event.get('k\($0)'):\n        n.append('\($0)')\n" }.joined())
                return event.get("a") in n
            """
        ),
        Construct(
            "one value that 3,000 branches change",
            """
            def rule(event):
            \((0..<47).map { "    c\($0) = \(tests($0, 6))" }.joined(separator: "\n"))
                v = []
            \((0..<3_000).map { "    if c\($0 % 47):\n        v = event.get('v\($0)')" }.joined(separator: "\n"))
                return event.get("a") == v
            """
        ),
        Construct(
            "a deep expression",
            "def rule(event):\n    return " + String(repeating: "(", count: 80)
                + "event.get('a')" + String(repeating: " == 'x')", count: 80) + "\n"
        ),
    ]

    @Test("hostile rules end soon", arguments: hostile) func ends(_ construct: Construct) throws {
        let pack = SmallPack(construct.text)
        let start = Self.threadTime
        #expect(pack.extract() != nil)
        #expect(Self.threadTime - start < .seconds(20))
    }

    /// Time that the processor gave this thread: a busy machine makes no rule hostile.
    private static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
