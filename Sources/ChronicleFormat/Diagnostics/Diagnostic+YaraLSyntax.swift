import Detections
import Diagnostics

/// Rows of the reference page, 0901 to 0919: what the grammar of YARA-L does not allow.
extension Diagnostic.Code {
    static let yaraLExpected = Self(
        "MG0901",
        "something else expected in a YARA-L rule",
        """
        The grammar of YARA-L allows only what the message names in this place. The rest of the rule is still read; the part that \
        cannot be read is opaque on the rule's page.
        """
    )
    static let yaraLUnterminated = Self(
        "MG0902",
        "text, pattern or comment that is not closed",
        """
        A text between quotes and a pattern between slashes end on the line on which they begin; one between backquotes and a \
        comment may be longer, but have to end in the file.
        """
    )
    static let yaraLCharacter = Self(
        "MG0903",
        "character that means nothing in YARA-L",
        """
        Outside of texts, patterns and comments YARA-L knows letters, digits, underscores and its operators only. Quotes that a word \
        processor made are none of them.
        """
    )
    static let yaraLTooDeep = Self(
        "MG0904",
        "expression nested too deeply",
        "Parentheses, calls and negations may stand within each other up to a limit. No rule that people write comes near it."
    )
    static let yaraLUnknownSection = Self(
        "MG0905",
        "unknown section",
        """
        A rule has the sections `meta`, `events`, `match`, `outcome`, `condition`, `options` and `export`. Sections such as `order` \
        and `limit` belong to searches and dashboards.
        """
    )
    static let yaraLRepeatedSection = Self(
        "MG0906",
        "section written twice",
        "Each section of a rule is written once. The entries of both are read."
    )
    static let yaraLUnreadableFile = Self(
        "MG0907",
        "YARA-L file that cannot be read",
        "The file is not there, may not be read, is too long, or is not UTF-8 text."
    )
    static let yaraLNoRule = Self(
        "MG0908",
        "YARA-L file without a rule",
        "A file of rules holds `rule NAME { … }` at least once."
    )
}

/// The wording of what lexer and parser report.
extension Diagnostic {
    static func expected(_ what: String, found token: Token, _ source: Source) -> Diagnostic {
        Diagnostic(.yaraLExpected, "expected \(what), found \(token.spelling)", source: source, span: token.span)
    }

    static func expected(_ what: String, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.yaraLExpected, "expected \(what)", source: source, span: span)
    }

    static func doubleEquals(_ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLExpected,
            "expected `=`, found `==`",
            source: source,
            span: span,
            hint: "YARA-L compares with one `=`",
            fix: Fix(replacing: span, with: "=")
        )
    }

    static func severalConditions(_ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLExpected,
            "expected one condition, found another",
            source: source,
            span: span,
            hint: "join the two with `and`"
        )
    }

    static func unterminated(_ what: String, _ closing: String, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLUnterminated,
            "this \(what) is not closed",
            source: source,
            span: span,
            hint: "close it with `\(closing)`"
        )
    }

    static func strangeCharacter(_ span: Span, _ source: Source) -> Diagnostic {
        let text = source.text(of: span)
        let hint: String? =
            switch text {
            case "“", "”", "„", "‟", "«", "»": "use a straight quote, `\"`"
            case "'", "‘", "’": "texts stand between double quotes"
            case "–", "—", "−": "did you mean `-`?"
            case "≤": "did you mean `<=`?"
            case "≥": "did you mean `>=`?"
            case "≠": "did you mean `!=`?"
            case "&": "conditions are joined by `and`"
            case "|": "conditions are joined by `or`"
            case "\u{A0}": "replace it by a plain space"
            default: nil
            }
        let isShown = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0 != "\u{7F}" && $0 != "\u{A0}" && !$0.properties.isDefaultIgnorableCodePoint
        }
        let code = text.unicodeScalars.first.map { "U+" + String($0.value, radix: 16, uppercase: true) } ?? ""
        return Diagnostic(
            .yaraLCharacter,
            isShown ? "`\(text)` means nothing in YARA-L" : "character \(code) means nothing in YARA-L",
            source: source,
            span: span,
            hint: hint
        )
    }

    static func tooDeep(_ limit: Int, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.yaraLTooDeep, "more than \(limit) levels within each other", source: source, span: span)
    }

    static func unknownSection(_ token: Token, _ known: [String], _ source: Source) -> Diagnostic {
        var hint: String?
        if case .name(let name) = token.kind {
            hint =
                known.closest(to: name.lowercased()).map { "did you mean `\($0)`?" }
                ?? "a rule has the sections \(known.map { "`\($0)`" }.joined(separator: ", "))"
        }
        return Diagnostic(
            .yaraLUnknownSection,
            "a rule has no section \(token.spelling)",
            source: source,
            span: token.span,
            hint: hint
        )
    }

    static func repeatedSection(_ token: Token, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLRepeatedSection,
            "section \(token.spelling) is written twice",
            source: source,
            span: token.span,
            hint: "put the entries of both into one"
        )
    }

    // MARK: Files

    static func fileTooLong(_ bytesMax: Int, _ source: Source) -> Diagnostic {
        Diagnostic(.yaraLUnreadableFile, "the file is longer than \(bytesMax) bytes", path: source.path)
    }

    /// Why the text is none: the first byte that is not UTF-8; nil where all are.
    static func notText(_ source: Source) -> Diagnostic? {
        guard String(validating: source.bytes, as: UTF8.self) == nil else { return nil }
        var start = 0
        var iterator = source.bytes.makeIterator()
        var decoder = UTF8()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): start += UTF8.width(scalar)
            case .emptyInput, .error: break decoding
            }
        }
        let span = Span(start, start + 1)
        let byte = start < source.bytes.count ? String(source.bytes[start], radix: 16) : ""
        return Diagnostic(
            .yaraLUnreadableFile,
            "byte 0x\(byte) is not part of UTF-8 text",
            source: source,
            span: span,
            hint: "save the file as UTF-8"
        )
    }

    static func noRule(_ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLNoRule,
            "the file holds no rule",
            path: source.path,
            hint: "begin a rule with `rule` and its name"
        )
    }
}

extension Diagnostic.Code {
    static let yaraLTooMuch = Self(
        "MG0909",
        "more files than are read",
        "A folder is walked down to a limit of levels and of files, so that a loop or a whole disk cannot take forever."
    )
}

extension Diagnostic {
    static func unreadableRuleFile(_ path: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.yaraLUnreadableFile, "cannot read `\(path)`: \(fault.reason)", path: path)
    }

    static func tooManyRuleFiles(_ path: String, _ filesMax: Int) -> Diagnostic {
        Diagnostic(.yaraLTooMuch, "files from `\(path)` on are not read: more than \(filesMax)", path: path)
    }
}
