import Diagnostics
import Events
import Foundation
import PythonLibrary
import PythonRuntime
import PythonSyntax

/// Calls of the functions in `Programs/functions.py`, ten for each event; `Programs/reference.py` times the same in CPython.
enum MachineBenchmark {
    private static let names = ["in_sets", "strings", "comparisons", "title", "context"]
    private static let callsPerEvent = 10

    @Sendable static func run(_ lines: borrowing Lines) {
        let path = "Benchmarks/Programs/functions.py"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            print("run this in the folder of the package: \(path) is not here")
            return
        }
        let source = Source(path: path, text: text)
        let compiled = Compiler.compile(Parser.parse(source).module, name: "functions", source: source)
        guard let code = compiled.code else { return }
        var machine = Machine(environment: Environment(now: { 0 }, library: Library.table))
        guard let module = try? machine.load(code), (try? machine.finishEvent()) != nil else { return }
        var tape = Tape(keys: machine.makeKeyTable())
        let ranges = Array(lines.ranges.prefix(20_000))
        let parsing = time(ranges, lines, &tape, &machine, module, nil)
        for name in names {
            let whole = time(ranges, lines, &tape, &machine, module, name)
            let nanoseconds = (whole - parsing) / Double(ranges.count * callsPerEvent) * 1e9
            print("\(name): \(nanoseconds.rounded()) ns a call")
        }
    }

    /// The least CPU time of five rounds, in seconds; without a name, of parsing and the machine's own work.
    private static func time(
        _ ranges: [Range<Int>],
        _ lines: borrowing Lines,
        _ tape: inout Tape,
        _ machine: inout Machine,
        _ module: Value,
        _ name: String?
    ) -> Double {
        var best = Double.infinity
        let function = name.map { machine.name($0) }
        for _ in 0..<5 {
            let started = clock()
            for range in ranges {
                guard (try? tape.parse(lines.line(range))) != nil else { continue }
                let event = machine.beginEvent(tape.view)
                if let function {
                    let callee = machine.moduleAttribute(module, function)
                    for _ in 0..<callsPerEvent { _ = try? machine.call(callee, with: event) }
                }
                try? machine.finishEvent()
            }
            best = min(best, Double(clock() - started) / Double(CLOCKS_PER_SEC))
        }
        return best
    }
}
