import Detections
import Diagnostics
import Documents
import Events
import PantherFormat

/// Runs correlation rules over the matches of a scan, in event time: by their schedule, and once more at the end.
///
/// A rule is evaluated whenever event time passes a multiple of its rate, as it would have been while the events came; one that runs
/// by a cron expression, whenever a window has gone by. Windows overlap: what was found is found again only with a match that is
/// newer.
package struct CorrelationStage: Sendable {
    private let pack: DetectionPack
    private var runs: [Run] = []
    /// By the detection's index in the pack: where its matches go.
    private var steps: [Int: [(run: Int, step: Int)]] = [:]
    /// By the detection's index: what correlations read in its matches.
    private(set) var fields: [Int: [KeySpecifier]] = [:]
    /// Correlation rules that are not run, and why, in the order of the pack.
    package private(set) var unrun: [UnrunDetection] = []
    /// The latest time of a match.
    private var latest = Int64.min

    /// One rule.
    private struct Run {
        var detection: Int
        var machine: CorrelationStateMachine
        /// Microseconds between evaluations.
        var rate: Int64
        /// The moment of the next evaluation; nil while nothing has matched.
        var next: Int64?
        /// By values in common: the time of the newest match reported.
        var reported: [[[UInt8]]: Int64] = [:]
        /// Whether a match was refused since the last evaluation: it is said once.
        var isFull = false
        /// By step: which of ``CorrelationStage/fields`` of its detection the machine reads.
        var slots: [[Int]] = []
    }

    /// The correlation rules of `compiled` whose steps are run; `isRun` says which detections are, by index.
    package init(
        _ compiled: CompiledPack,
        includesDisabled: Bool = false,
        limits: CorrelationLimits = CorrelationLimits(),
        isRun: (Int) -> Bool
    ) {
        pack = compiled.pack
        var places: [String: Int] = [:]
        for (index, detection) in pack.detections.enumerated() where isRun(index) { places[detection.id] = index }
        for (index, detection) in pack.detections.enumerated() where detection.kind == .correlation {
            // Those that are windows have a stage of their own.
            if case .logic = detection.body { continue }
            if let reason = add(index, compiled, limits, includesDisabled, places) {
                unrun.append(UnrunDetection(detection: index, reason: reason))
            }
        }
    }

    /// The detections on whose matches they run, by index.
    var detections: Set<Int> { Set(steps.keys) }

    /// Rules that are run.
    package var ruleCount: Int { runs.count }

    private mutating func add(
        _ index: Int,
        _ compiled: CompiledPack,
        _ limits: CorrelationLimits,
        _ includesDisabled: Bool,
        _ places: [String: Int]
    ) -> UnrunDetection.Reason? {
        guard pack.detections[index].isEnabled || includesDisabled else { return .disabled }
        guard let correlation = compiled.correlations[index] else {
            let fault = compiled.bodyErrors[index]?.first { $0.severity == .error }
            return .failed(
                FunctionError(
                    type: "SyntaxError",
                    message: fault?.message ?? "the correlation cannot be read",
                    file: fault?.file,
                    line: fault?.location?.line
                )
            )
        }
        let needed = correlation.steps.first { !$0.isAbsent && places[$0.detection] == nil }
        if let needed { return .step(needed.detection) }
        let minutes = correlation.rateMinutes ?? correlation.lookbackMinutes
        var run = Run(
            detection: index,
            machine: CorrelationStateMachine(correlation, limits: limits),
            rate: CorrelationStateMachine.microseconds(max(1, minutes))
        )
        for (step, declared) in correlation.steps.enumerated() {
            var slots: [Int] = []
            if let place = places[declared.detection] {
                steps[place, default: []].append((runs.count, step))
                // The reader has refused paths that are none.
                let keys = run.machine.fields(ofStep: step).compactMap { try? KeySpecifier(path: $0) }
                for key in keys {
                    let known = fields[place, default: []].firstIndex(of: key) ?? fields[place, default: []].count
                    if known == fields[place, default: []].count { fields[place, default: []].append(key) }
                    slots.append(known)
                }
            }
            run.slots.append(slots)
        }
        runs.append(run)
        return nil
    }

    // MARK: Matches

    /// Takes a match of a scan; what correlation rules found meanwhile comes back, in the order of their evaluation.
    package mutating func receive(_ match: ScanMatch) -> [ScanMatch] {
        guard case .match = match.verdict, let targets = steps[match.detection] else { return [] }
        var found: [ScanMatch] = []
        latest = max(latest, match.eventTime.microseconds)
        for (run, step) in targets {
            found += advance(run, to: latest)
            let values = runs[run].slots[step].map { slot in
                match.correlationValues.indices.contains(slot) ? match.correlationValues[slot] : []
            }
            let row = CorrelationRow(time: match.eventTime.microseconds, number: match.record, values: values)
            do throws(CorrelationFault) {
                try runs[run].machine.receive(row, step: step)
            } catch {
                if !runs[run].isFull {
                    found.append(error.match(of: runs[run].detection, record: match.record, at: match.eventTime))
                }
                runs[run].isFull = true
                continue
            }
            if runs[run].next == nil { runs[run].next = Self.tick(after: latest, rate: runs[run].rate) }
        }
        return Self.ordered(found)
    }

    /// By the moment of evaluation, then in the order of the pack.
    private static func ordered(_ found: [ScanMatch]) -> [ScanMatch] {
        found.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            return (first.eventTime, first.detection, left.offset) < (second.eventTime, second.detection, right.offset)
        }.map(\.element)
    }

    /// The end of the input: evaluates all rules at the time of the last match.
    package mutating func finish() -> [ScanMatch] {
        guard latest != .min else { return [] }
        var found: [ScanMatch] = []
        for run in runs.indices {
            found += advance(run, to: latest)
            if runs[run].next != nil { found += evaluate(run, at: latest) }
        }
        return Self.ordered(found)
    }

    /// Evaluates a rule at each of its moments up to `time`; when its window is empty it waits for the next match.
    private mutating func advance(_ run: Int, to time: Int64) -> [ScanMatch] {
        var found: [ScanMatch] = []
        while let next = runs[run].next, next < time {
            found += evaluate(run, at: next)
            runs[run].machine.expire(at: next)
            runs[run].isFull = false
            let start = next - CorrelationStateMachine.microseconds(runs[run].machine.correlation.lookbackMinutes)
            runs[run].reported = runs[run].reported.filter { $0.value >= start }
            let isEmpty = runs[run].machine.rows.allSatisfy(\.isEmpty)
            runs[run].next = isEmpty ? nil : Self.tick(after: next, rate: runs[run].rate)
        }
        return found
    }

    /// The first multiple of `rate` after `time`.
    private static func tick(after time: Int64, rate: Int64) -> Int64 {
        let (tick, overflows) = time.addingReportingOverflow(rate - ((time % rate) + rate) % rate)
        return overflows ? .max : tick
    }

    private mutating func evaluate(_ run: Int, at time: Int64) -> [ScanMatch] {
        let moment = EventTime(microseconds: time)
        do throws(CorrelationFault) {
            return try runs[run].machine.matches(at: time).compactMap { match in
                let rows = zip(runs[run].machine.rows, match.rows).flatMap { rows, places in places.map { rows[$0] } }
                guard let newest = rows.max(by: { ($0.time, $0.number) < ($1.time, $1.number) }) else { return nil }
                if let known = runs[run].reported[match.values], newest.time <= known { return nil }
                runs[run].reported[match.values] = newest.time
                return report(match, runs[run], record: newest.number, at: moment)
            }
        } catch {
            return [error.match(of: runs[run].detection, record: 0, at: moment)]
        }
    }

    private func report(_ match: CorrelationMatch, _ run: Run, record: Int, at time: EventTime) -> ScanMatch {
        let values = match.values.map { DataNode(.string(String(decoding: $0, as: UTF8.self))) }
        let steps = zip(run.machine.correlation.steps, match.rows).map { step, rows in
            DataMap.Entry(key: DataNode(.string(step.id)), value: DataNode(.int(Int64(rows.count))))
        }
        let context = DataNode(
            .map(
                DataMap([
                    .init(key: DataNode(.string("values")), value: DataNode(.list(values))),
                    .init(key: DataNode(.string("matches")), value: DataNode(.map(DataMap(steps)))),
                ])
            )
        )
        var result = DetectionResult()
        result.matched = true
        if let json = try? context.json(.python), json.count <= DetectionLimits.contextMax {
            result.outcomes[.alertContext] = .json(String(decoding: json, as: UTF8.self))
        }
        if let first = match.values.first {
            let layout = DataNode.JSONLayout(spaced: true, asciiOnly: false)
            let several = (try? DataNode(.list(values)).json(layout)) ?? []
            let text = String(decoding: match.values.count == 1 ? first : several, as: UTF8.self)
            result.outcomes[.dedup] = .text(DetectionLimits.truncated(text))
        }
        return ScanMatch(
            record: record,
            detection: run.detection,
            eventTime: time,
            verdict: .match(MatchContent(result, pack.detections[run.detection]))
        )
    }
}

extension CorrelationFault {
    /// The error of a rule, as a scan reports it.
    fileprivate func match(of detection: Int, record: Int, at time: EventTime) -> ScanMatch {
        ScanMatch(record: record, detection: detection, eventTime: time, verdict: .error(error))
    }
}
