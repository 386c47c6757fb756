import Diagnostics
import Events
import Foundation
import PythonLibrary
import PythonRuntime
import PythonSyntax

/// The matchers of five rules of `packs/aws`, ten calls for each event; `Programs/pack.py` times the same in CPython.
enum PackBenchmark {
    private static let pack = "packs/aws"
    /// Short ones, long ones, one that keeps state, one that reads a policy.
    private static let rules = [
        "aws_ssm_distributed_command", "aws_root_activity", "aws_iam_administrator_granted",
        "aws_s3_bucket_policy_outside_access", "aws_ec2_admin_port_open_to_world",
    ]
    private static let callsPerEvent = 10

    @Sendable static func run(_ lines: borrowing Lines) {
        let helpers = helpers()
        var machine = Machine(
            environment: Environment(now: { 0 }, library: Library.table, findModule: { helpers[$0] })
        )
        var modules: [(name: String, module: Value)] = []
        for name in rules {
            guard let code = compile("\(pack)/rules/\(name).py", name), let module = try? machine.load(code) else {
                print("run this in the folder of the package: \(name) cannot be loaded")
                return
            }
            modules.append((name, module))
        }
        // Modules are values in the machine's table: they stay good when the event ends.
        guard (try? machine.finishEvent()) != nil else { return }
        var tape = Tape(keys: machine.makeKeyTable())
        let ranges = Array(lines.ranges.prefix(20_000))
        let parsing = time(ranges, lines, &tape, &machine, nil)
        for (name, module) in modules {
            let whole = time(ranges, lines, &tape, &machine, module)
            let nanoseconds = (whole - parsing) / Double(ranges.count * callsPerEvent) * 1e9
            print("\(name): \(nanoseconds.rounded()) ns a call")
        }
    }

    private static func helpers() -> [String: ModuleCode] {
        let folder = "\(pack)/global_helpers"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var helpers: [String: ModuleCode] = [:]
        for file in files where file.hasSuffix(".py") {
            let name = String(file.dropLast(3))
            helpers[name] = compile("\(folder)/\(file)", name)
        }
        return helpers
    }

    private static func compile(_ path: String, _ name: String) -> ModuleCode? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let source = Source(path: path, text: text)
        return Compiler.compile(Parser.parse(source).module, name: name, source: source).code
    }

    /// The least CPU time of three rounds, in seconds; without a module, of parsing and the machine's own work.
    private static func time(
        _ ranges: [Range<Int>],
        _ lines: borrowing Lines,
        _ tape: inout Tape,
        _ machine: inout Machine,
        _ module: Value?
    ) -> Double {
        var best = Double.infinity
        let matcher = machine.name("rule")
        for _ in 0..<3 {
            let started = clock()
            for range in ranges {
                guard (try? tape.parse(lines.line(range))) != nil else { continue }
                let event = machine.beginEvent(tape.view)
                if let module {
                    let callee = machine.moduleAttribute(module, matcher)
                    for _ in 0..<callsPerEvent { _ = try? machine.call(callee, with: event) }
                }
                try? machine.finishEvent()
            }
            best = min(best, Double(clock() - started) / Double(CLOCKS_PER_SEC))
        }
        return best
    }
}
