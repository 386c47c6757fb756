import Diagnostics

/// The wording of what the lexer and the readers of literals report.
extension Diagnostic {
    static func limit(_ what: String, _ limit: Int, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.sourceLimit, "more than \(limit) \(what)", source: source, span: span)
    }

    static func invalidUTF8(_ byte: UInt8, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .invalidText,
            "byte 0x\(String(byte, radix: 16)) is not part of UTF-8 text",
            source: source,
            span: span,
            hint: "save the file as UTF-8"
        )
    }

    static func unsupportedEncoding(_ name: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .unsupportedEncoding,
            "encoding `\(name)` is not supported",
            source: source,
            span: span,
            hint: "save the file as UTF-8 and remove this declaration"
        )
    }

    static let lookalikeQuotes: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "＂", "＇"]

    private static let lookalikes: [Unicode.Scalar: String] = [
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=",
        "（": "(", "）": ")", "［": "[", "］": "]", "，": ",", "：": ":", "；": ";", "＝": "=", "…": "...", "→": "->",
    ]

    static func invalidCharacter(_ scalar: Unicode.Scalar, source: Source, span: Span) -> Diagnostic {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        let hint: String? =
            if lookalikeQuotes.contains(scalar) {
                "use a straight quote, `\"` or `'`"
            } else if let plain = lookalikes[scalar] {
                "did you mean `\(plain)`?"
            } else if scalar.properties.generalCategory == .spaceSeparator {
                "replace it by a plain space"
            } else if scalar == "!" {
                "negation is written `not`"
            } else if scalar == "`" {
                "call `repr(...)`"
            } else if scalar == "?" {
                "a conditional expression is written `a if test else b`"
            } else {
                nil
            }
        let isPrintable = scalar.value >= 0x20 && !scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{7F}"
        let name = isPrintable ? "invalid character `\(scalar)` (\(code))" : "invalid non-printable character \(code)"
        return Diagnostic(.invalidCharacter, name, source: source, span: span, hint: hint)
    }

    static func unterminatedString(isTriple: Bool, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .unterminatedString,
            isTriple ? "triple-quoted string is never closed" : "string is not closed on its line",
            source: source,
            span: span,
            hint: isTriple ? nil : "close it, or use three quotes for a text of several lines"
        )
    }

    static func invalidNumber(_ kind: String, source: Source, span: Span) -> Diagnostic {
        let text = source.text(of: span).prefix(40)
        return Diagnostic(
            .invalidNumber,
            "invalid \(kind) literal `\(text)`",
            source: source,
            span: span,
            hint: text.contains("_") ? "underscores stand between digits, one at a time" : nil
        )
    }

    static func leadingZero(source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .invalidNumber,
            "leading zeros in a decimal integer",
            source: source,
            span: span,
            hint: "remove them, or write an octal number as `0o…`"
        )
    }

    static func tooManyDigits(_ limit: Int, source: Source, span: Span) -> Diagnostic {
        Diagnostic(.sourceLimit, "integer has more than \(limit) digits", source: source, span: span)
    }

    static func badContinuation(atEnd: Bool, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .lineContinuation,
            atEnd ? "backslash at the end of the file" : "backslash is not the last character of its line",
            source: source,
            span: span,
            hint: atEnd ? "remove it" : "remove what follows it, often a space"
        )
    }

    static func inconsistentTabs(source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .inconsistentTabs,
            "tabs and spaces are mixed so that the block is ambiguous",
            source: source,
            span: span,
            hint: "indent with spaces only"
        )
    }

    static func unmatchedDedent(source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .unmatchedDedent,
            "indentation does not match any enclosing block",
            source: source,
            span: span,
            hint: "indent the line as the block it belongs to"
        )
    }

    static func neverClosed(_ bracket: Token, source: Source) -> Diagnostic {
        Diagnostic(
            .neverClosed,
            "`\(bracket.kind.spelling)` is never closed",
            source: source,
            span: bracket.span
        )
    }

    static func unmatchedBracket(
        _ kind: Token.Kind,
        opening: Token?,
        source: Source,
        span: Span
    ) -> Diagnostic {
        guard let opening else {
            return Diagnostic(
                .unmatchedBracket,
                "`\(kind.spelling)` closes nothing",
                source: source,
                span: span,
                hint: "remove it, or open the bracket before it"
            )
        }
        return Diagnostic(
            .unmatchedBracket,
            "`\(kind.spelling)` does not close `\(opening.kind.spelling)`",
            source: source,
            span: span,
            notes: [Note("the bracket opened here", span: opening.span)]
        )
    }

    static func invalidEscape(_ message: String, source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .invalidEscape,
            message,
            source: source,
            span: span,
            hint: "write `r\"…\"` to keep backslashes as they are"
        )
    }

    static func bytesNotASCII(source: Source, span: Span) -> Diagnostic {
        Diagnostic(
            .invalidEscape,
            "bytes literal holds a character outside ASCII",
            source: source,
            span: span,
            hint: "write `\\x…` for its bytes, or `\"…\".encode()`"
        )
    }

    static func formattedString(_ message: String, source: Source, span: Span, hint: String? = nil) -> Diagnostic {
        Diagnostic(.invalidFormattedString, "f-string: \(message)", source: source, span: span, hint: hint)
    }

    static func mixedLiterals(source: Source, span: Span) -> Diagnostic {
        Diagnostic(.mixedLiterals, "cannot mix bytes and text literals", source: source, span: span)
    }
}
