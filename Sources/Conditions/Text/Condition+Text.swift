extension Condition {
    /// The condition on one line: `eventName eq "SendCommand" and (errorCode is empty or not <cache>)`.
    package var text: String {
        switch self {
        case .constant(let value): value ? "always" : "never"
        case .all(let children): Self.joined(children, "and", empty: "always")
        case .any(let children): Self.joined(children, "or", empty: "never")
        case .not(let child): "not \(child.grouped)"
        case .leaf(let leaf): leaf.text
        case .quantifier(let quantifier): "\(quantifier.heading): \(quantifier.child.grouped)"
        case .opaque(let opaque): "<\(opaque.heading)>"
        case .aggregate(let aggregate): "\(aggregate.heading) where \(aggregate.child.grouped)"
        case .sequence(let sequence):
            sequence.steps.map { $0.heading + $0.condition.grouped }
                .joined(separator: sequence.isOrdered ? " then " : " with ") + sequence.suffix
        case .reference(let id): "match of \(id)"
        }
    }

    /// The text, in parentheses where it would not hold together in a larger one.
    private var grouped: String {
        switch self {
        case .all(let children), .any(let children):
            children.count == 1 ? children[0].grouped : children.isEmpty ? text : "(\(text))"
        case .leaf(let leaf) where leaf.text.contains(" "): "(\(text))"
        case .constant, .not, .leaf, .opaque, .reference: text
        case .quantifier, .aggregate, .sequence: "(\(text))"
        }
    }

    private static func joined(_ children: [Condition], _ word: String, empty: String) -> String {
        guard children.count > 1 else { return children.first?.text ?? empty }
        return children.map { child in
            switch child {
            case .leaf, .not: child.text
            case .all(let inner), .any(let inner): inner.count > 1 ? "(\(child.text))" : child.text
            case .constant, .quantifier, .opaque, .aggregate, .sequence, .reference: child.grouped
            }
        }.joined(separator: " \(word) ")
    }
}

extension Quantifier {
    /// What it asks, without the test: `some item of resources`.
    package var heading: String {
        let path = Leaf.text(of: Operand(field))
        let item = domain == .members ? "member" : "item"
        return switch kind {
        case .some: "some \(item) of \(path)"
        case .every: "every \(item) of \(path)"
        case .none: "no \(item) of \(path)"
        case .count(let comparison, let bound): "\(comparison.sign) \(bound) \(item)s of \(path)"
        }
    }
}

extension Comparison {
    /// The sign: `>=`.
    package var sign: String {
        switch self {
        case .equal: "="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        }
    }
}

extension Opaque {
    /// The reason's code, the construct and its line: `cache: get_string_set(key), line 12`.
    package var heading: String {
        var heading = reason.rawValue
        if let text { heading += ": " + text }
        if let place { heading += ", line \(place.line)" }
        return heading
    }
}

extension Aggregate {
    /// What it asks, without the condition: `distinct(instanceIds) > 2 by accountId within 1 h`.
    package var heading: String {
        let measure =
            switch metric {
            case .count: "count"
            case .distinct(let field): "distinct(\(field.path))"
            case .sum(let field): "sum(\(field.path))"
            case .average(let field): "average(\(field.path))"
            case .percentile(let field, let share): "percentile(\(field.path), \(share))"
            }
        let isWhole = bound == bound.rounded() && abs(bound) < 1e15
        var heading = "\(measure) \(comparison.sign) \(isWhole ? String(Int64(bound)) : "\(bound)")"
        if !groupBy.isEmpty { heading += " by " + groupBy.map(\.path).joined(separator: ", ") }
        if let windowSeconds { heading += " within " + Self.duration(windowSeconds) }
        return heading + (isInferred ? " (inferred)" : "")
    }

    /// Seconds in the largest unit that divides them: `90 min`.
    package static func duration(_ seconds: Int) -> String {
        for (unit, length) in [("d", 86_400), ("h", 3600), ("min", 60)] where seconds >= length && seconds % length == 0
        {
            return "\(seconds / length) \(unit)"
        }
        return "\(seconds) s"
    }
}

extension EventSequence {
    /// Paths, one for each name that a shared value has.
    private static func distinct(_ paths: [String]) -> [String] {
        paths.indices.filter { !paths[..<$0].contains(paths[$0]) }.map { paths[$0] }
    }

    /// What follows the steps.
    package var suffix: String {
        var suffix = ""
        if let spanSeconds { suffix += " within " + Aggregate.duration(spanSeconds) }
        if !joinBy.isEmpty {
            suffix +=
                " joined by "
                + joinBy.map { Self.distinct($0.map(\.path)).joined(separator: "=") }.joined(separator: ", ")
        }
        return suffix
    }
}

extension EventSequence.Step {
    /// What precedes its condition.
    package var heading: String {
        (isAbsent ? "no " : "") + (name.map { "\($0): " } ?? "") + (countMin > 1 ? "\(countMin) × " : "")
    }
}
