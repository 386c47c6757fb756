import Engine
import Events
import Synchronization

/// Measures what each stage of a scan costs: the input is scanned once up to the end of each stage, and what one stage takes is the
/// difference to the one before. So nothing looks at a clock between two events.
///
/// Everything runs on one thread, as with one worker. Correlation rules are left out.
package struct StageMeasurement {
    private let pipeline: ScanPipeline
    private let clock: () -> UInt64

    /// A measurement of what `pipeline` would do with its inputs, which must be readable again and again.
    ///
    /// - Parameter clock: Nanoseconds, best of processor time: then others' work counts little.
    package init(_ pipeline: ScanPipeline, clock: @escaping () -> UInt64) {
        self.pipeline = pipeline
        self.clock = clock
    }

    /// Measures `rounds` times, and keeps the least of each stage. Nil if the stop signal is raised before the end.
    ///
    /// - Parameter progress: Is told before each pass.
    package func run(rounds: Int, progress: (_ round: Int, _ stage: ScanStage) -> Void) -> StageTimes? {
        var times = StageTimes()
        for round in 0..<rounds {
            for stage in ScanStage.allCases {
                progress(round, stage)
                let nanoseconds = stage == .alert ? scanWhole(&times) : scan(upTo: stage, &times)
                if pipeline.stop.isRaised { return nil }
                times.note(nanoseconds, untilEndOf: stage)
            }
        }
        return times
    }

    /// Nanoseconds of a scan that ends each event after a stage.
    private func scan(upTo stage: ScanStage, _ times: inout StageTimes) -> UInt64 {
        var scanner = pipeline.makeScanner()
        var reader = EventReader(pipeline.inputs, limits: pipeline.limits, stop: pipeline.stop)
        var batch = EventBatch()
        var (events, candidates, findings) = (0, 0, 0)
        var found = FoundMatches()
        let started = clock()
        while batch.fill(from: &reader) {
            events += batch.items.count - batch.faults.count
            guard stage != .read else { continue }
            batch.withBytes { text in
                for item in batch.items {
                    guard let range = item.range else { continue }
                    let event = UnsafeRawBufferPointer(rebasing: text[range])
                    guard stage != .parse else {
                        _ = try? scanner.parse(event)
                        continue
                    }
                    guard (try? scanner.begin(event)) == true else { continue }
                    candidates += scanner.candidates.count
                    guard stage == .evaluate else { continue }
                    var next = 0
                    while next < scanner.candidates.count {
                        _ = scanner.evaluate(scanner.candidates[next], record: item.record, into: &found)
                        findings += found.matches.count
                        found.clear()
                        next += 1
                    }
                }
            }
        }
        let nanoseconds = clock() &- started
        times.events = events
        times.bytes = reader.byteCount
        times.candidates = candidates
        times.findings = findings
        if stage == .evaluate { times.evaluations = scanner.counters.evaluations.reduce(0, +) }
        return nanoseconds
    }

    /// Nanoseconds of a scan as it is.
    private func scanWhole(_ times: inout StageTimes) -> UInt64 {
        let found = SharedTotals(pipeline.inputs)
        var whole = pipeline
        whole.workers = 1
        whole.purpose = .alerts
        var started = clock()
        let outcome = whole.run { _ in
            defer { started = clock() }
            return ScanPipeline.Correlations()
        } consume: { result in
            found.receive(result)
            return true
        }
        let totals = found.finish()
        // Before the machine is let go.
        let nanoseconds = withExtendedLifetime(outcome) { clock() &- started }
        times.alerts = totals.byteCount > 0 ? totals.count : 0
        times.faults = totals.faults
        return nanoseconds
    }

    /// The alerts of a scan, and what it could not read.
    private struct Totals: Sendable {
        var stage = AlertStage()
        var count = 0
        var byteCount = 0
        var faults = InputFaultTally()

        mutating func add(_ alerts: [Alert]) {
            for alert in alerts {
                count += 1
                byteCount += alert.json.utf8.count
            }
        }
    }

    /// The same, for a worker of the pipeline.
    private final class SharedTotals: Sendable {
        private let inputs: [InputPath]
        private let totals = Mutex(Totals())

        init(_ inputs: [InputPath]) { self.inputs = inputs }

        func receive(_ result: BatchResult) {
            totals.withLock { totals in
                totals.faults.note(result, inputs)
                for finding in result.findings {
                    guard case .alert(let place) = finding.product else { continue }
                    let (match, time) = result.details.alerts[place]
                    totals.stage.receive(match, at: time)
                }
                totals.add(totals.stage.takeClosed())
            }
        }

        func finish() -> Totals {
            totals.withLock { totals in
                totals.add(totals.stage.finish())
                return totals
            }
        }
    }
}
