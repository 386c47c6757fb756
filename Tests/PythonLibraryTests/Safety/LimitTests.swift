import Diagnostics
import PythonSyntax
import Testing

@testable import PythonLibrary
@testable import PythonRuntime

/// Each limit of the machine at its edge and one past it.
@Suite struct LimitTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        /// Made of a number: the edge, or one past it.
        var program: @Sendable (Int) -> String
        var edge: Int
        var limits: Limits
        var past: String

        var testDescription: String { name }
    }

    static func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    static let rows: [Row] = [
        Row(
            name: "printedBytesMax",
            program: { "def rule(event):\n    print('x' * 500)\n    print('y' * \($0))\n" },
            edge: 498,
            limits: limits { $0.printedBytesMax = 1000 },
            past: "BudgetExceeded"
        ),
        Row(
            name: "printedBytesMax with separators",
            program: { "def rule(event):\n    print(*['x'] * \($0), sep='--', end='')\n" },
            edge: 334,
            limits: limits { $0.printedBytesMax = 1000 },
            past: "BudgetExceeded"
        ),
        Row(
            name: "nativeDepthMax",
            program: {
                "def rule(event):\n    a = []\n    for _ in range(\($0)): a = [a]\n    return a == [a] and repr(a)\n"
                    .replacing("a == [a] and repr(a)", with: "None if repr(a) else 1")
            },
            edge: 17,
            limits: limits { $0.nativeDepthMax = 20 },
            past: "RecursionError"
        ),
        Row(
            name: "depthMax",
            program: { "def down(n):\n    if n: down(n - 1)\ndef rule(event): down(\($0))\n" },
            edge: 48,
            limits: limits { $0.depthMax = 50 },
            past: "RecursionError"
        ),
        Row(
            name: "integerBitsMax",
            program: { "def rule(event):\n    n = 1 << \($0)\n" },
            edge: 999,
            limits: limits { $0.integerBitsMax = 1000 },
            past: "BudgetExceeded"
        ),
        Row(
            name: "namesAddedMax",
            program: {
                "def rule(event):\n    import rule\n    for n in range(\($0)): setattr(rule, 'added%d' % n, n)\n"
            },
            edge: Machine.namesAddedMax,
            limits: Limits(),
            past: "BudgetExceeded"
        ),
        Row(
            name: "addedNameBytesMax",
            program: { "def rule(event):\n    import rule\n    setattr(rule, 'x' * \($0), 1)\n" },
            edge: Machine.addedNameBytesMax,
            limits: Limits(),
            past: "BudgetExceeded"
        ),
        Row(
            name: "addedNameBytesOfSpaceMax",
            program: { count in
                // Eight names that fill what the limit leaves, the last of which the count makes longer.
                """
                def rule(event):
                    import rule
                    for n in range(124): setattr(rule, 'x%03d' % n * 250, n)
                    setattr(rule, 'y' * 1000, 1)
                    setattr(rule, 'z' * \(count), 1)
                """
            },
            edge: Machine.addedNameBytesOfSpaceMax - 125 * (1000 + Machine.addedNameOverhead)
                - Machine.addedNameOverhead,
            limits: Limits(),
            past: "BudgetExceeded"
        ),
        Row(
            name: "objectsMax",
            program: {
                "import hashlib\ndef rule(event):\n    for _ in range(\($0)): hashlib.md5()\n"
            },
            edge: ForeignTable.objectsMax,
            limits: Limits(),
            past: "BudgetExceeded"
        ),
        Row(
            name: "importPartsMax",
            program: { count in
                let name = "logging" + String(repeating: ".x", count: count - 1)
                return "def rule(event):\n    try:\n        import \(name)\n    except ModuleNotFoundError: pass\n"
            },
            edge: Machine.importPartsMax,
            limits: Limits(),
            past: "ImportError"
        ),
        Row(
            name: "arenaBytesMax",
            program: { "def rule(event):\n    n = 'x' * \($0)\n" },
            edge: 60_000,
            limits: limits { $0.arenaBytesMax = 1 << 16 },
            past: "BudgetExceeded"
        ),
    ]

    /// One past the edge, for limits that count in other units a good deal past it.
    @Test("holds at its edge and not past it", arguments: rows)
    func edges(_ row: Row) {
        let step = row.name == "arenaBytesMax" ? 6_000 : row.name == "nativeDepthMax" ? 6 : 1
        let (at, past) = NativeStack.run { () -> (String, String) in
            var first = KeptStateTests.machine(row.limits)
            let at = KeptStateTests.event(row.program(row.edge), "rule", &first)
            var second = KeptStateTests.machine(row.limits)
            let past = KeptStateTests.event(row.program(row.edge + step), "rule", &second)
            return (at, past)
        }
        #expect(at == "None")
        #expect(past.hasPrefix(row.past), "\(past)")
    }

    @Test("constants of modules have room up to their limit; a module past it is not loaded", arguments: [0, 1])
    func constants(past: Int) throws {
        let source = Source(path: "rule.py", text: "WORD = 'a margay'\nBLOB = b'abc'\nPARTS = ('x', 2 ** 100)\n")
        let code = try #require(Compiler.compile(Parser.parse(source).module, name: "rule", source: source).code)
        let (type, used) = NativeStack.run { () -> (String, Int) in
            var machine = KeptStateTests.machine()
            let start = Memory.constantBytesMax - code.constantByteCount + past
            machine.memory.constants.used = start
            do throws(Raised) { _ = try machine.load(code) } catch {
                return (machine.describeException().type, machine.memory.constants.used - start)
            }
            return ("loaded", machine.memory.constants.used - start)
        }
        #expect(type == (past == 0 ? "loaded" : "BudgetExceeded"))
        #expect(used <= code.constantByteCount)
    }

    @Test("patterns that are remembered weigh no more than their limit") func patternWeight() {
        // Each a tenth of a mebibyte or so in PCRE2, of other letters.
        let program = """
            import re
            count = 0
            def rule(event):
                global count
                count += 1
                re.compile('(?:abc|d%d|[x-z]{9}){300}' % count)
            """
        let weight = NativeStack.run { () -> Int in
            var machine = KeptStateTests.machine()
            for _ in 0..<120 { _ = KeptStateTests.event(program, "rule", &machine) }
            return (try? RegexState.of(&machine).weight) ?? 0
        }
        #expect(weight <= RegexState.patternBytesMax)
        #expect(weight > RegexState.patternBytesMax / 2)
    }

    @Test("constant patterns that have a value for good weigh no more than their limit") func permanentWeight() throws {
        func weight(_ count: Int) -> (answer: String, weight: Int) {
            let searches = (0..<count).map { "    re.search('(?:abc|d\(1000 + $0)|[x-z]{9}){300}', 'x')\n" }
            return NativeStack.run {
                var machine = KeptStateTests.machine()
                let program = "import re\ndef rule(event):\n" + searches.joined()
                let answer = KeptStateTests.event(program, "rule", &machine)
                return (answer, (try? RegexState.of(&machine).permanentWeight) ?? 0)
            }
        }
        let one = weight(1).weight
        try #require(one > 0)
        let most = RegexState.permanentBytesMax / one
        // One more than fit; it is found all the same.
        let all = weight(most + 1)
        #expect(all.answer == "None")
        #expect(all.weight == most * one)
    }

    /// Each of a hundred keys is compared with all before it.
    @Test(
        "keys of one hash pay for being compared",
        arguments: ["{A() for _ in range(100)}", "{A(): 1 for _ in range(100)}"]
    )
    func collisions(_ display: String) {
        let program = "class A:\n    def __hash__(self): return 1\ndef rule(event): len(\(display))\n"
        let comparisons = 100 * 99 / 2 * Machine.collisionSteps
        let answers = NativeStack.run {
            [comparisons, comparisons + 5_000].map { steps -> String in
                var machine = KeptStateTests.machine(Self.limits { $0.stepsMax = steps })
                return KeptStateTests.event(program, "rule", &machine)
            }
        }
        #expect(answers[0].hasPrefix("BudgetExceeded"), "\(answers)")
        #expect(answers[1] == "None")
    }

    @Test("printing starts anew with each event") func printedAgain() {
        let limits = Self.limits { $0.printedBytesMax = 100 }
        let answers = NativeStack.run { () -> [String] in
            var machine = KeptStateTests.machine(limits)
            return (0..<3).map { _ in
                KeptStateTests.event("def rule(event):\n    print('x' * 99)\n", "rule", &machine)
            }
        }
        #expect(answers == ["None", "None", "None"])
    }

    @Test("the store of rules counts its bytes") func storeBytes() throws {
        var store = KeyValueStore()
        let large = [UInt8](repeating: 0x61, count: 400 * 1024 - 16)
        var count = 0
        let fault: KeyValueStore.Fault? = {
            do throws(KeyValueStore.Fault) {
                while count < 10_000 {
                    try store.update(Array("\(count)".utf8)) { (item) throws(KeyValueStore.Fault) in
                        item.dictionary = large
                    }
                    count += 1
                }
                return nil
            } catch { return error }
        }()
        #expect(fault == .full)
        #expect(store.byteCount <= KeyValueStore.bytesMax)
        #expect(store.byteCount + large.count + 128 > KeyValueStore.bytesMax)
        // Room is given back, and an item may shrink.
        try store.update(Array("0".utf8)) { (item) throws(KeyValueStore.Fault) in item.dictionary = [] }
        store.remove(Array("1".utf8))
        try store.update(Array("new".utf8)) { (item) throws(KeyValueStore.Fault) in item.dictionary = large }
        for key in Array(store.items.keys) { store.remove(key) }
        #expect(store.byteCount == 0)
    }
}
