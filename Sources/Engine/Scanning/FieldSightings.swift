import Conditions
package import Detections
import Events

/// Which members that conditions ask for were seen in the events of each log type: what tells that a rule cannot match there, since
/// the log calls its fields something else.
///
/// Only members of the event itself are looked for. What stands deeper depends on the kind of event; a log that has none of a rule's
/// members has other names.
package struct FieldSightings: Sendable {
    /// One log type.
    private struct Log: Sendable {
        var logType: String
        var names: [String]
        var keys: [KeyID]
        var isSeen: [Bool]
        var unseenCount: Int
        var events = 0
    }

    private var logs: [Log] = []
    private var places: [String: Int] = [:]

    /// Nothing to look for.
    package init() {}

    /// Looks in events of `logType` for the members that `conditions` ask for. Names join `keys`.
    mutating func add(_ conditions: [Condition], logType: String, keys: inout KeyTable) {
        var names: Set<String> = []
        for condition in conditions {
            for leaf in condition.leaves { if let name = Self.member(leaf.field) { names.insert(name) } }
        }
        guard !names.isEmpty else { return }
        let sorted = names.sorted()
        places[logType] = logs.count
        logs.append(
            Log(
                logType: logType,
                names: sorted,
                keys: sorted.map { keys.intern($0) },
                isSeen: Array(repeating: false, count: sorted.count),
                unseenCount: sorted.count
            )
        )
    }

    /// The number of a log type; nil if nothing is looked for there.
    func place(of logType: String) -> Int? { places[logType] }

    /// Looks at an event of the log type with this number. O(members that were not seen yet).
    @inline(__always)
    mutating func look(at event: TapeView, _ place: Int) {
        logs[place].events &+= 1
        if logs[place].unseenCount > 0 { lookFor(event, place) }
    }

    private mutating func lookFor(_ event: TapeView, _ place: Int) {
        for index in logs[place].keys.indices where !logs[place].isSeen[index] {
            let key = logs[place].keys[index]
            // A table without room for a name: nothing can be said.
            guard !key.isSpelled || event.lookup(in: Tape.root, key: key) != Tape.missing else { continue }
            logs[place].isSeen[index] = true
            logs[place].unseenCount -= 1
        }
    }

    /// Adds what another machine saw with the same rules.
    mutating func add(_ other: FieldSightings) {
        guard !logs.isEmpty else {
            self = other
            return
        }
        for place in logs.indices where other.logs.indices.contains(place) {
            logs[place].events &+= other.logs[place].events
            for index in logs[place].isSeen.indices where other.logs[place].isSeen[index] && !logs[place].isSeen[index]
            {
                logs[place].isSeen[index] = true
                logs[place].unseenCount -= 1
            }
        }
    }

    // MARK: Questions

    /// What a rule needs and the events of its log types did not have: it cannot have matched. Nil where it might have, or where
    /// there was no such event.
    package func unseen(_ detection: Detection) -> [String]? {
        guard let condition = detection.evaluatedCondition else { return nil }
        var missing: Set<String> = []
        var hasEvents = false
        for logType in detection.logSources {
            guard let place = places[logType], logs[place].events > 0 else { continue }
            hasEvents = true
            let log = logs[place]
            let unseen = Set(zip(log.names, log.isSeen).filter { !$0.1 }.map(\.0))
            if Self.canHold(condition, unseen) { return nil }
            for leaf in condition.leaves {
                if let name = Self.member(leaf.field), unseen.contains(name) { missing.insert(name) }
            }
        }
        return hasEvents ? missing.sorted() : nil
    }

    private static func canHold(_ condition: Condition, _ unseen: Set<String>) -> Bool {
        switch condition {
        case .constant(let value): return value
        case .all(let children): return children.allSatisfy { canHold($0, unseen) }
        case .any(let children): return children.contains { canHold($0, unseen) }
        case .leaf(let leaf):
            guard !leaf.isNegated || leaf.op == .isNull, leaf.isNegated || leaf.op != .isNull else { return true }
            return member(leaf.field).map { !unseen.contains($0) } ?? true
        case .not, .quantifier, .opaque, .aggregate, .sequence, .reference: return true
        }
    }

    /// The member of the event that a field is or is in; nil for keywords.
    private static func member(_ field: FieldReference) -> String? {
        guard field.root == .event, case .key(let key, _)? = field.steps.first?.selector else { return nil }
        return key
    }
}
