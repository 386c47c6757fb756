import Diagnostics
import Events
import Foundation
import PythonLibrary
import PythonSyntax
import TestSupport
import Testing

@testable import PythonRuntime

/// Random rules that keep something from event to event, with small budgets: what the fuzzer of the machine does
/// (`Fuzz/Machine`), with seeds. None may crash, use a value after its end (checked mode) or show the seed of hashes.
///
/// `MARGAY_PROGRAMS` is how many (60), `MARGAY_PROGRAM_SEED` the first seed (1).
@Suite struct RandomRuleTests {
    private static func setting(_ name: String, _ value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
    }

    @Test("say the same with another seed of hashes, and with the heap compacted at each event") func stable() throws {
        let first = Self.setting("MARGAY_PROGRAM_SEED", 1)
        for seed in first..<(first + Self.setting("MARGAY_PROGRAMS", 60)) {
            var generator = RandomProgram(seed: UInt64(seed))
            let text = generator.rule()
            let source = Source(path: "random.py", text: text)
            let parsed = Parser.parse(source)
            try #require(parsed.isValid, "seed \(seed): no program\n\(text)")
            guard let code = Compiler.compile(parsed.module, name: "random", source: source).code else { continue }
            let outputs = NativeStack.run {
                [Self.run(code, seed: 1), Self.run(code, seed: 2), Self.run(code, seed: 1, compactsAlways: true)]
            }
            #expect(outputs[0] == outputs[1], "seed \(seed), the seed of hashes shows\n\(text)")
            #expect(outputs[0] == outputs[2], "seed \(seed), compaction shows\n\(text)")
        }
    }

    /// What the module prints while it is loaded, and what its rule prints and answers on four events.
    private static func run(_ code: ModuleCode, seed: UInt64, compactsAlways: Bool = false) -> String {
        var limits = Limits()
        limits.stepsMax = 20_000
        limits.arenaBytesMax = 1 << 20
        limits.heapBytesMax = 1 << 22
        limits.depthMax = 100
        limits.nativeDepthMax = 40
        limits.printedBytesMax = 1 << 14
        limits.integerBitsMax = 1 << 14
        limits.patternStepsMax = 10_000
        var machine = Machine(
            limits: limits,
            environment: Environment(now: { 1_700_000_000 }, hashSeed: seed, library: Library.table)
        )
        if compactsAlways {
            machine.memory.heapThreshold = 0
            machine.memory.heapThresholdMin = 0
        }
        var tape = Tape()
        let event = #"{"name":"a margay","list":[1,2,{"deep":[3]}]}"#
        guard (try? tape.parse(copying: Array(event.utf8))) != nil else { return "" }
        var output = ""
        do throws(Raised) {
            let module = try machine.loadEntry(code, in: machine.makeSpace())
            end(&machine, &output)
            for _ in 0..<4 {
                let rule = machine.moduleAttribute(module, machine.name("rule"))
                let event = machine.beginEvent(tape.view)
                do throws(Raised) {
                    output += machine.string(try machine.repr(try machine.call(rule, with: event))) + "\n"
                } catch {
                    output += machine.describeException().type + "\n"
                }
                end(&machine, &output)
            }
        } catch {
            output += machine.describeException().type
        }
        return output.replacing(#/ at 0x[0-9a-f]+/#, with: "")
    }

    private static func end(_ machine: inout Machine, _ output: inout String) {
        output += String(decoding: machine.printed, as: UTF8.self)
        do throws(Raised) { try machine.finishEvent() } catch { output += "kept too much\n" }
    }
}
