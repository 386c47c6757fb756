/// Takes a `condition` section apart into alternatives, each a list of terms that must hold together.
struct ConditionTerms {
    let names: RuleNames
    let alternativesMax: Int

    /// The alternatives; nil where there are more than ``alternativesMax``.
    func alternatives(_ expression: YaraLExpression, isNegated: Bool = false) -> [[ConditionTerm]]? {
        switch expression.kind {
        case .all(let parts): return isNegated ? either(parts, true) : both(parts, false)
        case .any(let parts), .some(.any, let parts): return isNegated ? both(parts, true) : either(parts, false)
        case .some(.all, let parts): return isNegated ? either(parts, true) : both(parts, false)
        case .some(.number(let digits), let parts):
            guard !isNegated, let count = Int(digits), parts.count <= Self.partsMax else { return nil }
            return atLeast(count, parts)
        case .not(let part): return alternatives(part, isNegated: !isNegated)
        case .boolean(let value): return value != isNegated ? [[]] : []
        default:
            let term = term(expression)
            return [[isNegated ? term.negated : term]]
        }
    }

    /// Parts of `N of […]` that are written out.
    private static let partsMax = 8

    private func either(_ parts: [YaraLExpression], _ isNegated: Bool) -> [[ConditionTerm]]? {
        var result: [[ConditionTerm]] = []
        for part in parts {
            guard let more = alternatives(part, isNegated: isNegated) else { return nil }
            result += more
            guard result.count <= alternativesMax else { return nil }
        }
        return result
    }

    private func both(_ parts: [YaraLExpression], _ isNegated: Bool) -> [[ConditionTerm]]? {
        var result: [[ConditionTerm]] = [[]]
        for part in parts {
            guard let more = alternatives(part, isNegated: isNegated), let all = joined(result, more) else {
                return nil
            }
            result = all
        }
        return result
    }

    /// Each of `first` with each of `second`.
    private func joined(_ first: [[ConditionTerm]], _ second: [[ConditionTerm]]) -> [[ConditionTerm]]? {
        guard first.count * second.count <= alternativesMax else { return nil }
        return first.flatMap { left in second.map { left + $0 } }
    }

    /// Every choice of `count` parts. Each part is taken apart once, however many choices it is in: parts that are such lists
    /// themselves would else multiply with their depth.
    private func atLeast(_ count: Int, _ parts: [YaraLExpression]) -> [[ConditionTerm]]? {
        guard count > 0 else { return [[]] }
        guard count <= parts.count else { return [] }
        var each: [[[ConditionTerm]]] = []
        for part in parts {
            guard let more = alternatives(part) else { return nil }
            each.append(more)
        }
        var result: [[ConditionTerm]] = []
        for choice in 0..<(1 << parts.count) where choice.nonzeroBitCount == count {
            var chosen: [[ConditionTerm]] = [[]]
            for index in parts.indices where choice & (1 << index) != 0 {
                guard let all = joined(chosen, each[index]) else { return nil }
                chosen = all
            }
            result += chosen
            guard result.count <= alternativesMax else { return nil }
        }
        return result
    }

    // MARK: Terms

    private func term(_ expression: YaraLExpression) -> ConditionTerm {
        switch expression.kind {
        case .variable(let name):
            if let event = names.events.firstIndex(of: name) { return .events(event, .greaterOrEqual, 1) }
            if names.placeholders[name] != nil { return .values(name, .greaterOrEqual, 1, expression) }
        case .count(let name):
            // Alone it asks whether there is any.
            if let event = names.events.firstIndex(of: name) { return .events(event, .greaterOrEqual, 1) }
        case .comparison(let left, let comparison, let right):
            if let term = counted(left, comparison, right, expression) { return term }
            if let term = counted(right, comparison.flipped, left, expression) { return term }
        default: break
        }
        return .test(expression, isNegated: false)
    }

    /// `#name > 5`.
    private func counted(
        _ subject: YaraLExpression,
        _ comparison: YaraLExpression.Comparison,
        _ bound: YaraLExpression,
        _ whole: YaraLExpression
    ) -> ConditionTerm? {
        guard case .count(let name) = subject.kind, case .number(let digits) = bound.kind, let count = Int(digits)
        else {
            return nil
        }
        if let event = names.events.firstIndex(of: name) { return .events(event, comparison, count) }
        return names.placeholders[name] == nil ? nil : .values(name, comparison, count, whole)
    }
}
