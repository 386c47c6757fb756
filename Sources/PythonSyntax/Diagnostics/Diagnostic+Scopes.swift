import Diagnostics

/// The wording of what the scope checker reports.
extension Diagnostic {
    static func outsideFunction(_ what: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.outsideFunction, what, source: source, span: span, hint: hint)
    }

    static func outsideLoop(_ keyword: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.outsideLoop, "`\(keyword)` outside a loop", source: source, span: span)
    }

    static func leavesExceptStar(_ keyword: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.invalidTry, "`\(keyword)` cannot leave an `except*` block", source: source, span: span)
    }

    static func scope(_ message: String, source: Source, span: Span, notes: [Note] = []) -> Diagnostic {
        Diagnostic(.scopeConflict, message, source: source, span: span, notes: notes)
    }

    static func invalidImport(_ message: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.invalidImport, message, source: source, span: span)
    }
}
