import Conditions

/// Rules with one event variable.
extension RuleLowering {
    func single(_ event: Int, _ terms: [ConditionTerm]) -> Condition {
        var child = own(event)
        child += entities.map(entity)
        child += events.shared.map(\.condition)
        var aggregates: [Condition] = []
        var exists = false
        var isAbsent = false
        var counts: [(YaraLExpression.Comparison, Int)] = []
        var tests: [YaraLExpression] = []
        var values: [(String, YaraLExpression.Comparison, Int, YaraLExpression)] = []
        for term in terms {
            switch term {
            case .events(event, let comparison, let count):
                if comparison.isNone(count) {
                    isAbsent = true
                } else if comparison.countMin(count) == 1, comparison != .equals {
                    exists = true
                } else if !(comparison == .greaterOrEqual && count <= 0) {
                    counts.append((comparison, count))
                }
            case .events: break
            case .values(let name, let comparison, let count, let expression):
                if comparison.countMin(count) == 1, comparison != .equals {
                    exists = true
                } else {
                    values.append((name, comparison, count, expression))
                }
            case .test(let expression, let isNegated):
                tests.append(isNegated ? YaraLExpression(.not(expression), expression.span) : expression)
            }
        }
        var summaries = OutcomeTests(self, event)
        for test in tests { summaries.add(test) }
        child += summaries.ofEvent
        if isAbsent { return .not(.all(child)) }
        for (comparison, count) in counts {
            exists = exists && comparison.countMin(count) == nil
            aggregates.append(aggregate(.all(child), event, .count, comparison, Double(count), rule.condition))
        }
        for (name, comparison, count, expression) in values {
            exists = exists && comparison.countMin(count) == nil
            aggregates.append(distinct(name, .all(child), event, comparison, count, expression))
        }
        for (metric, comparison, bound, expression) in summaries.ofGroup {
            if metric.isCount, let count = Int(exactly: bound) { exists = exists && comparison.countMin(count) == nil }
            aggregates.append(aggregate(.all(child), event, metric, comparison, bound, expression))
        }
        aggregates += summaries.opaque
        let isCounted = aggregates.contains { if case .aggregate = $0 { true } else { false } }
        if isCounted { aggregates += groupBy(event).computed }
        return exists || !isCounted ? .all([.all(child)] + aggregates) : .all(aggregates)
    }

    /// A test of all events of a group.
    func aggregate(
        _ child: Condition,
        _ event: Int,
        _ metric: Aggregate.Metric,
        _ comparison: YaraLExpression.Comparison,
        _ bound: Double,
        _ expression: YaraLExpression?
    ) -> Condition {
        .aggregate(
            Aggregate(
                child,
                groupBy: groupBy(event).fields,
                windowSeconds: windowSeconds,
                metric: metric,
                comparison.ofNumbers,
                bound,
                place: expression.map(predicates.place)
            )
        )
    }

    func distinct(
        _ name: String,
        _ child: Condition,
        _ event: Int,
        _ comparison: YaraLExpression.Comparison,
        _ count: Int,
        _ expression: YaraLExpression
    ) -> Condition {
        var lowering = predicates
        lowering.event = event
        guard let value = names.value(of: name, for: event), case .reading(let reading) = lowering.value(value),
            reading.each == nil, reading.transforms.isEmpty
        else { return predicates.opaque(.computedValue, expression) }
        let field = lowering.fields.reference(reading.path)
        return aggregate(child, event, .distinct(field), comparison, Double(count), expression)
    }
}

extension Aggregate.Metric {
    /// Whether it counts something, so that more than none means that there are events.
    fileprivate var isCount: Bool {
        switch self {
        case .count, .distinct: true
        case .sum, .average, .percentile: false
        }
    }
}
