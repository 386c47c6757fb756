import Diagnostics

/// The wording of what the parser reports.
extension Diagnostic {
    /// How a token is named in a message.
    static func describe(_ token: Token, in source: Source) -> String {
        switch token.kind {
        case .endOfFile, .newline, .indent, .dedent, .invalid: token.kind.spelling
        case .name, .number: "`\(source.text(of: token.span).prefix(40))`"
        case .string: "a string"
        default: "`\(token.kind.spelling)`"
        }
    }

    static func expected(_ what: String, found token: Token, source: Source, hint: String? = nil) -> Diagnostic {
        let found = describe(token, in: source)
        return Diagnostic(
            .unexpectedToken,
            "expected \(what), found \(found)",
            source: source,
            span: token.span,
            hint: hint
        )
    }

    static func missingColon(after what: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .missingColon,
            "expected `:` after \(what)",
            source: source,
            span: span,
            hint: "add `:` here"
        )
    }

    static func missingComma(closing: Token.Kind, opening: Token?, found: Token, source: Source) -> Diagnostic {
        Diagnostic(
            .missingComma,
            "expected `,` or `\(closing.spelling)`, found \(describe(found, in: source))",
            source: source,
            span: found.span,
            notes: opening.map { [Note("inside the bracket opened here", span: $0.span)] } ?? [],
            hint: "perhaps you forgot a comma"
        )
    }

    static func unexpectedIndent(source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .unexpectedIndent,
            "unexpected indentation",
            source: source,
            span: span,
            hint: "indent this line as the one before it"
        )
    }

    static func missingBlock(after what: String, header: Span, found: Token, source: Source) -> Diagnostic {
        Diagnostic(
            .missingBlock,
            "expected an indented block after \(what)",
            source: source,
            span: found.span,
            notes: [Note("the statement starts here", span: header)],
            hint: "indent the statements that belong to it, or write `pass`"
        )
    }

    static func assignmentInExpression(source: Source, span: Span, isArgument: Bool = false) -> Diagnostic {
        Diagnostic(
            .assignmentInExpression,
            isArgument ? "the name of a keyword argument must be a plain name" : "`=` cannot be used in an expression",
            source: source,
            span: span,
            hint: "did you mean `==`?"
        )
    }

    static func pythonTwo(_ message: String, hint: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.pythonTwo, message, source: source, span: span, hint: hint)
    }

    static func elseIf(source: Source, span: Span) -> Diagnostic {
        Diagnostic(.elseIf, "`else if` is not Python", source: source, span: span, hint: "write `elif`")
    }

    static func invalidTarget(_ verb: String, _ what: String, source: Source, span: Span, hint: String? = nil)
        -> Diagnostic
    {
        Diagnostic(.invalidTarget, "cannot \(verb) \(what)", source: source, span: span, hint: hint)
    }

    static func parameters(_ message: String, source: Source, span: Span, notes: [Note] = [], hint: String? = nil)
        -> Diagnostic
    {
        Diagnostic(.invalidParameters, message, source: source, span: span, notes: notes, hint: hint)
    }

    static func arguments(_ message: String, source: Source, span: Span, notes: [Note] = [], hint: String? = nil)
        -> Diagnostic
    {
        Diagnostic(.invalidArguments, message, source: source, span: span, notes: notes, hint: hint)
    }

    static func walrus(_ message: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.invalidWalrus, message, source: source, span: span, hint: hint)
    }

    static func pattern(_ message: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.invalidPattern, message, source: source, span: span, hint: hint)
    }

    static func tryStatement(_ message: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.invalidTry, message, source: source, span: span, hint: hint)
    }

    static func star(_ message: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.invalidStar, message, source: source, span: span, hint: hint)
    }
}
