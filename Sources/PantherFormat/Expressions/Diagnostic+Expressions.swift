import Detections
package import Diagnostics
import Documents

/// Rows of the reference page, 0340 to 0344, and 0349: what is inside expressions and alert keys.
extension Diagnostic.Code {
    /// A condition whose name is in no table.
    package static let unknownCondition = Self(
        "MG0340",
        "unknown condition",
        "Panther's tool takes any name for a condition; one that does not exist would never match, or stop the rule."
    )
    static let badOperand = Self(
        "MG0341",
        "value that a condition cannot use",
        "Each condition compares with nothing, with one value, with a list, or with a network."
    )
    static let badKey = Self(
        "MG0342",
        "key that leads nowhere",
        "A path is names between dots, with `[n]` for an element of a list and `[*]` for all of them."
    )
    static let tooManyExpressions = Self(
        "MG0343",
        "too many expressions",
        "Expressions of one item are limited in depth and number."
    )
    static let emptyDetection = Self(
        "MG0349",
        "detection without an expression",
        "Nothing to ask holds for every event. A rule that means that says `Condition: AlwaysTrue`."
    )
    static let badStatement = Self(
        "MG0344",
        "not a filter statement",
        "A statement of a filter is a condition of target, operator and value, or one of `and`, `or` and `not`."
    )
}

extension Diagnostic {
    static func unknownCondition(
        _ node: DataNode,
        _ source: Source,
        known: [String] = MatchCondition.names + ["AlwaysTrue", "AlwaysFalse"]
    ) -> Diagnostic {
        let name = node.string ?? ""
        let same = known.first { $0.lowercased() == name.lowercased() }
        return Diagnostic(
            .unknownCondition,
            "unknown condition `\(name.prefix(80))`",
            source: source,
            span: node.span,
            hint: (same ?? known.closest(to: name)).map { "did you mean `\($0)`?" }
        )
    }

    static func badOperand(_ node: DataNode, _ message: String, _ source: Source) -> Diagnostic {
        Diagnostic(.badOperand, message, source: source, span: node.span)
    }

    static func badKey(_ node: DataNode, _ fault: KeySpecifier.Fault?, _ source: Source) -> Diagnostic {
        let text = node.string ?? ""
        var message = "the key `\(text.prefix(80))` cannot be followed"
        if node.string == nil { message = "a key is a list of names and numbers, not empty and not too long" }
        if case .expectedStep(let offset) = fault {
            let rest = String(decoding: Array(text.utf8).dropFirst(offset).prefix(40), as: UTF8.self)
            message += rest.isEmpty ? ": it ends too early" : ": a name or an index is expected at `\(rest)`"
        }
        return Diagnostic(
            .badKey,
            message,
            source: source,
            span: node.span,
            hint: fault == nil ? nil : "write `a.b[0].c`, `a[*].b`, or the names as a list, `DeepKey: [a, b]`"
        )
    }

    static func tooManyExpressions(_ node: DataNode, _ source: Source) -> Diagnostic {
        Diagnostic(
            .tooManyExpressions,
            "more than \(MatchExpression.depthMax) levels or \(MatchExpression.countMax) expressions",
            source: source,
            span: node.span
        )
    }

    static func emptyDetection(_ node: DataNode, _ source: Source) -> Diagnostic {
        Diagnostic(
            .emptyDetection,
            "`Detection` has no expression: it would match every event",
            source: source,
            span: node.span,
            hint: "write `- Condition: AlwaysTrue` if it is to"
        )
    }

    static func badStatement(_ node: DataNode, _ message: String, _ source: Source) -> Diagnostic {
        Diagnostic(.badStatement, message, source: source, span: node.span)
    }
}
