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
        /// The members that are looked for.
        var names: [String]
        /// Those that no event has had so far.
        var unseen: [Member]
        var events = 0

        var unseenNames: Set<String> { Set(unseen.map { names[$0.number] }) }
    }

    /// A member that is looked for: its number among the names, and its key. Trivial: looking at events counts no references.
    private struct Member: BitwiseCopyable {
        var number: Int
        var key: KeyID
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
        places[logType] = logs.count
        let sorted = names.sorted()
        let members = sorted.enumerated().map { Member(number: $0, key: keys.intern($1)) }
        logs.append(Log(names: sorted, unseen: members))
    }

    /// The number of a log type; nil if nothing is looked for there.
    func place(of logType: String) -> Int? { places[logType] }

    /// Looks at an event of the log type with this number. O(members that were not seen yet).
    @inline(__always)
    mutating func look(at event: TapeView, _ place: Int) {
        logs[place].events &+= 1
        if !logs[place].unseen.isEmpty { lookFor(event, place) }
    }

    private mutating func lookFor(_ event: TapeView, _ place: Int) {
        logs[place].unseen.removeAll { member in
            // A table without room for a name: nothing can be said.
            !member.key.isSpelled || event.lookup(in: Tape.root, key: member.key) != Tape.missing
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
            let unseen = Set(other.logs[place].unseen.map(\.number))
            logs[place].unseen.removeAll { !unseen.contains($0.number) }
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
            let unseen = logs[place].unseenNames
            if Self.canBe(true, condition, unseen) { return nil }
            for leaf in condition.leaves {
                if let name = Self.member(leaf.field), unseen.contains(name) { missing.insert(name) }
            }
        }
        return hasEvents ? missing.sorted() : nil
    }

    /// Whether the condition may be `truth` at an event without these members.
    private static func canBe(_ truth: Bool, _ condition: Condition, _ unseen: Set<String>) -> Bool {
        switch condition {
        case .constant(let value): return value == truth
        case .all(let children) where truth, .any(let children) where !truth:
            return children.allSatisfy { canBe(truth, $0, unseen) }
        case .all(let children), .any(let children): return children.contains { canBe(truth, $0, unseen) }
        case .not(let child): return canBe(!truth, child, unseen)
        case .leaf(let leaf):
            guard let name = member(leaf.field), unseen.contains(name) else { return true }
            // Without its field a test holds if it is for its absence, and else fails, where it does not raise.
            let holds = leaf.isNegated != (leaf.op == .isNull)
            return truth ? holds : !holds || !leaf.field.style.isPlural
        case .quantifier, .opaque, .aggregate, .sequence, .reference: return true
        }
    }

    /// The member of the event that a field is or is in; nil for keywords.
    private static func member(_ field: FieldReference) -> String? {
        guard field.root == .event, case .key(let key, _)? = field.steps.first?.selector else { return nil }
        return key
    }
}
