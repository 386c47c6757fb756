import Detections
import Diagnostics

/// What is said about the files that declare detections.
extension Diagnostic {
    static func missingPolarity(of detection: Detection, expected: Bool) -> Diagnostic {
        let what =
            detection.kind == .policy
            ? (expected ? "a compliant resource" : "a resource that is not compliant")
            : (expected ? "an event that matches" : "an event that does not match")
        return Diagnostic(
            .missingPolarity,
            "no test of `\(detection.id)` has \(what)",
            severity: .warning,
            source: detection.source,
            span: detection.idSpan,
            hint: "add a test with `ExpectedResult: \(expected)`"
        )
    }

    static func noTests(of detection: Detection) -> Diagnostic {
        Diagnostic(
            .noTests,
            "`\(detection.id)` has no tests",
            severity: .warning,
            source: detection.source,
            span: detection.idSpan,
            hint: "add `Tests:` with one event that matches and one that does not"
        )
    }

    static func unknownMock(_ mock: Mock, in test: UnitTest, of detection: Detection, known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownMock,
            "test `\(test.name)` replaces `\(mock.name)`, which the module does not have",
            source: detection.source,
            span: mock.span,
            hint: known.closest(to: mock.name).map { "did you mean `\($0)`?" }
                ?? "name a function that the module defines or imports"
        )
    }

    static func attackUnknown(_ item: String, _ what: String, at span: Span, _ detection: Detection) -> Diagnostic {
        Diagnostic(
            .attackUnknown,
            what,
            severity: .warning,
            source: detection.source,
            span: span,
            hint: "write a tactic and a technique, as in `TA0002:T1059`"
        )
    }

    static func attackOutdated(
        _ technique: AttackMatrix.Technique,
        successor: AttackMatrix.Technique?,
        fix: Fix?,
        at span: Span,
        _ detection: Detection
    ) -> Diagnostic {
        let became = technique.state == .deprecated ? "deprecated" : "revoked"
        return Diagnostic(
            .attackOutdated,
            "ATT&CK \(technique.id) (\(technique.name)) is \(became)",
            severity: .warning,
            source: detection.source,
            span: span,
            hint: successor.map { "\($0.id) (\($0.name)) took its place" },
            fix: fix
        )
    }

    static func attackTactic(
        _ technique: AttackMatrix.Technique,
        _ tactic: AttackMatrix.Tactic,
        _ matrix: AttackMatrix,
        at span: Span,
        _ detection: Detection
    ) -> Diagnostic {
        let tactics = matrix.tactics.filter { technique.tactics.contains($0.slug) }.map { "\($0.id) (\($0.name))" }
        return Diagnostic(
            .attackTactic,
            "ATT&CK \(technique.id) (\(technique.name)) is no technique of \(tactic.id) (\(tactic.name))",
            severity: .warning,
            source: detection.source,
            span: span,
            hint: tactics.isEmpty ? nil : "it belongs to \(tactics.joined(separator: ", "))"
        )
    }

    static func uselessIgnore(_ code: String, at span: Span, removing: Fix, _ source: Source) -> Diagnostic {
        Diagnostic(
            .uselessIgnore,
            "nothing to ignore: no \(code) here",
            severity: .warning,
            source: source,
            span: span,
            hint: "remove the comment",
            fix: removing
        )
    }
}
