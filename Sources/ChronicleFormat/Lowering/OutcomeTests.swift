import Conditions

/// Tests of outcomes in a `condition` section, for the one event that the outcomes are made of.
struct OutcomeTests {
    private let names: RuleNames
    private let isGrouped: Bool
    private var lowering: PredicateLowering
    /// What an event must be for the test to hold.
    private(set) var ofEvent: [Condition] = []
    /// What the events of a group must be together.
    private(set) var ofGroup: [(Aggregate.Metric, YaraLExpression.Comparison, Double, YaraLExpression)] = []
    /// What conditions have no words for.
    private(set) var opaque: [Condition] = []

    init(_ rule: RuleLowering, _ event: Int) {
        names = rule.names
        isGrouped = rule.rule.match != nil
        lowering = rule.predicates
        lowering.event = event
    }

    /// Takes a test apart; what it is goes to one of the lists.
    mutating func add(_ test: YaraLExpression) {
        if case .comparison(let left, let comparison, let right) = test.kind {
            if add(left, comparison, right, test) || add(right, comparison.flipped, left, test) { return }
        }
        // Without groups every outcome is a value of the event.
        if !isGrouped || usesNoSummary(test) {
            ofEvent.append(lowering.condition(test))
        } else {
            opaque.append(lowering.opaque(lowering.reason(test), test))
        }
    }

    /// A summary compared with a number; false if it is none.
    private mutating func add(
        _ subject: YaraLExpression,
        _ comparison: YaraLExpression.Comparison,
        _ bound: YaraLExpression,
        _ test: YaraLExpression
    ) -> Bool {
        guard case .constant(let literal) = lowering.value(bound), let number = literal.number,
            let (summary, argument) = summary(of: subject)
        else { return false }
        let form = lowering.value(argument)
        switch summary {
        case .max, .min:
            // The largest of constants is the constant; that the largest is more means that one is.
            if case .constant = form {
                ofEvent.append(lowering.compare(form, comparison, .constant(literal), ignoringCase: false, test))
                return true
            }
            let isOfOne =
                summary == .max
                ? comparison == .greater || comparison == .greaterOrEqual
                : comparison == .less || comparison == .lessOrEqual
            guard isOfOne else { return false }
            ofEvent.append(lowering.compare(form, comparison, .constant(literal), ignoringCase: false, test))
            return true
        case .count:
            ofGroup.append((.count, comparison, number, test))
            return true
        case .countDistinct, .sum, .average:
            guard case .reading(let reading) = form, reading.transforms.isEmpty, reading.each == nil else {
                return false
            }
            let field = lowering.fields.reference(reading.path, zero: summary == .countDistinct ? .string("") : .int(0))
            let metric: Aggregate.Metric =
                switch summary {
                case .sum: .sum(field)
                case .average: .average(field)
                default: .distinct(field)
                }
            ofGroup.append((metric, comparison, number, test))
            return true
        case .other: return false
        }
    }

    /// The summary that an outcome is, and what it is made of.
    private func summary(of subject: YaraLExpression) -> (YaraLFunction.Summary, YaraLExpression)? {
        var subject = subject
        // Outcomes may be named after each other.
        for _ in 0..<8 {
            guard case .variable(let name) = subject.kind, let value = names.outcomes[name] else { break }
            subject = value
        }
        guard case .call(let name, let arguments) = subject.kind, let argument = arguments.first?.value,
            case .aggregate(let summary)? = YaraLFunction.named(name)?.meaning
        else { return nil }
        return (summary, argument)
    }

    /// Whether no value of many events is in it.
    private func usesNoSummary(_ test: YaraLExpression) -> Bool {
        var seen: Set<String> = []
        func isPlain(_ expression: YaraLExpression) -> Bool {
            switch expression.kind {
            case .variable(let name):
                guard let value = names.outcomes[name], seen.insert(name).inserted else { return true }
                return isPlain(value)
            case .call(let name, _):
                if case .aggregate? = YaraLFunction.named(name)?.meaning { return false }
            default: break
            }
            return expression.children.allSatisfy(isPlain)
        }
        return isPlain(test)
    }
}

extension Literal {
    /// The number, if it is one.
    fileprivate var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}
