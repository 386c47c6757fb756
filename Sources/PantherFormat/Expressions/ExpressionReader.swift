import Addresses
import Detections
package import Diagnostics
package import Documents

/// Reads match expressions and filter statements that the file's schema has let pass, and says what is wrong with them.
///
/// It goes on after an error; what could not be read is left out, so use what it gives only if ``diagnostics`` is empty.
package struct ExpressionReader {
    /// The file, for diagnostics.
    let source: Source
    /// What is wrong, in the order of the file.
    package internal(set) var diagnostics: [Diagnostic] = []
    private var count = 0

    /// A reader of values from `source`.
    package init(_ source: Source) { self.source = source }

    /// Expressions that have to hold together: `Detection`, `Conditions`, `Expressions`.
    package mutating func together(_ node: DataNode) -> MatchExpression { .combination(.all, list(node, depth: 0)) }

    /// The `Detection` of a rule: expressions that have to hold together, at least one.
    package mutating func detection(_ node: DataNode) -> MatchExpression {
        if node.list?.isEmpty == true { report(.emptyDetection(node, source)) }
        return together(node)
    }

    /// What to look at: one of `Key`, `DeepKey`, `KeyPath`; nil, and a diagnostic, if that cannot be.
    package mutating func specifier(_ node: DataNode) -> KeySpecifier? {
        if let text = node["Key"]?.string { return KeySpecifier(steps: [.name(text)], text: text) }
        if let elements = node["DeepKey"]?.list { return deepKey(elements, node) }
        if let path = node["KeyPath"] { return keyPath(path) }
        if let enrichment = node["Enrichment"] { return enrichmentKey(enrichment) }
        report(.missingKey(["Key", "DeepKey", "KeyPath"], in: node, of: "", source))
        return nil
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < ItemValidator.diagnosticsMax { diagnostics.append(diagnostic) }
    }

    // MARK: Expressions

    private mutating func list(_ node: DataNode, depth: Int) -> [MatchExpression] {
        guard let elements = node.list else {
            report(.wrongType("", expected: "a list", found: node, in: source))
            return []
        }
        return elements.compactMap { expression($0, depth: depth) }
    }

    /// False, and a diagnostic, past a limit.
    mutating func count(_ node: DataNode, depth: Int) -> Bool {
        count += 1
        guard depth < MatchExpression.depthMax, count <= MatchExpression.countMax else {
            if count <= MatchExpression.countMax + 1 { report(.tooManyExpressions(node, source)) }
            count = max(count, MatchExpression.countMax + 1)
            return false
        }
        return true
    }

    private mutating func expression(_ node: DataNode, depth: Int) -> MatchExpression? {
        guard count(node, depth: depth) else { return nil }
        for (key, combinator) in Self.combinators {
            guard let children = node[key] else { continue }
            let expressions = list(children, depth: depth + 1)
            // An empty statement holds, as panther_core has it: `Any: []` is no condition rather than an impossible one.
            return .combination(expressions.isEmpty && combinator == .any ? .all : combinator, expressions)
        }
        guard let condition = node["Condition"], let name = condition.string else {
            report(.missingKey(["Condition"], in: node, of: "", source))
            return nil
        }
        switch name {
        case "AlwaysTrue": return .constant(true)
        case "AlwaysFalse": return .constant(false)
        default: break
        }
        if let inner = node["Expressions"] { return elements(node, inner, condition, name, depth) }
        guard let known = MatchCondition.named(name) else {
            report(.unknownCondition(condition, source))
            return nil
        }
        if Self.subjects.allSatisfy({ node[$0] == nil }) { return keys(node, known, condition) }
        guard let subject = specifier(node), let operand = operand(node, known, condition) else { return nil }
        return .comparison(.init(subject: subject, condition: known, operand: operand))
    }

    private static let subjects = ["Key", "DeepKey", "KeyPath", "Enrichment"]
    private static let combinators: [(String, MatchExpression.Combinator)] = [
        ("All", .all), ("Any", .any), ("OnlyOne", .onlyOne), ("None", .none),
    ]
    private static let elementConditions: [String: MatchExpression.Combinator] = [
        "AllElements": .all, "AnyElement": .any, "OnlyOneElement": .onlyOne, "NoElement": .none,
    ]

    private mutating func elements(
        _ node: DataNode,
        _ inner: DataNode,
        _ condition: DataNode,
        _ name: String,
        _ depth: Int
    ) -> MatchExpression? {
        guard let combinator = Self.elementConditions[name] else {
            report(.unknownCondition(condition, source, known: Self.elementConditions.keys.sorted()))
            return nil
        }
        guard let subject = specifier(node) else { return nil }
        return .elements(combinator, of: subject, list(inner, depth: depth + 1))
    }

    /// Two values of the event.
    private mutating func keys(_ node: DataNode, _ known: MatchCondition, _ condition: DataNode) -> MatchExpression? {
        guard known.operandKind != .none else {
            report(
                .badOperand(condition, "`\(name(condition))` needs a key of its own: it compares with nothing", source)
            )
            return nil
        }
        guard let pair = node["Values"]?.list, pair.count == 2, let subject = specifier(pair[0]),
            let operand = specifier(pair[1])
        else {
            report(.badOperand(condition, "`\(name(condition))` needs a key, or two keys in `Values`", source))
            return nil
        }
        return .comparison(.init(subject: subject, condition: known, operand: .key(operand)))
    }

    // MARK: Operands

    private mutating func operand(
        _ node: DataNode,
        _ known: MatchCondition,
        _ condition: DataNode
    ) -> MatchExpression.Operand? {
        let (value, values) = (node["Value"], node["Values"])
        switch known.operandKind {
        case .none:
            // A fixture of Panther's tool has a redundant `Value: true`.
            if values == nil, value == nil || value?.bool == true { return MatchExpression.Operand.none }
            report(.badOperand(values ?? value ?? condition, "`\(name(condition))` compares with nothing", source))
        case .list:
            if let values { return .value(values) }
            report(.badOperand(value ?? condition, "`\(name(condition))` needs a list, `Values`", source))
        case .scalar, .text, .network:
            guard let value else {
                report(.badOperand(values ?? condition, "`\(name(condition))` needs one `Value`", source))
                return nil
            }
            return sound(value, known, name(condition)) ? .value(value) : nil
        }
        return nil
    }

    private func name(_ condition: DataNode) -> String { condition.string ?? "" }

    /// Whether a condition can use the value; a diagnostic if not.
    mutating func sound(_ value: DataNode, _ known: MatchCondition, _ name: String) -> Bool {
        switch known.operandKind {
        case .text:
            if value.string != nil { return true }
            report(.badOperand(value, "`\(name)` compares with a string, not \(value.value.noun)", source))
        case .network:
            if let text = value.string, NetworkAddress(text) != nil { return true }
            report(.badOperand(value, "`\(name)` needs an address or a network, as `10.0.0.0/8`", source))
        case .none, .scalar, .list: return true
        }
        return false
    }

    // MARK: Keys

    private mutating func deepKey(_ elements: [DataNode], _ node: DataNode) -> KeySpecifier? {
        guard !elements.isEmpty, elements.count <= KeySpecifier.stepCountMax else {
            report(.badKey(node["DeepKey"] ?? node, nil, source))
            return nil
        }
        var steps: [KeySpecifier.Step] = []
        for element in elements {
            if let name = element.string {
                steps.append(.name(name))
            } else if let index = element.int {
                steps.append(.index(Int(clamping: index)))
            } else {
                report(.badKey(element, nil, source))
                return nil
            }
        }
        let text = elements.map { $0.string ?? $0.int.map(String.init) ?? "" }.joined(separator: ".")
        return KeySpecifier(steps: steps, text: text)
    }

    /// The path that a text spells; nil, and a diagnostic, if it spells none.
    mutating func keyPath(_ node: DataNode) -> KeySpecifier? {
        let text = node.string ?? ""
        do throws(KeySpecifier.Fault) {
            return try KeySpecifier(path: text)
        } catch {
            report(.badKey(node, error, source))
            return nil
        }
    }

    private mutating func enrichmentKey(_ node: DataNode) -> KeySpecifier? {
        guard let table = node["Table"]?.string, let selector = node["Selector"]?.string, let path = node["FieldPath"],
            var specifier = keyPath(path)
        else { return nil }
        // Panther drops the `$.` of a selector when it makes a key of it.
        let key = selector.hasPrefix("$.") ? String(selector.dropFirst(2)) : selector
        specifier.steps = [.name("p_enrichment"), .name(table), .name(key), .eachOrSelf] + specifier.steps
        specifier.text = "p_enrichment.\(table).\(key).\(specifier.text)"
        return specifier
    }
}
