package import Diagnostics

/// Rows of the reference page, 1001 to 1012.
extension Diagnostic.Code {
    static let invalidKQLCharacter = Self(
        "MG1001",
        "invalid character in a query",
        "The character begins no word of KQL. Word processors and web pages replace quotes, dashes and spaces by look-alikes."
    )
    static let unterminatedKQLString = Self(
        "MG1002",
        "string of a query not terminated",
        "A string in one pair of quotes ends on its line. In `\"…\"` a backslash escapes the next character, in `@\"…\"` none does."
    )
    static let unknownKQLEscape = Self(
        "MG1003",
        "unknown escape in a string of a query",
        "KQL knows `\\\\`, `\\\"`, `\\'`, `\\n`, `\\r`, `\\t`, `\\a`, `\\b`, `\\f`, `\\v`, `\\xHH`, `\\uHHHH` and octal numbers, and refuses others. The backslash is taken as it is written."
    )
    static let kqlLimit = Self(
        "MG1004",
        "query too large or too deep",
        "Queries come from strangers, so everything that costs memory or stack is limited. The message names the limit and its value."
    )
    static let unexpectedKQL = Self(
        "MG1005",
        "unexpected text in a query",
        "The grammar of KQL allows something else at this place. The operator it stands in is passed over; the rest of the query is read."
    )
    static let unknownTabularOperator = Self(
        "MG1006",
        "unknown operator of a query",
        "After `|` stands one of KQL's tabular operators, in lower case. The operator is passed over; the rest of the query is read."
    )
    static let unclosedKQLBracket = Self(
        "MG1007",
        "bracket of a query not closed",
        "The bracket is never closed, or closes none that is open."
    )
    static let missingKQLSemicolon = Self(
        "MG1008",
        "statement of a query not ended",
        "Definitions and queries of one text are separated by `;`. Editors also take an empty line for the end of a query."
    )
    static let managementCommand = Self(
        "MG1009",
        "management command",
        "Texts that begin with a dot (`.create`, `.show`) administer a cluster. They are no queries and look for nothing."
    )
    static let invalidKQLNumber = Self(
        "MG1010",
        "invalid number in a query",
        "A number is followed by letters that are no unit of time, or does not fit into 64 bits."
    )
    static let namedPredicate = Self(
        "MG1011",
        "name instead of a comparison",
        "`where a = b` gives the predicate `b` the name `a`, and keeps the rows for which `b` is true. A comparison is written `==`."
    )
    static let missingTable = Self(
        "MG1012",
        "query without a table",
        "The text begins with `|`: it is meant to stand after some table, and is no query by itself."
    )
}

/// The wording of what lexer and parser report.
extension Diagnostic {
    /// Rows of the reference page that are about KQL, in the order of their numbers.
    package static let kqlCodes: [Code] = [
        .invalidKQLCharacter, .unterminatedKQLString, .unknownKQLEscape, .kqlLimit, .unexpectedKQL,
        .unknownTabularOperator,
        .unclosedKQLBracket, .missingKQLSemicolon, .managementCommand, .invalidKQLNumber,
        .namedPredicate, .missingTable,
    ]

    static func invalidCharacter(_ span: Span, in source: Source) -> Diagnostic {
        let text = source.text(of: span)
        let quote = "\u{201C}\u{201D}\u{2018}\u{2019}".contains(text)
        return Diagnostic(
            .invalidKQLCharacter,
            "`\(text)` begins no word of KQL",
            source: source,
            span: span,
            hint: quote ? "write a straight quote" : nil
        )
    }

    static func unterminatedString(_ span: Span, in source: Source) -> Diagnostic {
        Diagnostic(.unterminatedKQLString, "the string does not end", source: source, span: span)
    }

    static func unknownEscape(_ span: Span, in source: Source) -> Diagnostic {
        Diagnostic(
            .unknownKQLEscape,
            "`\(source.text(of: span))` is no escape of KQL",
            severity: .warning,
            source: source,
            span: span,
            hint: "write `@\"…\"`, or double the backslash"
        )
    }

    static func limit(_ what: String, _ value: Int, in source: Source, _ span: Span) -> Diagnostic {
        Diagnostic(.kqlLimit, "more than \(value) \(what)", source: source, span: span)
    }

    static func neverClosed(_ token: Token, in source: Source) -> Diagnostic {
        Diagnostic(
            .unclosedKQLBracket,
            "`\(source.text(of: token.span))` is never closed",
            source: source,
            span: token.span
        )
    }

    static func unmatched(_ token: Token, in source: Source) -> Diagnostic {
        Diagnostic(
            .unclosedKQLBracket,
            "`\(source.text(of: token.span))` closes nothing",
            source: source,
            span: token.span
        )
    }

    static func invalidNumber(_ span: Span, in source: Source) -> Diagnostic {
        Diagnostic(
            .invalidKQLNumber,
            "`\(source.text(of: span).prefix(60))` is no number",
            source: source,
            span: span
        )
    }

    static func expected(_ what: String, found token: Token, in source: Source) -> Diagnostic {
        let found = token.kind == .endOfFile ? "the end" : "`\(source.text(of: token.span).prefix(40))`"
        return Diagnostic(
            .unexpectedKQL,
            "expected \(what), found \(found)",
            source: source,
            span: token.span
        )
    }

    static func unknownOperator(_ span: Span, in source: Source, known: some Collection<String>) -> Diagnostic {
        let name = source.text(of: span)
        let isMiscased = known.contains(name.lowercased())
        return Diagnostic(
            .unknownTabularOperator,
            "KQL has no operator `\(name.prefix(40))`",
            source: source,
            span: span,
            hint: isMiscased
                ? "write `\(name.lowercased())`: words of KQL are in lower case"
                : known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func missingSemicolon(_ token: Token, in source: Source) -> Diagnostic {
        Diagnostic(
            .missingKQLSemicolon,
            "expected `|` or `;`, found `\(source.text(of: token.span).prefix(40))`",
            source: source,
            span: token.span
        )
    }

    static func managementCommand(_ token: Token, in source: Source) -> Diagnostic {
        Diagnostic(.managementCommand, "a management command is no query", source: source, span: token.span)
    }

    static func namedPredicate(_ name: String, _ span: Span, in source: Source) -> Diagnostic {
        Diagnostic(
            .namedPredicate,
            "`=` names the predicate, it compares nothing",
            severity: .warning,
            source: source,
            span: span,
            hint: "write `\(name.prefix(40)) == …`"
        )
    }

    static func missingTable(_ token: Token, in source: Source) -> Diagnostic {
        Diagnostic(.missingTable, "the query names no table", source: source, span: token.span)
    }
}
