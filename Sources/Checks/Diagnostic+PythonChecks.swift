import Diagnostics
import PythonRuntime
import PythonSyntax

/// What is said about Python files.
extension Diagnostic {
    static func undefinedName(_ name: String, at span: Span, known: [String], _ source: Source) -> Diagnostic {
        Diagnostic(
            .undefinedName,
            "undefined name `\(name)`",
            source: source,
            span: span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" } ?? "define it, or import it"
        )
    }

    static func unknownModule(_ name: String, at span: Span, known: [String], _ source: Source) -> Diagnostic {
        Diagnostic(
            .unknownModule,
            "no module `\(name)`",
            source: source,
            span: span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
                ?? "helpers are imported by their `GlobalID`; other packages come with --python-path"
        )
    }

    static func refusedModule(
        _ name: String,
        _ refusal: ModuleRefusal,
        at span: Span,
        _ source: Source
    ) -> Diagnostic {
        let line = refusal.line.map { ", line \($0)" } ?? ""
        return Diagnostic(
            .refusedModule,
            "module `\(name)` cannot be imported: \(refusal.message)",
            source: source,
            span: span,
            hint: "see \(refusal.file)\(line)"
        )
    }

    static func unknownAttribute(
        _ name: String,
        of owner: String,
        at span: Span,
        known: [String],
        _ source: Source
    ) -> Diagnostic {
        Diagnostic(
            .unknownAttribute,
            "\(owner) has no `\(name)`",
            source: source,
            span: span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func badCall(_ name: String, _ mismatch: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.badCall, "`\(name)` \(mismatch)", source: source, span: span)
    }

    static func refusedCall(_ name: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .refusedCall,
            "`\(name)` is always refused in rules",
            source: source,
            span: span,
            hint: "a rule sees its event, the time and the modules of its pack"
        )
    }

    static func unreachable(_ span: Span, after: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .unreachable,
            "unreachable code",
            severity: .warning,
            source: source,
            span: span,
            notes: [Note("nothing goes on after this", span: after)],
            hint: "remove it, or put the statement before under a condition"
        )
    }

    static func noResult(_ name: Identifier, _ source: Source) -> Diagnostic {
        Diagnostic(
            .noResult,
            "`\(name.text)` can end without a result",
            severity: .warning,
            source: source,
            span: name.span,
            hint: "end it with a `return`"
        )
    }

    static func unknownField(
        _ read: FieldRead,
        _ doubt: FieldEvidence.Doubt,
        in logs: [String],
        _ source: Source
    ) -> Diagnostic {
        let name = read.path[doubt.knownCount]
        let parent = read.path.prefix(doubt.knownCount).joined(separator: ".")
        let place = parent.isEmpty ? "" : " in `\(parent)`"
        return Diagnostic(
            .unknownField,
            "no `\(name)`\(place) in any of \(doubt.exampleCount) examples of \(logs.joined(separator: ", "))",
            severity: .warning,
            source: source,
            span: read.span,
            hint: doubt.siblings.closest(to: name).map { "did you mean `\($0)`?" }
                ?? "correct the name, or add a test with the field"
        )
    }
}
