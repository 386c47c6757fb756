package import Diagnostics

/// A word of a Python file as readers tell words apart; blanks between words belong to none. For colours, not for parsing.
package struct PythonWord: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Where it stands.
    package var span: Span

    /// Kinds that readers tell apart.
    package enum Kind: Hashable, Sendable {
        /// A reserved word, `None` and its like among them.
        case keyword
        /// A name.
        case name
        /// The name that `def` or `class` gives.
        case definition
        /// A number.
        case number
        /// A string with its prefix and quotes; an f-string with all that is in it.
        case string
        /// From `#` to the end of the line.
        case comment
        /// Brackets, separators and operators.
        case sign
    }

    /// The words of `source` in order, as far as the lexer's limits reach. Text that is no Python gives what words it has. O(length).
    package static func words(of source: Source, limits: ParserLimits = .default) -> [PythonWord] {
        guard source.bytes.count <= limits.sourceBytes else { return [] }
        var lexer = Lexer(source, limits: limits)
        lexer.lex()
        var words: [PythonWord] = []
        words.reserveCapacity(lexer.tokens.count)
        var reached = 0
        var isDefinition = false
        for token in lexer.tokens {
            // Ends of lines and blocks have places, but may lie inside what is still to come.
            guard let kind = kind(of: token.kind), token.span.start >= reached else { continue }
            appendComments(in: reached..<token.span.start, of: source, to: &words)
            let isName = kind == .name
            words.append(PythonWord(kind: isName && isDefinition ? .definition : kind, span: token.span))
            isDefinition = token.kind == .def || token.kind == .class
            reached = token.span.end
        }
        appendComments(in: reached..<max(reached, lexer.offset), of: source, to: &words)
        return words
    }

    private static func kind(of token: Token.Kind) -> Kind? {
        switch token {
        case .endOfFile, .newline, .indent, .dedent, .invalid: nil
        case .name: .name
        case .number: .number
        case .string: .string
        default: token.isKeyword ? .keyword : .sign
        }
    }

    /// The lexer passes comments over: what stands between two tokens is blank but for them.
    private static func appendComments(in gap: Range<Int>, of source: Source, to words: inout [PythonWord]) {
        var place = gap.lowerBound
        let end = min(gap.upperBound, source.bytes.count)
        while place < end {
            guard source.bytes[place] == UInt8(ascii: "#") else {
                place += 1
                continue
            }
            let start = place
            while place < end, source.bytes[place] != UInt8(ascii: "\n"), source.bytes[place] != UInt8(ascii: "\r") {
                place += 1
            }
            words.append(PythonWord(kind: .comment, span: Span(start, place)))
        }
    }
}
