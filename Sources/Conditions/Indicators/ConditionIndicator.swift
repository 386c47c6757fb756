/// One thing that a condition looks for: a value of a field. What search, "same action" and counts of rules go by.
///
/// A list of values is so many indicators, and a text that must begin or end with something is one with a pattern, so that
/// two rules that look for the same thing in different words share it.
package struct ConditionIndicator: Hashable, Sendable {
    /// The field's canonical name: its keys joined by dots, list indices and quantifiers left out.
    package var field: String
    /// The operator as it was written.
    package var op: Operator
    /// The value as it was written.
    package var value: Literal
    /// Whether it is what must not be.
    package var isNegated: Bool
    /// Of how many values of one test it is one: 1 for a test of one value.
    package var alternatives: Int

    /// What makes two indicators the same.
    package struct Identity: Hashable, Sendable {
        /// The field, in small letters: Panther's keys have no case.
        var field: String
        /// The class of the operator.
        var kind: Kind
        /// The value, in small letters; of a text's part the pattern with stars.
        var value: Literal
        var isNegated: Bool
    }

    /// Classes of operators whose values are of one sort.
    enum Kind: String, Hashable { case equals = "eq", pattern = "like", regex = "re", network = "net" }

    /// What makes it the same as another.
    package var identity: Identity {
        let kind: Kind
        var folded = value
        if case .string(let text) = value {
            let text = text.lowercased()
            folded = .string(text)
            switch op {
            case .contains, .hasTerm: folded = .string("*\(text)*")
            case .startsWith: folded = .string("\(text)*")
            case .endsWith: folded = .string("*\(text)")
            default: break
            }
        }
        switch op {
        case .contains where value.kind == .string, .startsWith, .endsWith, .hasTerm, .glob: kind = .pattern
        case .regex: kind = .regex
        case .cidr: kind = .network
        default: kind = .equals
        }
        return Identity(field: field.lowercased(), kind: kind, value: folded, isNegated: isNegated)
    }
}

extension ConditionIndicator.Identity {
    /// The identity as a text, equal for equal identities only: `eventname eq "sendcommand"`, `not errorcode eq "x"`.
    package var text: String { "\(isNegated ? "not " : "")\(field) \(kind.rawValue) \(value.json)" }
}

extension Condition {
    /// What the condition looks for, in order, each once. Tests of what is there at all, of size and of kind are left out, and
    /// so are tests of a value that was computed from a field in more than its case.
    package var indicators: [ConditionIndicator] {
        var collector = IndicatorCollector()
        collector.collect(negationsPushed, isNegated: false)
        return collector.indicators
    }
}

/// Collects indicators from a tree.
private struct IndicatorCollector {
    private(set) var indicators: [ConditionIndicator] = []
    private var seen: Set<ConditionIndicator.Identity> = []
    /// The canonical names of the lists that quantifiers around go over, outermost first.
    private var lists: [String] = []

    mutating func collect(_ condition: Condition, isNegated: Bool) {
        switch condition {
        case .leaf(let leaf): collect(leaf, isNegated: isNegated)
        case .not(let child): collect(child, isNegated: !isNegated)
        case .quantifier(let quantifier):
            lists.append(name(of: quantifier.field))
            defer { lists.removeLast() }
            var isNone = quantifier.kind == .none
            if case .count(let comparison, let bound) = quantifier.kind {
                isNone = (comparison == .equal && bound == 0) || (comparison == .less && bound <= 1)
            }
            collect(quantifier.child, isNegated: isNegated != isNone)
        case .sequence(let sequence):
            for step in sequence.steps { collect(step.condition, isNegated: isNegated != step.isAbsent) }
            if let until = sequence.until { collect(until, isNegated: isNegated) }
        case .all, .any, .aggregate:
            for child in condition.children { collect(child, isNegated: isNegated) }
        case .constant, .opaque, .reference: break
        }
    }

    private mutating func collect(_ leaf: Leaf, isNegated: Bool) {
        guard leaf.other == nil, leaf.transforms.allSatisfy(Self.keepsText) else { return }
        switch leaf.op {
        case .equals, .isIn, .isInSet, .contains, .startsWith, .endsWith, .hasTerm, .glob, .regex, .cidr: break
        default: return
        }
        let field = name(of: leaf.field)
        guard !field.isEmpty else { return }
        for value in leaf.values where value.kind != .null && value.kind != .array && value.kind != .object {
            // A test for nothing says as little as none.
            if case .string("") = value { continue }
            let indicator = ConditionIndicator(
                field: field,
                op: leaf.op == .isIn || leaf.op == .isInSet ? .equals : leaf.op,
                value: value,
                isNegated: leaf.isNegated != isNegated,
                alternatives: leaf.values.count
            )
            if seen.insert(indicator.identity).inserted { indicators.append(indicator) }
        }
    }

    /// Whether what a transform gives is the text itself, but for case and blanks.
    private static func keepsText(_ transform: Transform) -> Bool {
        switch transform {
        case .lower, .upper, .casefold, .strip, .stripLeft, .stripRight, .string: true
        default: false
        }
    }

    /// The name of a field; that of an element begins with that of its list.
    private func name(of field: FieldReference) -> String {
        let own = field.canonicalName
        switch field.root {
        case .event: return own
        case .model(let name): return own.isEmpty ? name : "\(name).\(own)"
        case .element(let level):
            guard level >= 0, level < lists.count else { return own }
            let list = lists[lists.count - 1 - level]
            return own.isEmpty || list.isEmpty ? list + own : "\(list).\(own)"
        case .elementKey: return ""
        }
    }
}
