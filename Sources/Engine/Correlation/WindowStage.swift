import Conditions
import Detections
import Documents
import Events
import PantherFormat

/// Runs windowed correlations over the matches of a scan, in event time: see ``WindowStateMachine``.
///
/// A correlation may look at matches of another. Such a match stands for the event at which it was found, and has its fields.
package struct WindowStage: Sendable {
    private let detections: [Detection]
    private var runs: [Run] = []
    /// By the detection's index in the pack, rules and correlations: where its matches go.
    private var targets: [Int: [Target]] = [:]
    /// By the detection's index: what correlations of any kind read in its matches.
    let fields: [Int: [KeySpecifier]]
    /// Correlations that are not run, and why, in the order of the pack.
    package private(set) var unrun: [UnrunDetection] = []

    private struct Run: Sendable {
        var detection: Int
        var machine: WindowStateMachine
        /// Whether a match was refused: it is said once.
        var isFull = false
    }

    private struct Target: Sendable {
        var run: Int
        var member: Int
        /// By the rule that the event matched: where its values are among ``fields``.
        var slots: [Int: Slots]
    }

    private struct Slots: Sendable {
        /// Of each value, those that it may have.
        var groupBy: [[Int]]
        var fields: [[Int]]
    }

    /// Correlations within each other.
    static let nestingMax = 8

    /// The windowed correlations of `compiled` whose members are run; `isRun` says which rules are, by index. `stage` has the
    /// correlations of the other kind.
    package init(
        _ compiled: CompiledPack,
        after stage: CorrelationStage,
        includesDisabled: Bool = false,
        limits: WindowLimits = WindowLimits(),
        isRun: (Int) -> Bool
    ) {
        detections = compiled.pack.detections
        var places: [String: Int] = [:]
        var windows: [Int: WindowedCorrelation] = [:]
        for (index, detection) in detections.enumerated() {
            if case .logic(let logic) = detection.body, detection.kind == .correlation {
                guard detection.isEnabled || includesDisabled else {
                    unrun.append(UnrunDetection(detection: index, reason: .disabled))
                    continue
                }
                guard let correlation = logic.windows, logic.obstacle == nil else {
                    let obstacle = logic.obstacle ?? "correlations of this language are only shown"
                    unrun.append(UnrunDetection(detection: index, reason: .onlyShown(obstacle)))
                    continue
                }
                windows[index] = correlation
                places[detection.id] = index
            } else if isRun(index) {
                places[detection.id] = index
            }
        }
        var linker = Linker(places: places, windows: windows, fields: stage.fields)
        for (index, correlation) in windows.sorted(by: { $0.key < $1.key }) {
            if let missing = linker.missing(correlation) {
                unrun.append(UnrunDetection(detection: index, reason: .step(missing)))
                continue
            }
            let run = runs.count
            runs.append(Run(detection: index, machine: WindowStateMachine(correlation, limits: limits)))
            for (member, declared) in correlation.members.enumerated() {
                guard let place = places[declared.detection] else { continue }
                let target = Target(run: run, member: member, slots: linker.slots(of: declared, at: place))
                targets[place, default: []].append(target)
            }
        }
        fields = linker.fields
        unrun.sort { $0.detection < $1.detection }
    }

    /// Finds what events of which rules a correlation is about, and what is read in them.
    private struct Linker {
        private let places: [String: Int]
        private let windows: [Int: WindowedCorrelation]
        private(set) var fields: [Int: [KeySpecifier]]
        /// The rules whose events a correlation's matches stand for, where another may look at it: not if it needs what is not run,
        /// or itself.
        private var rules: [Int: Set<Int>] = [:]

        init(places: [String: Int], windows: [Int: WindowedCorrelation], fields: [Int: [KeySpecifier]]) {
            self.places = places
            self.windows = windows
            self.fields = fields
            // Those that look at rules first, then those that look at these. Each once: many may look at one.
            for _ in 1..<WindowStage.nestingMax {
                var found: [Int: Set<Int>] = [:]
                for (index, correlation) in windows where rules[index] == nil && missing(correlation) == nil {
                    found[index] = correlation.members.reduce(into: []) { found, member in
                        if let place = places[member.detection] { found.formUnion(rules(at: place)) }
                    }
                }
                guard !found.isEmpty else { break }
                rules.merge(found) { known, _ in known }
            }
        }

        /// A detection that a correlation needs and that is not run; nil if all are.
        func missing(_ correlation: WindowedCorrelation) -> String? {
            correlation.members.first { member in
                guard let place = places[member.detection] else { return true }
                return windows[place] != nil && rules[place] == nil
            }?.detection
        }

        /// The rules whose events a detection's matches stand for.
        private func rules(at place: Int) -> Set<Int> { windows[place] == nil ? [place] : rules[place] ?? [] }

        mutating func slots(of member: WindowedCorrelation.Member, at place: Int) -> [Int: Slots] {
            var slots: [Int: Slots] = [:]
            for rule in rules(at: place).sorted() {
                slots[rule] = Slots(
                    groupBy: member.groupBy.map { paths in paths.map { slot($0, rule) } },
                    fields: member.fields.map { paths in paths.map { slot($0, rule) } }
                )
            }
            return slots
        }

        private mutating func slot(_ field: FieldReference, _ rule: Int) -> Int {
            let steps = field.steps.compactMap { step -> KeySpecifier.Step? in
                if case .key(let key, _) = step.selector { .name(key) } else { nil }
            }
            let key = KeySpecifier(steps: steps, text: field.path)
            if let known = fields[rule]?.firstIndex(of: key) { return known }
            fields[rule, default: []].append(key)
            return (fields[rule]?.count ?? 1) - 1
        }
    }

    /// The rules on whose matches they run, by index.
    package var rules: Set<Int> { Set(targets.keys) }

    /// Correlations that are run.
    package var ruleCount: Int { runs.count }

    // MARK: Matches

    /// Takes a match of a scan; what was found comes back.
    package mutating func receive(_ match: ScanMatch) -> [ScanMatch] {
        guard case .match = match.verdict, !runs.isEmpty else { return [] }
        var found: [ScanMatch] = []
        receive(match, as: match.detection, depth: 0, &found)
        return found
    }

    /// The end of the input: all windows end.
    package mutating func finish() -> [ScanMatch] {
        var found: [ScanMatch] = []
        for run in runs.indices {
            for one in runs[run].machine.finish() { found.append(report(one, run)) }
        }
        return found
    }

    /// Takes a match of `source`, which is the rule itself or a correlation that was found at its event.
    private mutating func receive(_ match: ScanMatch, as source: Int, depth: Int, _ found: inout [ScanMatch]) {
        guard depth <= Self.nestingMax else { return }
        for target in targets[source] ?? [] {
            guard let slots = target.slots[match.detection] else { continue }
            func values(_ choices: [Int]) -> [[UInt8]] {
                for slot in choices where slot < match.correlationValues.count {
                    if !match.correlationValues[slot].isEmpty { return match.correlationValues[slot] }
                }
                return []
            }
            let row = WindowStateMachine.Row(
                time: match.eventTime.microseconds,
                number: match.record,
                member: target.member,
                values: slots.fields.compactMap { values($0).first },
                tag: match.detection
            )
            guard row.values.count == slots.fields.count else { continue }
            // An event with several values of a field belongs to several groups; one without belongs to none.
            for key in Self.keys(slots.groupBy.map(values)) {
                for one in receive(row, of: key, target.run, at: match, &found) {
                    found.append(report(one, target.run))
                    // What was found when a window passed is of an earlier event, whose fields are gone.
                    guard one.row.number == match.record else { continue }
                    receive(match, as: runs[target.run].detection, depth: depth + 1, &found)
                }
            }
        }
    }

    private mutating func receive(
        _ row: WindowStateMachine.Row,
        of key: [[UInt8]],
        _ run: Int,
        at match: ScanMatch,
        _ found: inout [ScanMatch]
    ) -> [WindowStateMachine.Found] {
        do throws(WindowFault) {
            return try runs[run].machine.receive(row, of: key)
        } catch {
            if !runs[run].isFull {
                let message = error == .tooManyGroups ? "too many groups of matches" : "too many matches in a window"
                let verdict = ScanMatch.Verdict.error(FunctionError(type: "BudgetExceeded", message: message))
                found.append(
                    ScanMatch(
                        record: match.record,
                        detection: runs[run].detection,
                        eventTime: match.eventTime,
                        verdict: verdict
                    )
                )
            }
            runs[run].isFull = true
            return []
        }
    }

    /// Groups that one event may belong to.
    static let keysMax = 64

    /// Every choice of one value of each field, the first of them. A field may have as many values as an event has room for:
    /// those that no key can hold are not multiplied.
    private static func keys(_ values: [[[UInt8]]]) -> [[[UInt8]]] {
        values.reduce([[]]) { keys, values in
            let values = values.prefix(keysMax)
            return Array(keys.flatMap { key in values.map { key + [$0] } }.prefix(keysMax))
        }
    }

    private func report(_ found: WindowStateMachine.Found, _ run: Int) -> ScanMatch {
        let values = found.key.map { DataNode(.string(String(decoding: $0, as: UTF8.self))) }
        let measure = Int64(exactly: found.measure).map { DataValue.int($0) } ?? .double(found.measure)
        let context = DataNode(
            .map(
                DataMap([
                    .init(key: DataNode(.string("values")), value: DataNode(.list(values))),
                    .init(key: DataNode(.string("matches")), value: DataNode(.int(Int64(found.count)))),
                    .init(key: DataNode(.string("measure")), value: DataNode(measure)),
                ])
            )
        )
        var result = DetectionResult()
        result.matched = true
        if let json = try? context.json(.python), json.count <= DetectionLimits.contextMax {
            result.outcomes[.alertContext] = .json(String(decoding: json, as: UTF8.self))
        }
        if let first = found.key.first {
            let layout = DataNode.JSONLayout(spaced: true, asciiOnly: false)
            let several = (try? DataNode(.list(values)).json(layout)) ?? []
            let text = String(decoding: found.key.count == 1 ? first : several, as: UTF8.self)
            result.outcomes[.dedup] = .text(DetectionLimits.truncated(text))
        }
        return ScanMatch(
            record: found.row.number,
            detection: runs[run].detection,
            eventTime: EventTime(microseconds: found.row.time),
            verdict: .match(MatchContent(result, detections[runs[run].detection]))
        )
    }
}
