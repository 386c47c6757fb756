import Diagnostics

extension Lexer {
    /// Reads an operator, a bracket or a separator; the longest that fits.
    mutating func readOperator() {
        let start = offset
        guard let (kind, length) = operatorHere() else { return readInvalid() }
        offset += length
        switch kind {
        case .leftParen, .leftBracket, .leftBrace:
            brackets.append(Token(kind, start, offset))
        case .rightParen, .rightBracket, .rightBrace:
            guard close(kind, at: start) else { return }
        default: break
        }
        emit(kind, from: start)
    }

    private mutating func close(_ kind: Token.Kind, at start: Int) -> Bool {
        guard let opening = brackets.popLast() else {
            if isBracketed { return true }
            report(.unmatchedBracket(kind, opening: nil, source: source, span: Span(start, offset)))
            tokens.append(Token(.invalid, start, offset))
            return false
        }
        let wanted: Token.Kind =
            opening.kind == .leftParen ? .rightParen : opening.kind == .leftBracket ? .rightBracket : .rightBrace
        guard kind != wanted else { return true }
        report(.unmatchedBracket(kind, opening: opening, source: source, span: Span(start, offset)))
        tokens.append(Token(.invalid, start, offset))
        // If an outer bracket is the match, the inner one was forgotten.
        let outer: Token.Kind = kind == .rightParen ? .leftParen : kind == .rightBracket ? .leftBracket : .leftBrace
        if let match = brackets.lastIndex(where: { $0.kind == outer }) { brackets.removeSubrange(match...) }
        return false
    }

    private func operatorHere() -> (Token.Kind, Int)? {
        let (first, second, third) = (peek(), peek(1), peek(2))
        let equal = UInt8(ascii: "=")
        /// `x`, `x=`; or doubled, `xx`, `xx=`.
        func family(
            _ single: Token.Kind,
            _ augmented: Token.Kind,
            _ double: Token.Kind? = nil,
            _ doubleAugmented: Token.Kind? = nil
        ) -> (Token.Kind, Int) {
            if let double, second == first {
                if let doubleAugmented, third == equal { return (doubleAugmented, 3) }
                return (double, 2)
            }
            return second == equal ? (augmented, 2) : (single, 1)
        }
        switch first {
        case UInt8(ascii: "("): return (.leftParen, 1)
        case UInt8(ascii: ")"): return (.rightParen, 1)
        case UInt8(ascii: "["): return (.leftBracket, 1)
        case UInt8(ascii: "]"): return (.rightBracket, 1)
        case UInt8(ascii: "{"): return (.leftBrace, 1)
        case UInt8(ascii: "}"): return (.rightBrace, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: ";"): return (.semicolon, 1)
        case UInt8(ascii: "~"): return (.tilde, 1)
        case UInt8(ascii: ":"): return second == equal ? (.colonEqual, 2) : (.colon, 1)
        case UInt8(ascii: "."): return second == first && third == first ? (.ellipsis, 3) : (.dot, 1)
        case UInt8(ascii: "="): return second == equal ? (.equalEqual, 2) : (.equal, 1)
        case UInt8(ascii: "!"): return second == equal ? (.notEqual, 2) : nil
        case UInt8(ascii: "+"): return family(.plus, .plusEqual)
        case UInt8(ascii: "-"): return second == UInt8(ascii: ">") ? (.arrow, 2) : family(.minus, .minusEqual)
        case UInt8(ascii: "*"): return family(.star, .starEqual, .doubleStar, .doubleStarEqual)
        case UInt8(ascii: "/"): return family(.slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
        case UInt8(ascii: "%"): return family(.percent, .percentEqual)
        case UInt8(ascii: "@"): return family(.at, .atEqual)
        case UInt8(ascii: "&"): return family(.ampersand, .ampersandEqual)
        case UInt8(ascii: "|"): return family(.bar, .barEqual)
        case UInt8(ascii: "^"): return family(.caret, .caretEqual)
        case UInt8(ascii: "<"):
            // `<>` of Python 2: `>` can never follow `<`, and the parser words the error.
            return family(.less, .lessEqual, .leftShift, .leftShiftEqual)
        case UInt8(ascii: ">"): return family(.greater, .greaterEqual, .rightShift, .rightShiftEqual)
        default: return nil
        }
    }

    /// Reports a byte that begins no token.
    private mutating func readInvalid() {
        let start = offset
        offset += 1
        report(.invalidCharacter(Unicode.Scalar(bytes[start]), source: source, span: Span(start, offset)))
        tokens.append(Token(.invalid, start, offset))
    }
}
