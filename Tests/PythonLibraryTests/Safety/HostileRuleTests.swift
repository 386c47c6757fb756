import Diagnostics
import Events
import Glibc
import PythonLibrary
import PythonRuntime
import PythonSyntax
import Testing

/// Rules of strangers: each ends soon, as it should, and leaves the machine as it found it.
@Suite struct HostileRuleTests {
    /// Small enough that the debug build ends each within a second or two.
    static let limits: Limits = {
        var limits = Limits()
        limits.stepsMax = 60_000
        limits.arenaBytesMax = 16 << 20
        limits.heapBytesMax = 4 << 20
        limits.patternStepsMax = 100_000
        return limits
    }()

    /// Seconds of processor time that one may take in a debug build; the checked mode and the sanitizer take more.
    #if MARGAY_CHECKED
        static let secondsMax = 20.0
    #else
        static let secondsMax = 4.0
    #endif

    static let innocent = """
        import re
        calls = []
        def rule(event):
            calls.append(event.get('name'))
            words = sorted(re.findall('[a-z]+', event.get('name')), key=len)
            return f'{words[-1]:>8}{sum(range(100))}', len(calls), calls[0]
        """

    @Test("ends as it should and leaves the next rule alone", arguments: HostileRule.all)
    func ends(_ rule: HostileRule) throws {
        let outcome = NativeStack.run { Self.run(rule) }
        #expect(outcome.first == rule.outcome)
        #expect(outcome.second == rule.outcome || !outcome.isRepeatable, "on the second event")
        #expect(outcome.innocent == ["('  margay4950', 1, 'a margay')", "('  margay4950', 2, 'a margay')"])
        #expect(outcome.seconds < Self.secondsMax)
    }

    struct Outcome {
        var first = ""
        var second = ""
        /// Whether the second event must go as the first: it does unless modules kept something.
        var isRepeatable = true
        var innocent: [String] = []
        var seconds = 0.0
    }

    static func run(_ rule: HostileRule) -> Outcome {
        var outcome = Outcome()
        var machine = Machine(
            limits: limits,
            environment: Environment(now: { 1_700_000_000 }, library: Library.table)
        )
        let start = processorTime()
        do {
            var tape = Tape()
            try tape.parse(copying: Array(#"{"name":"a margay","list":[1,2,{"deep":[3]}]}"#.utf8))
            outcome.first = evaluate(rule.program, "hostile", tape.view, &machine)
            outcome.innocent.append(evaluate(innocent, "innocent", tape.view, &machine))
            outcome.second = evaluate(rule.program, "hostile", tape.view, &machine)
            outcome.innocent.append(evaluate(innocent, "innocent", tape.view, &machine))
        } catch {
            outcome.first = "\(error)"
        }
        outcome.isRepeatable =
            !rule.program.contains("table = {")
            && !rule.program.contains("\nbox") && !rule.program.contains("\nitems")
        outcome.seconds = processorTime() - start
        return outcome
    }

    /// Runs `rule` of a module on the event as one event of its own: its result's repr, or the type of what it raised.
    private static func evaluate(_ program: String, _ name: String, _ tape: TapeView, _ machine: inout Machine)
        -> String
    {
        let source = Source(path: "\(name).py", text: program)
        guard let code = Compiler.compile(Parser.parse(source).module, name: name, source: source).code else {
            return "does not compile"
        }
        var result: String
        do throws(Raised) {
            let module = try machine.load(code)
            let function = try machine.attribute(module, machine.name("rule"))
            let value = try machine.call(function, with: machine.beginEvent(tape))
            result = machine.string(try machine.repr(value))
        } catch {
            result = machine.describeException().type
        }
        do throws(Raised) { try machine.finishEvent() } catch {
            result = "finishEvent: \(machine.describeException().type)"
        }
        return result
    }

    /// Seconds of processor time of this thread.
    static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
