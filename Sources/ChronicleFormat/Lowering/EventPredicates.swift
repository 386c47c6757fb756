import Conditions

/// What section `events` says, sorted by the events that each predicate is about.
struct EventPredicates {
    /// The conditions of each event, by its place among the rule's events.
    var own: [[Condition]]
    /// Fields of two events that must be equal.
    var joins: [Join] = []
    /// Two events of which the first must be earlier; with the predicate that says so.
    var orders: [(first: Int, second: Int, predicate: YaraLExpression)] = []
    /// What is said of several events in a way that conditions have no words for.
    var shared: [(events: [Int], condition: Condition)] = []
    /// What is said of none.
    var unbound: [Condition] = []

    /// A value that several events share.
    struct Join {
        /// The field of each event that has it, by the event's place.
        var fields: [Int: FieldReference] = [:]
        /// Events that have it as a computed value, and the value.
        var computed: [Int: YaraLExpression] = [:]
        /// Where it is written, for a message.
        var predicate: YaraLExpression
    }

    init(_ names: RuleNames, _ lowering: PredicateLowering) {
        own = names.events.map { _ in [] }
        joinPlaceholders(names, lowering)
        var lowering = lowering
        for predicate in names.predicates where !names.isBinding(predicate) || isTest(predicate, names) {
            add(predicate, names, &lowering)
        }
    }

    /// Whether a predicate that names a placeholder tests it beside saying what it stands for: `$user = "x"` is none, but the second
    /// field that one event gives a placeholder must equal the first.
    private func isTest(_ predicate: YaraLExpression, _ names: RuleNames) -> Bool {
        let events = names.eventsUsed(predicate)
        guard events.count == 1, case .comparison(let left, _, let right) = predicate.kind else { return false }
        for (variable, value) in [(left, right), (right, left)] {
            if case .variable(let name) = variable.kind, names.placeholders[name] != nil {
                return names.value(of: name, for: events[0]) != value
            }
        }
        return false
    }

    private mutating func joinPlaceholders(_ names: RuleNames, _ lowering: PredicateLowering) {
        for (name, bindings) in names.placeholders.sorted(by: { $0.key < $1.key }) {
            var join = Join(predicate: YaraLExpression(.variable(name), bindings[0].value.span))
            for binding in bindings where binding.isUnconditional {
                let events = names.eventsUsed(binding.value)
                guard events.count == 1, join.fields[events[0]] == nil, join.computed[events[0]] == nil else {
                    continue
                }
                var own = lowering
                own.event = events[0]
                if case .reading(let reading) = own.value(binding.value), reading.transforms.isEmpty,
                    reading.each == nil
                {
                    join.fields[events[0]] = lowering.fields.reference(reading.path)
                } else {
                    join.computed[events[0]] = binding.value
                }
            }
            if join.fields.count + join.computed.count > 1 { joins.append(join) }
        }
    }

    private mutating func add(_ predicate: YaraLExpression, _ names: RuleNames, _ lowering: inout PredicateLowering) {
        let events = names.eventsUsed(predicate)
        switch events.count {
        case 0:
            lowering.event = nil
            unbound.append(lowering.condition(predicate))
        case 1:
            lowering.event = events[0]
            own[events[0]].append(lowering.condition(predicate))
        default:
            lowering.event = nil
            if let join = Self.join(predicate, names, lowering) {
                joins.append(join)
            } else if let order = Self.order(predicate, names) {
                orders.append((order.first, order.second, predicate))
            } else {
                let reason = lowering.reason(predicate)
                let condition = lowering.opaque(reason == .computedValue ? .unsupported : reason, predicate)
                shared.append((events, condition))
            }
        }
    }

    private static func paths(_ predicate: YaraLExpression) -> (YaraLPath, YaraLExpression.Comparison, YaraLPath)? {
        guard case .comparison(let left, let comparison, let right) = predicate.kind,
            case .field(let first) = left.kind,
            case .field(let second) = right.kind
        else { return nil }
        return (first, comparison, second)
    }

    /// `$a.x = $b.y`.
    private static func join(_ predicate: YaraLExpression, _ names: RuleNames, _ lowering: PredicateLowering) -> Join? {
        guard let (first, comparison, second) = paths(predicate), comparison == .equals,
            let left = names.events.firstIndex(of: first.variable ?? ""),
            let right = names.events.firstIndex(of: second.variable ?? ""), left != right
        else { return nil }
        let fields = [left: lowering.fields.reference(first), right: lowering.fields.reference(second)]
        return Join(fields: fields, predicate: predicate)
    }

    /// `$a.metadata.event_timestamp.seconds < $b.metadata.event_timestamp.seconds`.
    private static func order(_ predicate: YaraLExpression, _ names: RuleNames) -> (first: Int, second: Int)? {
        guard let (first, comparison, second) = paths(predicate), first.names == second.names,
            first.names.starts(with: ["metadata", "event_timestamp"]),
            let left = names.events.firstIndex(of: first.variable ?? ""),
            let right = names.events.firstIndex(of: second.variable ?? ""), left != right
        else { return nil }
        switch comparison {
        case .less, .lessOrEqual: return (left, right)
        case .greater, .greaterOrEqual: return (right, left)
        case .equals, .notEquals: return nil
        }
    }
}
