import Conditions
import Diagnostics

/// The functions of Panther's cache. A call is opaque, since earlier events decide what it gives; where code does what an aggregate
/// does (it collects values, or counts, under a key made of fields, and compares the number with a constant), the aggregate stands
/// beside the opaque part, as inferred.
extension Interpreter {
    static let caching = "panther_detection_helpers.caching."

    /// Calls a function of the cache; nil if nothing can be said of it.
    mutating func callCache(
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        guard name.hasPrefix(Self.caching), let key = given.value(0, "key") else { return nil }
        let fields = reads(key, state) + (given.value(1, "val").map { reads($0, state) } ?? [])
        let call = opaque(.cache, span, reads: fields, changesState: true)
        var kept = KeptState(kind: .set, key: key, call: call)
        let seconds = given.named["epoch_seconds"] ?? given.named["expiry_seconds"]
        if let seconds { noteWindow(seconds) }
        switch name.dropFirst(Self.caching.count) {
        case "get_string_set": return .kept(kept)
        case "put_string_set":
            return .opaque(call)
        case "add_to_string_set":
            kept.added = given.value(1, "val").flatMap { addedField($0, state) }
            return .kept(kept)
        case "increment_counter", "get_counter":
            kept.kind = .counter
            return .kept(kept)
        case "evaluate_threshold":
            kept.kind = .counter
            guard case .constant(.int(let threshold)) = given.value(1, "threshold") ?? .constant(.int(10)) else {
                return nil
            }
            noteWindow(given.value(2, "expiry_seconds") ?? .constant(.int(3_600)))
            return .of(aggregate(kept, .greaterOrEqual, Double(threshold), span))
        default: return nil
        }
    }

    /// Remembers how long a key is kept: a constant, or a constant in one case and nothing in the other.
    private mutating func noteWindow(_ seconds: Symbol) {
        switch seconds {
        case .constant(.int(let number)) where number > 0: windows.insert(Int(clamping: number))
        case .choice(_, let first, let second):
            noteWindow(first)
            noteWindow(second)
        default: break
        }
    }

    /// The field whose values are added to a set.
    private func addedField(_ value: Symbol, _ state: PathState) -> FieldReference? {
        switch value {
        case .reading(let reading): return reading.field
        case .selection(let selection): return selection.source
        case .text, .choice, .checked, .object:
            let fields = reads(value, state)
            return fields.count == 1 ? fields[0] : nil
        default: return nil
        }
    }

    /// A set to which this event adds values.
    func adding(_ value: Symbol, to kept: KeptState, _ state: PathState) -> Symbol {
        var result = kept
        result.added = addedField(value, state) ?? kept.added
        return .kept(result)
    }

    /// `len(kept) comparison bound`, or of a counter its value: unknown, with the aggregate beside.
    func aggregate(_ kept: KeptState, _ comparison: Comparison, _ bound: Double, _ span: Span) -> Condition {
        let unknown = Condition.opaque(kept.isSettled ? kept.call.settled : kept.call)
        let metric: Aggregate.Metric
        switch kept.kind {
        case .counter: metric = .count
        case .set:
            guard let added = kept.added else { return unknown }
            metric = .distinct(added)
        }
        let aggregate = Aggregate(
            .constant(true),
            groupBy: grouping(kept.key),
            metric: metric,
            comparison,
            bound,
            isInferred: true,
            place: place(span)
        )
        return .conjunction([unknown, .aggregate(aggregate)])
    }

    /// The fields that a key is made of.
    private func grouping(_ key: Symbol) -> [FieldReference] {
        var result: [FieldReference] = []
        func add(_ field: FieldReference) {
            if !field.steps.isEmpty, !result.contains(field) { result.append(field) }
        }
        func visit(_ symbol: Symbol) {
            if let name = modelNames[settled(symbol)] {
                add(.model(name))
                return
            }
            switch symbol {
            case .text(let parts): for part in parts { visit(part) }
            case .reading(let reading): add(reading.field.resolved(in: []))
            case .checked(_, let value): visit(value)
            case .choice(_, let first, let second):
                visit(first)
                visit(second)
            default: break
            }
        }
        visit(key)
        return result
    }
}

extension Condition {
    /// Nodes of a test that is repeated to say which events an aggregate counts.
    static let testNodesMax = 24

    /// With the window of inferred aggregates filled in, and with what an event must be like to count: the tests that stand before
    /// them.
    func completingAggregates(window: Int?) -> Condition {
        guard case .all(let parts) = self else {
            if case .aggregate(var aggregate) = self, aggregate.isInferred {
                aggregate.windowSeconds = aggregate.windowSeconds ?? window
                return .aggregate(aggregate)
            }
            if case .any(let parts) = self { return .any(parts.map { $0.completingAggregates(window: window) }) }
            return self
        }
        var result: [Condition] = []
        for part in parts {
            guard case .aggregate(var aggregate) = part, aggregate.isInferred else {
                result.append(part.completingAggregates(window: window))
                continue
            }
            aggregate.windowSeconds = aggregate.windowSeconds ?? window
            let tests = result.filter { part in
                guard part.weight(upTo: Self.testNodesMax) <= Self.testNodesMax else { return false }
                return switch part {
                case .leaf(let leaf): !leaf.isReadingCheck
                case .opaque, .aggregate, .constant: false
                case .any(let parts): !parts.contains { if case .opaque = $0 { true } else { $0 == .constant(true) } }
                default: true
                }
            }
            aggregate.child = .conjunction(tests)
            result.append(.aggregate(aggregate))
        }
        return .all(result)
    }
}
