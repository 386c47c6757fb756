import Detections
import Documents
import Engine
import Events
import Foundation
import PantherFormat
import Pipeline
import PythonRuntime

/// The `rule` function of every detection of a pack on the events of its own unit tests; `Programs/rules.py` times the same
/// in CPython, and `Programs/ratio.py` sets the two side by side. Prints `identifier<tab>nanoseconds a call`.
///
/// Tests with mocks are left out: what they replace is not the rule. Beginning and ending an event is part of the time,
/// shared by the calls on it.
enum RulesBenchmark {
    private static let callsPerEvent = 20
    private static let eventsPerRound = 10
    private static let rounds = 5

    static func run(_ folder: String) {
        let pack = PantherPack.load(roots: [folder], files: DiskFiles(), options: LoadOptions(), work: Workers(1))
        let compiled = CompiledPack(pack)
        var host = RuleHost(compiled, clock: EngineClock(seconds: 1_700_000_000))
        for (index, detection) in pack.detections.enumerated() where detection.kind == .rule {
            guard case .python = detection.body, host.load(index) == nil else { continue }
            var tape = Tape(keys: host.machine.makeKeyTable())
            var times: [Double] = []
            for test in detection.tests where test.mocks.isEmpty {
                guard let bytes = try? test.inputNode.json(), (try? tape.parse(copying: bytes)) != nil else { continue }
                let logType = tape.view.lookup(in: Tape.root, key: "p_log_type")
                let model = try? host.dataModel(of: tape.view.string(tape.view.text(of: logType)))
                times.append(time(index, tape.view, model, &host))
            }
            guard !times.isEmpty else { continue }
            print("\(detection.id)\t\((times.reduce(0, +) / Double(times.count) * 1e9).rounded())")
        }
    }

    /// The least CPU time of a call, of some rounds, in seconds.
    private static func time(
        _ index: Int,
        _ view: TapeView,
        _ model: DataModelReference?,
        _ host: inout RuleHost
    ) -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let started = clock()
            for _ in 0..<eventsPerRound {
                let event = host.machine.beginEvent(view)
                host.machine.attachDataModel(model)
                for _ in 0..<callsPerEvent { _ = host.match(index, event) }
                host.finish()
            }
            best = min(best, Double(clock() - started) / Double(CLOCKS_PER_SEC))
        }
        return best / Double(eventsPerRound * callsPerEvent)
    }
}
