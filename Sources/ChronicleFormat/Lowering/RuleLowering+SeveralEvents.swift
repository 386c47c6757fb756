import Conditions

/// Rules with several event variables.
extension RuleLowering {
    func several(_ steps: [Int], _ terms: [ConditionTerm]) -> Condition {
        var countMin = Dictionary(uniqueKeysWithValues: steps.map { ($0, 1) })
        var absent: Set<Int> = []
        var optional: Set<Int> = []
        var more: [Condition] = []
        var tests: [YaraLExpression] = []
        for term in terms {
            switch term {
            case .events(let event, let comparison, let count):
                guard countMin[event] != nil else { continue }
                if comparison.isNone(count) {
                    absent.insert(event)
                } else if let least = comparison.countMin(count) {
                    countMin[event] = least
                    if comparison == .equals {
                        more.append(
                            aggregate(.all(own(event)), event, .count, comparison, Double(count), rule.condition)
                        )
                    }
                } else {
                    optional.insert(event)
                    if !(comparison == .greaterOrEqual && count <= 0) {
                        more.append(
                            aggregate(.all(own(event)), event, .count, comparison, Double(count), rule.condition)
                        )
                    }
                }
            case .values(let name, let comparison, let count, let expression):
                if comparison.countMin(count) == 1, comparison != .equals { continue }
                guard let value = names.placeholders[name]?.first?.value, let event = names.eventsUsed(value).first,
                    countMin[event] != nil
                else {
                    more.append(predicates.opaque(.enrichment, expression))
                    continue
                }
                more.append(distinct(name, .all(own(event)), event, comparison, count, expression))
            case .test(let expression, let isNegated):
                tests.append(isNegated ? YaraLExpression(.not(expression), expression.span) : expression)
            }
        }
        var extra: [Int: [Condition]] = [:]
        for test in tests {
            let used = names.eventsUsed(test).filter { countMin[$0] != nil }
            guard used.count == 1 else {
                more.append(predicates.opaque(predicates.reason(test), test))
                continue
            }
            var summaries = OutcomeTests(self, used[0])
            summaries.add(test)
            extra[used[0], default: []] += summaries.ofEvent
            for (metric, comparison, bound, expression) in summaries.ofGroup {
                more.append(aggregate(.all(own(used[0])), used[0], metric, comparison, bound, expression))
            }
            more += summaries.opaque
        }
        let present = steps.filter { !optional.contains($0) }
        more += events.shared.map(\.condition)
        let sequence = SequenceShape(self, events, steps: present, absent: absent)
        more += sequence.opaque
        guard present.count > 1 else {
            let only = present.map { Condition.all(own($0) + (extra[$0] ?? [])) }
            return .all(only + more)
        }
        let ordered = sequence.order ?? present
        return .all(
            [
                .sequence(
                    EventSequence(
                        ordered.map { event in
                            EventSequence.Step(
                                .all(own(event) + (extra[event] ?? [])),
                                name: names.events[event],
                                countMin: countMin[event] ?? 1,
                                isAbsent: absent.contains(event)
                            )
                        },
                        joinBy: sequence.joinBy,
                        spanSeconds: windowSeconds,
                        isOrdered: sequence.order != nil
                    )
                )
            ] + more
        )
    }
}
