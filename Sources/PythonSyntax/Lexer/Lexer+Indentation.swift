import Diagnostics

extension Lexer {
    /// Reads the space before a line's first token and emits `.indent` or `.dedent`s.
    ///
    /// Returns false for a line without a token, which is taken up to its end: blank lines and comments do not count.
    mutating func readIndentation() -> Bool {
        let start = offset
        var indent = Indent(column: 0, alternate: 0)
        var continued: Int?
        scan: while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: " "):
                indent.column += 1
                indent.alternate += 1
                offset += 1
            case UInt8(ascii: "\t"):
                indent.column = (indent.column / 8 + 1) * 8
                indent.alternate += 1
                offset += 1
            case 0x0C:
                indent = Indent(column: 0, alternate: 0)
                offset += 1
            case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\n") || peek(1) == UInt8(ascii: "\r"):
                // The first line's indentation is the one that counts.
                continued = continued ?? indent.column
                offset += 1
                takeLineEnd()
            case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                skipComment()
                if offset < end { takeLineEnd() }
                return false
            default:
                break scan
            }
        }
        guard offset < end else { return false }
        // As in CPython, a continued line without indentation before the backslash counts its own.
        if let continued, continued > 0 { indent = Indent(column: continued, alternate: continued) }
        compare(indent, from: start)
        return true
    }

    private mutating func compare(_ indent: Indent, from start: Int) {
        let current = indents[indents.count - 1]
        if indent.column == current.column {
            if indent.alternate != current.alternate { reportTabs(from: start) }
        } else if indent.column > current.column {
            if indents.count >= limits.indentation {
                report(.limit("indented blocks", limits.indentation, source: source, span: Span(start, offset)))
                isStopped = true
                tokens.append(Token(.invalid, start, offset))
                return
            }
            if indent.alternate <= current.alternate { reportTabs(from: start) }
            indents.append(indent)
            emit(.indent, from: start)
        } else {
            while indents.count > 1, indent.column < indents[indents.count - 1].column {
                indents.removeLast()
                emit(.dedent, from: offset)
            }
            let outer = indents[indents.count - 1]
            if indent.column != outer.column {
                report(.unmatchedDedent(source: source, span: Span(start, offset)))
                // The line goes on as one of the outer block, so that its own errors are found.
            } else if indent.alternate != outer.alternate {
                reportTabs(from: start)
            }
        }
    }

    private mutating func reportTabs(from start: Int) {
        report(.inconsistentTabs(source: source, span: Span(start, offset)))
    }

    /// `\` before a line end joins the lines; before anything else it is an error.
    mutating func readContinuation() {
        let start = offset
        offset += 1
        if peek() == UInt8(ascii: "\n") || peek() == UInt8(ascii: "\r") {
            takeLineEnd()
            if offset >= end {
                report(.badContinuation(atEnd: true, source: source, span: Span(start, start + 1)))
                tokens.append(Token(.invalid, start, start + 1))
            }
            return
        }
        report(.badContinuation(atEnd: offset >= end, source: source, span: Span(start, start + 1)))
        tokens.append(Token(.invalid, start, start + 1))
    }
}
