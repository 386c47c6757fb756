import Detections
import Diagnostics
package import Documents

extension ExpressionReader {
    /// Inline filters: match expressions, or statements of panther_core's filters (`{and: […]}`, `{or: […]}`, `{not: […]}`,
    /// `{target, operator, value}`), each of them bare or under `statement`. All of a list have to hold.
    package mutating func filters(_ node: DataNode) -> MatchExpression {
        let elements = node.list ?? [node]
        let parts = elements.compactMap { element -> MatchExpression? in
            if let statement = element["statement"] { return self.statement(statement, depth: 0) }
            if Self.isStatement(element) { return self.statement(element, depth: 0) }
            return together(DataNode(.list([element]), element.span))
        }
        return .combination(.all, parts)
    }

    private static func isStatement(_ node: DataNode) -> Bool {
        guard let map = node.map else { return false }
        return map.entries.isEmpty || ["and", "or", "not", "target", "operator"].contains { map[$0] != nil }
    }

    /// A statement; what panther_core raises when it evaluates one that is malformed is a diagnostic here.
    private mutating func statement(_ node: DataNode, depth: Int) -> MatchExpression? {
        guard count(node, depth: depth) else { return nil }
        guard let map = node.map else {
            report(.wrongType("", expected: "a map", found: node, in: source))
            return nil
        }
        let clauses = ["and", "or", "not"].filter { map[$0]?.list?.isEmpty == false }
        let (target, symbol) = (map["target"], map["operator"])
        let hasCondition = target != nil && symbol != nil
        guard clauses.count + (hasCondition ? 1 : 0) <= 1 else {
            report(.badStatement(node, "a statement has one of a condition, `and`, `or` and `not`", source))
            return nil
        }
        guard hasCondition == (target != nil || symbol != nil) else {
            report(.badStatement(node, "a condition needs both `target` and `operator`", source))
            return nil
        }
        if let target, let symbol { return comparison(target, symbol, map["value"] ?? DataNode(.string(""))) }
        // Nothing to ask: it holds.
        guard let clause = clauses.first, let children = map[clause]?.list else { return .combination(.all, []) }
        let expressions = children.compactMap { statement($0, depth: depth + 1) }
        return .combination(clause == "and" ? .all : clause == "or" ? .any : .none, expressions)
    }

    private mutating func comparison(_ target: DataNode, _ symbol: DataNode, _ value: DataNode) -> MatchExpression? {
        guard let name = symbol.string, let known = MatchCondition.symbol(name) else {
            report(.unknownCondition(symbol, source, known: []))
            return nil
        }
        guard let subject = self.target(target) else { return nil }
        switch known.operandKind {
        case .none: return .comparison(.init(subject: subject, condition: known, operand: .none))
        case .network where !sound(value, known, name): return nil
        default: return .comparison(.init(subject: subject, condition: known, operand: .value(value)))
        }
    }

    /// A name of letters, digits and `_` is a top-level field; anything else is the part of JMESPath that names fields: dots,
    /// `[n]`, `[*]`, names in double quotes.
    private mutating func target(_ node: DataNode) -> KeySpecifier? {
        guard let path = keyPath(node) else { return nil }
        let text = node.string ?? ""
        if text.utf8.allSatisfy(Self.isNameByte) || text.contains("\"") { return path }
        // What JMESPath refuses, or takes for something else, is not taken for a name.
        let isPath =
            !text.hasPrefix("$")
            && path.steps.allSatisfy { step in
                guard case .name(let name) = step, let first = name.utf8.first else { return true }
                return name.utf8.allSatisfy(Self.isNameByte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
            }
        if isPath { return path }
        report(.badKey(node, nil, source))
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
