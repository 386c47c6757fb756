import Foundation
import PythonRuntime
import TestSupport
import Testing

/// Random programs in Margay and in CPython, line by line.
///
/// `MARGAY_PROGRAMS` is how many (60), `MARGAY_PROGRAM_SEED` the first seed (1).
@Suite struct RandomProgramTests {
    private static func setting(_ name: String, _ value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
    }

    @Test("print what CPython prints") func agree() throws {
        guard let pythonPath else {
            print("no CPython on this machine: random programs are not compared")
            return
        }
        let first = Self.setting("MARGAY_PROGRAM_SEED", 1)
        let count = Self.setting("MARGAY_PROGRAMS", 60)
        // A batch for each process: what CPython is given must not grow without end.
        for start in stride(from: first, to: first + count, by: 200) {
            let seeds = Array(start..<min(start + 200, first + count))
            let programs = seeds.map { seed in
                var generator = RandomProgram(seed: UInt64(seed))
                return generator.program()
            }
            let input = try JSONSerialization.data(withJSONObject: programs)
            let result = try run(pythonPath, ["-W", "ignore", "-c", Self.driver, "random.py"], input: input)
            try #require(result.status == 0, "\(result.error)")
            let outputs = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String])
            try #require(outputs.count == programs.count)
            for (index, output) in outputs.enumerated() {
                // docs/dialect.md, "Identity": the type of `reversed` has one name here.
                let expected = output.replacing("list_reverseiterator", with: "reversed")
                if output.contains("TooLong: ") { continue }
                let actual = NativeStack.run { LanguageTests.output(of: programs[index], path: "random.py") }
                let difference = Self.difference(actual, expected)
                #expect(difference == nil, "seed \(seeds[index]): \(difference ?? "")\n\(programs[index])")
            }
        }
    }

    /// As for language tests, and a program that takes CPython longer than a few seconds is stopped: it has no budget.
    private static let driver = LanguageTests.driver
        .replacing("import contextlib,", with: "import signal, contextlib,")
        .replacing(
            "outputs = []",
            with: """
                outputs = []
                class TooLong(BaseException): pass
                def stop(*_): raise TooLong()
                signal.signal(signal.SIGALRM, stop)
                """
        )
        .replacing("    out = io.StringIO()", with: "    signal.alarm(3)\n    out = io.StringIO()")

    @Test("a seed gives the same program") func repeatable() {
        var first = RandomProgram(seed: 7)
        var second = RandomProgram(seed: 7)
        var third = RandomProgram(seed: 8)
        let program = first.program()
        #expect(program == second.program())
        #expect(program != third.program())
    }

    /// The first line that differs, both ways; nil if none does.
    private static func difference(_ actual: String, _ expected: String) -> String? {
        let lines = actual.components(separatedBy: "\n")
        let others = expected.components(separatedBy: "\n")
        for index in 0..<max(lines.count, others.count) {
            let line = index < lines.count ? lines[index] : "<nothing>"
            let other = index < others.count ? others[index] : "<nothing>"
            // A budget ends the program; what CPython does without one is no matter.
            if line.hasPrefix("BudgetExceeded") { return nil }
            // Bytes have no `%` here.
            if line.hasPrefix("TypeError unsupported operand type(s) for %: 'bytes'") { continue }
            if line != other {
                return "line \(index + 1): Margay \(line.debugDescription), CPython \(other.debugDescription)"
            }
        }
        return nil
    }
}
