import Diagnostics

/// Finds literals and fields in the text of an f-string, by the rules of Python 3.11, where a field's text may hold
/// neither a backslash, nor `#`, nor the string's own quotes.
///
/// Source: CPython 3.11, Parser/string_parser.c, `fstring_find_literal` and `fstring_find_expr`.
struct FieldReader {
    let parts: StringParts
    var offset: Int
    let end: Int

    enum Piece {
        case literal(Range<Int>)
        /// A `{` was taken.
        case field
        case end
    }

    /// What stands in a field before its specification.
    struct Field {
        var expression: Range<Int>
        /// The text to show for `{expression=}`.
        var selfDocumenting: Range<Int>?
        var conversion: Unicode.Scalar?
    }

    struct Fault: Error {
        var message: String
        var span: Span
        var hint: String?
    }

    /// Takes the next piece. In a specification braces are not doubled, and `}` ends it, left in place.
    mutating func next(in bytes: [UInt8], isSpecification: Bool) throws(Fault) -> Piece {
        let start = offset
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\\"), !parts.isRaw, offset < end {
                let escaped = bytes[offset]
                // The braces of `\N{name}` open no field.
                if escaped == UInt8(ascii: "N") {
                    offset += 1
                    if offset < end, bytes[offset] == UInt8(ascii: "{") {
                        while offset < end, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
                        if offset < end { offset += 1 }
                    }
                } else if escaped != UInt8(ascii: "{"), escaped != UInt8(ascii: "}") {
                    offset += 1
                }
                continue
            }
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else { continue }
            if !isSpecification {
                if offset < end, bytes[offset] == byte {
                    offset += 1
                    return .literal(start..<(offset - 1))
                }
                if byte == UInt8(ascii: "}") {
                    throw Fault(
                        message: "single `}` is not allowed",
                        span: Span(offset - 1, offset),
                        hint: "write `}}` for a literal brace"
                    )
                }
            }
            offset -= 1
            if offset > start { return .literal(start..<offset) }
            if byte == UInt8(ascii: "}") { return .end }
            offset += 1
            return .field
        }
        return offset > start ? .literal(start..<offset) : .end
    }

    /// Takes a field from after its `{` to its `:` or `}`, left in place.
    mutating func field(in bytes: [UInt8]) throws(Fault) -> Field {
        let start = offset
        try scanExpression(bytes)
        let text = bytes[start..<offset]
        if text.allSatisfy({ $0 == UInt8(ascii: " ") || (9...13).contains($0) }) {
            throw Fault(message: "empty expression not allowed", span: Span(start - 1, min(offset + 1, end)), hint: nil)
        }
        var field = Field(expression: start..<offset)
        if offset < end, bytes[offset] == UInt8(ascii: "=") {
            offset += 1
            while offset < end, bytes[offset] == UInt8(ascii: " ") || (9...13).contains(bytes[offset]) { offset += 1 }
            field.selfDocumenting = start..<offset
        }
        if offset < end, bytes[offset] == UInt8(ascii: "!") {
            offset += 1
            let letter = offset < end ? bytes[offset] : 0
            guard letter == UInt8(ascii: "r") || letter == UInt8(ascii: "s") || letter == UInt8(ascii: "a") else {
                throw Fault(
                    message: "invalid conversion",
                    span: Span(offset - 1, min(offset + 1, end)),
                    hint: "a conversion is `!r`, `!s` or `!a`"
                )
            }
            field.conversion = Unicode.Scalar(letter)
            offset += 1
        }
        return field
    }

    /// Moves to the end of the expression: past nested brackets and strings, to `!`, `:`, `=` or `}` outside of them.
    private mutating func scanExpression(_ bytes: [UInt8]) throws(Fault) {
        var brackets: [UInt8] = []
        while offset < end {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\\"):
                throw Fault(
                    message: "expression cannot hold a backslash",
                    span: Span(offset, offset + 1),
                    hint: "give the text a name before the f-string"
                )
            case UInt8(ascii: "#"):
                throw Fault(message: "expression cannot hold `#`", span: Span(offset, offset + 1), hint: nil)
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                try skipString(bytes, quote: byte)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets.append(byte)
            case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
                guard brackets.isEmpty else { break }
                let isTwo = byte != UInt8(ascii: ":") && offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "=")
                if isTwo { offset += 1 } else if byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") { return }
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard let opening = brackets.popLast() else {
                    if byte == UInt8(ascii: "}") { return }
                    throw Fault(
                        message: "`\(Unicode.Scalar(byte))` closes nothing",
                        span: Span(offset, offset + 1),
                        hint: nil
                    )
                }
                // `)` follows `(` directly in ASCII; `]` and `}` follow their openings with one between.
                guard byte == opening + (byte == UInt8(ascii: ")") ? 1 : 2) else {
                    throw Fault(
                        message: "`\(Unicode.Scalar(byte))` does not close `\(Unicode.Scalar(opening))`",
                        span: Span(offset, offset + 1),
                        hint: nil
                    )
                }
            default: break
            }
            offset += 1
        }
        if let opening = brackets.last {
            throw Fault(
                message: "`\(Unicode.Scalar(opening))` is never closed",
                span: Span(offset - 1, offset),
                hint: nil
            )
        }
    }

    private mutating func skipString(_ bytes: [UInt8], quote: UInt8) throws(Fault) {
        let start = offset
        let isTriple = offset + 2 < end && bytes[offset + 1] == quote && bytes[offset + 2] == quote
        let width = isTriple ? 3 : 1
        offset += width
        while offset < end {
            if bytes[offset] == UInt8(ascii: "\\") {
                throw Fault(
                    message: "expression cannot hold a backslash",
                    span: Span(offset, offset + 1),
                    hint: "give the text a name before the f-string"
                )
            }
            if bytes[offset] == quote,
                !isTriple || (offset + 2 < end && bytes[offset + 1] == quote && bytes[offset + 2] == quote)
            {
                offset += width
                return
            }
            offset += 1
        }
        throw Fault(message: "string in the expression is not closed", span: Span(start, start + 1), hint: nil)
    }
}
