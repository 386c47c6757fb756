package import Events

/// A batch, and what scanning it gave. One for many batches: its memory is kept.
package struct BatchResult: Sendable {
    /// The batch itself: its faults are told in their turn.
    package internal(set) var batch = EventBatch()
    /// Matches and errors, by event, then by rule in the order of the pack.
    package internal(set) var findings: [ScanFinding] = []
    /// What findings carry besides.
    package internal(set) var details = FindingDetails()
    /// The lines of findings.
    package internal(set) var lines = FindingLines()
    /// Events that are no JSON, or no objects, by event.
    package internal(set) var faults: [EventFault] = []
    /// Rules that keep state, and the events on which they are to be run in order.
    var postponed: [Postponed] = []
    /// The rules that the worker knew to keep state when it began.
    private(set) var ordered = RuleSet()

    /// A rule that was left to the lane of ordered rules.
    struct Postponed: Sendable {
        var item: Int32
        var detection: Int32
    }

    /// An event that could not be scanned.
    package struct EventFault: Sendable {
        /// Its place in the batch.
        package let item: Int
        /// What is wrong with its text; nil if it is JSON, but no object.
        package let fault: TapeFault?
    }

    /// Findings of a batch for which memory is kept.
    static let findingCapacityMax = 1 << 14
    /// Bytes of their lines for which memory is kept.
    static let lineCapacityMax = 1 << 20

    /// No batch yet.
    init() {}

    /// Forgets what another batch gave; from here on rules in `ordered` are left to the lane.
    mutating func begin(ordered: RuleSet) {
        self.ordered = ordered
        findings.removeAll(keepingCapacity: findings.capacity <= Self.findingCapacityMax)
        findings.reserveCapacity(batch.items.count)
        details.removeAll(keepingUpTo: Self.findingCapacityMax)
        lines.removeAll(keepingUpTo: Self.lineCapacityMax)
        if !faults.isEmpty { faults = [] }
        if !postponed.isEmpty { postponed.removeAll(keepingCapacity: postponed.capacity <= Self.findingCapacityMax) }
    }

    /// What could not be read, each with its place in the batch, in input order: parts that were passed over, and events that are
    /// no JSON or no objects.
    ///
    /// - Parameter inputs: Those that the batch was read from.
    package func inputFaults(_ inputs: [InputPath]) -> [(item: Int, fault: InputFault)] {
        var result = batch.faults.map { (item: $0.item, fault: $0.fault) }
        guard !faults.isEmpty else { return result }
        for fault in faults {
            let item = batch.items[fault.item]
            let path = inputs.indices.contains(item.input) ? inputs[item.input].name : ""
            let kind: InputFault.Kind = fault.fault.map { .event($0) } ?? .notAnObject
            result.append((fault.item, InputFault(kind, path: path, place: item.place)))
        }
        result.sort { $0.item < $1.item }
        return result
    }
}
