import Diagnostics
import Events
import PythonLibrary
import PythonSyntax
import Testing

@testable import PythonRuntime

/// What modules keep lives on, whole, through the end of events and through the compaction of the heap.
@Suite struct KeptStateTests {
    @Test("is the same on each event", arguments: KeptState.all, [false, true])
    func lives(_ state: KeptState, compactingAlways: Bool) throws {
        let answers = NativeStack.run { () -> [String] in
            var machine = Self.machine()
            if compactingAlways {
                machine.memory.heapThresholdMin = 0
                machine.memory.heapThreshold = 0
            }
            return state.answers.map { _ in
                if compactingAlways { machine.memory.heapThreshold = 0 }
                return Self.event(state.program, "rule", &machine)
            }
        }
        #expect(answers == state.answers)
    }

    @Test("what is replaced on each event is reclaimed") func reclaimed() {
        var limits = Limits()
        limits.heapBytesMax = 1 << 20
        let (answers, used) = NativeStack.run { () -> (Set<String>, Int) in
            var machine = Self.machine(limits)
            var answers: Set<String> = []
            for _ in 0..<10_000 {
                answers.insert(
                    Self.event(
                        """
                        state = {}
                        def rule(event):
                            global state
                            state = {'name': event['name'] * 50, 'parts': [[n] for n in range(5)]}
                            return len(state)
                        """,
                        "rule",
                        &machine
                    )
                )
            }
            return (answers, machine.memory.heap.used)
        }
        #expect(answers == ["2"])
        #expect(used <= limits.heapBytesMax)
    }

    /// The hog keeps some 100 KB more with each event: it goes on to the limit, then each event that adds is told so,
    /// and no other is.
    @Test("one module that keeps too much is told, others are not") func heapLimit() {
        var limits = Limits()
        limits.heapBytesMax = 1 << 20
        let (hog, other, after) = NativeStack.run { () -> ([String], [String], String) in
            var machine = Self.machine(limits)
            let hog = """
                kept = []
                def rule(event):
                    if len(kept) == 14: kept.clear()
                    kept.append('x' * 100_000)
                    return len(kept)
                """
            let other = "word = ''\ndef rule(event):\n    global word\n    word = event['name']\n    return word\n"
            var first: [String] = []
            var second: [String] = []
            for _ in 0..<14 {
                first.append(Self.event(hog, "hog", &machine))
                second.append(Self.event(other, "other", &machine))
            }
            return (first, second, Self.event(hog, "hog", &machine))
        }
        #expect(hog.prefix(10) == ArraySlice((1...10).map { "\($0)" }))
        #expect(hog.dropFirst(10).allSatisfy { $0 == "finishEvent: BudgetExceeded" })
        #expect(other.allSatisfy { $0 == "'a margay'" })
        #expect(after == "1")
    }

    @Test("what the library keeps and the heap has no room for is gone, not left behind in the arena")
    func retainedWithoutRoom() throws {
        let (kept, number, text) = try NativeStack.run { () -> Result<(Value, Value, Value), Raised> in
            Result { () throws(Raised) in
                var machine = Self.machine()
                machine.retained["kept"] = try machine.makeList([.int(1)])
                machine.retained["number"] = .int(7)
                machine.memory.heap.used = machine.memory.heap.capacity
                machine.memory.heapThreshold = .max
                var text = Value.unbound
                do throws(Raised) { try machine.finishEvent() } catch {
                    text = try machine.makeString(machine.describeException().type)
                }
                return (machine.retained["kept"] ?? .unbound, machine.retained["number"] ?? .unbound, text)
            }
        }.get()
        #expect(kept.isNone)
        #expect(number.intValue == 7)
        #expect(text.isString, "the event that kept it is told")
    }

    @Test("a pattern that is replaced is let go: more than the table holds, one after the other")
    func replacedPatterns() {
        let program = """
            import re
            pattern = None
            kept = re.compile('mar')
            count = 0
            def rule(event):
                global pattern, count
                count += 1
                pattern = re.compile('m' + 'a?' * (count % 50))
                return kept.search(event['name']).group()
            """
        let (answers, alive) = NativeStack.run { () -> (Set<String>, Int) in
            var machine = Self.machine()
            var answers: Set<String> = []
            for _ in 0..<(ForeignTable.keptThresholdMin * 2 + 10) {
                answers.insert(Self.event(program, "rule", &machine))
            }
            return (answers, machine.foreign.aliveCount)
        }
        #expect(answers == ["'mar'"])
        #expect(alive < ForeignTable.keptThresholdMin + 100)
    }

    // MARK: Running

    static func machine(_ limits: Limits = Limits()) -> Machine {
        Machine(limits: limits, environment: Environment(now: { 1_700_000_000 }, library: Library.table))
    }

    /// One event of a module, which is loaded if it is not: the repr of what its rule returns.
    static func event(_ program: String, _ name: String, _ machine: inout Machine) -> String {
        var tape = Tape()
        guard (try? tape.parse(copying: Array(#"{"name":"a margay","list":[1,2,{"deep":[3]}]}"#.utf8))) != nil else {
            return "no event"
        }
        let source = Source(path: "\(name).py", text: program)
        var result: String
        do throws(Raised) {
            if machine.module(named: name) == nil {
                guard let code = Compiler.compile(Parser.parse(source).module, name: name, source: source).code else {
                    return "does not compile"
                }
                _ = try machine.load(code)
                try machine.finishEvent()
            }
            let module = try machine.importModule(name, leaf: true)
            let function = try machine.attribute(module, machine.name("rule"))
            result = machine.string(try machine.repr(try machine.call(function, with: machine.beginEvent(tape.view))))
        } catch {
            let raised = machine.describeException()
            result = "\(raised.type): \(raised.message)"
        }
        do throws(Raised) { try machine.finishEvent() } catch {
            result = "finishEvent: \(machine.describeException().type)"
        }
        return result
    }
}
