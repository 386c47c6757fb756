import Detections
import Diagnostics
import Documents

/// Rows of the reference page, 0345 to 0347.
extension Diagnostic.Code {
    static let unknownStep = Self(
        "MG0345",
        "unknown step",
        "A transition, a criterion or a test names a step by its `ID`, which must be one of the rule's."
    )
    static let badCorrelation = Self(
        "MG0346",
        "correlation that cannot match",
        "What the rule demands contradicts itself, or leaves out what is needed to evaluate it."
    )
    static let secondCorrelation = Self(
        "MG0347",
        "more than one correlation",
        "Panther evaluates the first element of `Detection` and passes over the others."
    )
}

extension Diagnostic {
    static func unknownStep(_ node: DataNode, known: [String], _ source: Source) -> Diagnostic {
        let name = node.string ?? ""
        return Diagnostic(
            .unknownStep,
            "no step is called `\(name.prefix(80))`",
            source: source,
            span: node.span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func badCorrelation(_ node: DataNode, _ message: String, _ source: Source) -> Diagnostic {
        Diagnostic(.badCorrelation, message, source: source, span: node.span)
    }

    static func badTransition(_ node: DataNode, _ source: Source) -> Diagnostic {
        Diagnostic(
            .badCorrelation,
            "a transition leads to the next step, over absent ones only",
            source: source,
            span: node.span,
            hint: "list the steps in the order in which they come, and join neighbours"
        )
    }

    static func secondCorrelation(_ node: DataNode, _ source: Source) -> Diagnostic {
        Diagnostic(
            .secondCorrelation,
            "only the first correlation is evaluated",
            severity: .warning,
            source: source,
            span: node.span
        )
    }
}
