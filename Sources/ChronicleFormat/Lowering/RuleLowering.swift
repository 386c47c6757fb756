import Conditions
import Detections
import Diagnostics

/// Turns a rule into what it looks for and what its matches carry.
///
/// One event variable makes a condition of one event, an aggregate where events or values are counted; several make a sequence whose
/// steps share the values of placeholders. What the condition model has no words for is an opaque part with the predicate as written.
struct RuleLowering {
    let rule: YaraLRule
    let names: RuleNames
    private(set) var predicates: PredicateLowering
    let events: EventPredicates
    private let alternativesMax: Int

    init(_ rule: YaraLRule, _ source: Source, _ fields: UDMField, limits: YaraLLimits) {
        self.rule = rule
        names = RuleNames(rule)
        predicates = PredicateLowering(source, names, fields)
        events = EventPredicates(names, predicates)
        alternativesMax = limits.alternativesMax
    }

    /// What the rule says.
    func logic() -> DetectionLogic {
        DetectionLogic(
            condition().flattened,
            outputs: outputs(),
            obstacle: "YARA-L rules read Google's Unified Data Model and are only shown"
        )
    }

    private func condition() -> Condition {
        guard let written = rule.condition else { return conjunction([]) }
        let terms = ConditionTerms(names: names, alternativesMax: alternativesMax)
        guard let alternatives = terms.alternatives(written) else {
            return .all([conjunction([]), predicates.opaque(.limit, written)])
        }
        return .any(alternatives.map(conjunction))
    }

    // MARK: Groups

    /// The events of entity variables where there are others: what the entity graph knows of their values.
    var entities: [Int] {
        let places = names.events.indices.filter { names.entities.contains(names.events[$0]) }
        return places.count == names.events.count ? [] : Array(places)
    }

    /// The condition of terms that must hold together.
    private func conjunction(_ terms: [ConditionTerm]) -> Condition {
        let entities = entities
        let steps = names.events.indices.filter { !entities.contains($0) }
        var parts: [Condition] = []
        if steps.count == 1 {
            parts.append(single(steps[0], terms))
        } else if steps.count > 1 {
            parts.append(several(steps, terms))
        }
        // What a single event shares with entities is part of the event's own condition.
        if steps.count != 1 { parts += entities.map(entity) }
        parts += events.unbound
        if steps.isEmpty { parts += terms.map { predicates.opaque(.unsupported, text(of: $0)) } }
        return .all(parts)
    }

    private func text(of term: ConditionTerm) -> YaraLExpression {
        switch term {
        case .events(let event, _, _): YaraLExpression(.variable(names.events[event]))
        case .values(_, _, _, let expression): expression
        case .test(let expression, let isNegated):
            isNegated ? YaraLExpression(.not(expression), expression.span) : expression
        }
    }

    /// The condition of one event by itself: its predicates, and that what it is grouped by is not empty.
    func own(_ event: Int) -> [Condition] {
        events.own[event] + keyTests(event)
    }

    private var allowsZeroValues: Bool {
        rule.options.contains { $0.name == "allow_zero_values" && $0.value.kind == .boolean(true) }
    }

    /// A placeholder that groups events must have a value, unless the rule allows for none.
    private func keyTests(_ event: Int) -> [Condition] {
        guard let match = rule.match, !allowsZeroValues else { return [] }
        var lowering = predicates
        lowering.event = event
        return match.keys.compactMap { key -> Condition? in
            guard let value = keyValue(key, event) else { return nil }
            return Self.isNotEmpty(value, &lowering)
        }
    }

    private static func isNotEmpty(_ value: YaraLExpression, _ lowering: inout PredicateLowering) -> Condition? {
        if case .call(let name, let arguments) = value.kind {
            switch YaraLFunction.named(name)?.meaning {
            case .capture where arguments.count == 2:
                return lowering.condition(YaraLExpression(.call("re.regex", arguments), value.span))
            // One part that is not empty is enough, and rules write one.
            case .concat: return nil
            default: break
            }
        }
        switch lowering.value(value) {
        case .reading(let reading): return lowering.leaf(reading, .isEmpty, [], isNegated: true, value)
        case .cases(let cases):
            return .any(
                cases.map { entry in
                    guard case .reading(let reading) = entry.value else { return entry.guardCondition }
                    return .all([entry.guardCondition, lowering.leaf(reading, .isEmpty, [], isNegated: true, value)])
                }
            )
        case .constant, .pattern: return nil
        case .opaque(let reason): return lowering.opaque(reason, value)
        }
    }

    /// What a key of the match section is for an event; nil where the event does not have it.
    private func keyValue(_ key: YaraLExpression, _ event: Int) -> YaraLExpression? {
        var value = key
        if case .variable(let name) = key.kind {
            guard let bound = names.value(of: name, for: event) else { return nil }
            value = bound
        }
        return names.eventsUsed(value) == [event] ? value : nil
    }

    /// The fields that events of a variable are grouped by, and what else they are grouped by that is no field.
    func groupBy(_ event: Int) -> (fields: [FieldReference], computed: [Condition]) {
        var fields: [FieldReference] = []
        var computed: [Condition] = []
        var lowering = predicates
        lowering.event = event
        for key in rule.match?.keys ?? [] {
            guard let value = keyValue(key, event) else { continue }
            if case .reading(let reading) = lowering.value(value), reading.each == nil, reading.transforms.isEmpty {
                fields.append(lowering.fields.reference(reading.path))
            } else {
                computed.append(lowering.opaque(lowering.reason(value), value))
            }
        }
        return (fields, computed)
    }

    /// How long a group lasts.
    var windowSeconds: Int? { rule.match?.window?.length.seconds }

    // MARK: Entities

    /// What the entity graph must know, with the fields of events that it is asked for.
    func entity(_ event: Int) -> Condition {
        let name = names.events[event]
        var joined: [FieldReference] = []
        for join in events.joins where join.fields[event] != nil || join.computed[event] != nil {
            joined += join.fields.keys.sorted().filter { $0 != event }.compactMap { join.fields[$0] }
        }
        var own: [FieldReference] = []
        for condition in events.own[event] { own += condition.leaves.map(\.field) }
        let place = names.predicates.first { names.eventsUsed($0) == [event] }.map(predicates.place)
        return .opaque(
            Opaque(
                .enrichment,
                place: place,
                text: "$\(name) of the entity graph",
                reads: joined + own,
                mayRaise: false
            )
        )
    }
}
