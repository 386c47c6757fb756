/// What one part of a rule's `condition` section asks.
enum ConditionTerm: Hashable {
    /// How many events there are of a variable, by its place among the rule's events.
    case events(Int, YaraLExpression.Comparison, Int)
    /// How many different values a placeholder has.
    case values(String, YaraLExpression.Comparison, Int, YaraLExpression)
    /// Anything else that is true or false of the group: an outcome that is compared.
    case test(YaraLExpression, isNegated: Bool)

    /// The opposite.
    var negated: ConditionTerm {
        switch self {
        case .events(let event, let comparison, let count): .events(event, comparison.opposite, count)
        case .values(let name, let comparison, let count, let place): .values(name, comparison.opposite, count, place)
        case .test(let expression, let isNegated): .test(expression, isNegated: !isNegated)
        }
    }
}

extension YaraLExpression.Comparison {
    /// What holds where this does not.
    var opposite: YaraLExpression.Comparison {
        switch self {
        case .equals: .notEquals
        case .notEquals: .equals
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }

    /// Whether a count that passes is at least one, and the smallest that does; nil where none at all passes too, or where there
    /// is no smallest.
    func countMin(_ count: Int) -> Int? {
        switch self {
        case .greater: count >= 0 ? (count == .max ? nil : count + 1) : nil
        case .greaterOrEqual, .equals: count >= 1 ? count : nil
        case .notEquals: count == 0 ? 1 : nil
        case .less, .lessOrEqual: nil
        }
    }

    /// Whether only zero passes.
    func isNone(_ count: Int) -> Bool {
        switch self {
        case .equals, .lessOrEqual: count == 0
        case .less: count == 1
        case .notEquals, .greater, .greaterOrEqual: false
        }
    }
}
