import Diagnostics
import Events
import PythonLibrary
import PythonSyntax
import Testing

@testable import PythonRuntime

/// Rules that hoard, each in a space of its own, beside one that does not: docs/adr/0017-shares.md.
@Suite struct ShareTests {
    static let limits: Limits = {
        var limits = Limits()
        limits.heapBytesMax = 4 << 20
        limits.shareBytesMax = 1 << 20
        return limits
    }()

    static let counter =
        "seen = {}\ndef rule(event):\n    seen[len(seen)] = 'seen %d' % len(seen)\n    return len(seen)\n"

    static func load(_ program: String, _ machine: inout Machine) throws(Raised) -> Value {
        let source = Source(path: "rule.py", text: program)
        guard let code = Compiler.compile(Parser.parse(source).module, name: "rule", source: source).code else {
            throw machine.raise(.syntaxError, "does not compile")
        }
        let module = try machine.loadEntry(code, in: machine.makeSpace())
        try machine.finishEvent()
        return module
    }

    /// One event: the repr of what `rule` of a module returns, or the type of what the event ended with.
    static func event(_ module: Value, _ machine: inout Machine) -> String {
        var tape = Tape()
        guard (try? tape.parse(copying: Array("{}".utf8))) != nil else { return "no event" }
        var result: String
        do throws(Raised) {
            let function = try machine.attribute(module, machine.name("rule"))
            result = machine.string(try machine.repr(try machine.call(function, with: machine.beginEvent(tape.view))))
        } catch { result = machine.describeException().type }
        do throws(Raised) { try machine.finishEvent() } catch {
            result = "at its end " + machine.describeException().type
        }
        return result
    }

    /// What each rule says at each of `count` events, in turn; nil if one cannot be loaded. `look` sees the machine after each.
    static func run(
        _ programs: [String],
        events count: Int,
        limits: Limits = limits,
        look: @Sendable (borrowing Machine) -> Void = { _ in }
    ) -> [[String]]? {
        NativeStack.run { () -> [[String]]? in
            var machine = KeptStateTests.machine(limits)
            var modules: [Value] = []
            for program in programs {
                guard let module = try? load(program, &machine) else { return nil }
                modules.append(module)
            }
            var answers = programs.map { _ in [String]() }
            for _ in 0..<count {
                for (index, module) in modules.enumerated() {
                    answers[index].append(event(module, &machine))
                    look(machine)
                }
            }
            return answers
        }
    }

    static let told = "at its end BudgetExceeded"

    @Test("at its share a rule goes on, one byte past it it is told") func edge() throws {
        func says(_ count: Int) -> String? {
            Self.run(["kept = ''\ndef rule(event):\n    global kept\n    kept = 'x' * \(count)\n"], events: 1)?[0][0]
        }
        var (fits, tooMuch) = (0, 2 << 20)
        while tooMuch - fits > 1 {
            let middle = (fits + tooMuch) / 2
            if says(middle) == "None" { fits = middle } else { tooMuch = middle }
        }
        #expect(says(tooMuch) == Self.told)
        // The module's globals take a little too.
        #expect(fits <= Self.limits.shareBytesMax && fits > Self.limits.shareBytesMax - 4096)
    }

    struct Hoard: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var program: String
        /// The events it is not told at, at least.
        var free: Int

        init(_ description: String, free: Int, _ program: String) {
            testDescription = description
            self.program = program
            self.free = free
        }
    }

    static let hoards: [Hoard] = [
        Hoard("texts in a list", free: 9, "kept = []\ndef rule(event): kept.append('x' * 100_000)\n"),
        Hoard("texts in a dictionary", free: 9, "kept = {}\ndef rule(event): kept[len(kept)] = 'x' * 100_000\n"),
        Hoard("a list that grows in the heap", free: 0, "kept = []\ndef rule(event): kept.extend(range(20_000))\n"),
        Hoard(
            "a set that grows in the heap",
            free: 0,
            "kept = set()\ndef rule(event): kept.update(range(len(kept), len(kept) + 5000))\n"
        ),
        Hoard(
            "attributes of an instance",
            free: 0,
            "class C: pass\nc = C()\nn = 0\ndef rule(event):\n    global n\n    for _ in range(3000):\n        n += 1\n        setattr(c, 'a%d' % n, n)\n"
        ),
        Hoard(
            "compiled patterns",
            free: 0,
            "import re\nkept = []\ndef rule(event): kept.extend([re.compile('a%d' % (len(kept) + n)) for n in range(40)])\n"
        ),
        Hoard(
            "states of hashes",
            free: 0,
            "import hashlib\nkept = []\ndef rule(event): kept.extend([hashlib.md5() for n in range(40)])\n"
        ),
        Hoard(
            "a cache",
            free: 0,
            "from functools import lru_cache\n@lru_cache(maxsize=None)\ndef f(n): return 'x' * 50_000 + str(n)\nn = 0\ndef rule(event):\n    global n\n    n += 1\n    f(n)\n"
        ),
        Hoard(
            "defaults of a function",
            free: 9,
            "def keep(kept=[]): kept.append('x' * 100_000)\ndef rule(event): keep()\n"
        ),
        Hoard("a chain", free: 9, "kept = None\ndef rule(event):\n    global kept\n    kept = (kept, 'x' * 100_000)\n"),
        Hoard(
            "far too much at once",
            free: 0,
            "kept = []\ndef rule(event): kept.append(['x' * 100_000 + str(n) for n in range(100)])\n"
        ),
    ]

    @Test("who hoards is told, each time, and no other rule is", arguments: hoards)
    func hoarding(_ hoard: Hoard) throws {
        let answers = try #require(Self.run([hoard.program, Self.counter], events: 40))
        #expect(answers[1] == (1...40).map { "\($0)" })
        #expect(!answers[0].prefix(hoard.free).contains { $0.hasSuffix("BudgetExceeded") })
        #expect(answers[0].suffix(10).allSatisfy { $0.hasSuffix("BudgetExceeded") }, "\(answers[0])")
    }

    @Test("what hoarders keep is bounded", arguments: hoards)
    func bounded(_ hoard: Hoard) throws {
        let programs = Array(repeating: hoard.program, count: 3) + [Self.counter]
        let answers = Self.run(programs, events: 30) { (machine: borrowing Machine) in
            #expect(machine.heapShares.shares.allSatisfy { $0.charged <= 9 << 18 })
            #expect(machine.memory.heap.used <= machine.memory.heap.capacity)
        }
        #expect(answers?.last == (1...30).map { "\($0)" })
    }

    @Test("many that each keep to their share fill the heap, and small rules still do not notice") func crowd() throws {
        // Ten times nine tenths of a share, where the heap holds four shares.
        let hoarder =
            "kept = []\ndef rule(event):\n    if len(kept) < 9: kept.append('x' * 100_000)\n    return len(kept)\n"
        let programs = Array(repeating: hoarder, count: 10) + [Self.counter]
        let answers = try #require(Self.run(programs, events: 200))
        #expect(answers[10] == (1...200).map { "\($0)" })
        #expect(answers.prefix(10).contains { $0.contains(Self.told) })
    }

    @Test("a rule that lets go of its hoard goes on at once") func release() throws {
        let program = """
            kept = []
            calls = 0
            def rule(event):
                global calls
                calls += 1
                if calls == 20: kept.clear()
                kept.append('x' * 100_000)
                return len(kept)
            """
        let answers = try #require(Self.run([program], events: 25))[0]
        #expect(answers[15...18].allSatisfy { $0 == Self.told })
        #expect(Array(answers[19...]) == (1...6).map { "\($0)" })
    }

    @Test("a rule near its share that replaces little does not compact at each event") func amortised() throws {
        let program = """
            kept = 'x' * 1_000_000
            word = ''
            n = 0
            def rule(event):
                global word, n
                n += 1
                word = str(n) * 1000
            """
        let answers = NativeStack.run { () -> (Set<String>, Int)? in
            var machine = KeptStateTests.machine(Self.limits)
            guard let module = try? Self.load(program, &machine) else { return nil }
            let before = machine.memory.heap.generation
            var answers: Set<String> = []
            for _ in 0..<500 { answers.insert(Self.event(module, &machine)) }
            return (answers, Int(machine.memory.heap.generation &- before))
        }
        #expect(answers?.0 == ["None"])
        #expect((answers?.1 ?? .max) < 20)
    }

    @Test("a rule that is loaded is told of its share too") func loading() throws {
        let type = NativeStack.run { () -> String in
            var machine = KeptStateTests.machine(Self.limits)
            do throws(Raised) { _ = try Self.load("kept = 'x' * 1_100_000\n", &machine) } catch {
                return machine.describeException().type
            }
            return "nothing"
        }
        #expect(type == "BudgetExceeded")
    }
}
