/// Parses templates; knows how fields have been numbered so far.
struct FormatTemplateParser {
    private enum Numbering {
        case undecided
        case automatic
        case manual
    }

    private struct Markup {
        var name: Range<Int>
        var conversion: UInt32?
        var specification: Range<Int>
        var isNested = false
    }

    let text: PythonText
    private var numbering = Numbering.undecided
    private var nextPosition = 0

    init(text: PythonText) {
        self.text = text
    }

    private func byte(_ offset: Int) -> UInt8 { text.bytes[offset] }

    /// The pieces of a part of the template; a fault ends them.
    mutating func pieces(_ range: Range<Int>, depth: Int) -> [FormatTemplate.Piece] {
        guard depth > 0 else { return [.fault(.format("Max string recursion exceeded"))] }
        var pieces: [FormatTemplate.Piece] = []
        var offset = range.lowerBound
        var literalStart = offset
        while offset < range.upperBound {
            let brace = byte(offset)
            guard brace == UInt8(ascii: "{") || brace == UInt8(ascii: "}") else {
                offset += 1
                continue
            }
            offset += 1
            let doubled = offset < range.upperBound && byte(offset) == brace
            let end = doubled ? offset : offset - 1
            if !doubled, brace == UInt8(ascii: "}") || offset == range.upperBound {
                let name = UnicodeScalar(brace)
                return pieces + [.fault(.format("Single '\(name)' encountered in format string"))]
            }
            if literalStart < end { pieces.append(.literal(literalStart..<end)) }
            if doubled {
                offset += 1
            } else {
                do {
                    let markup = try markup(&offset, end: range.upperBound)
                    pieces.append(.field(field(markup, depth: depth)))
                } catch {
                    return pieces + [.fault(error)]
                }
            }
            literalStart = offset
        }
        if literalStart < range.upperBound { pieces.append(.literal(literalStart..<range.upperBound)) }
        return pieces
    }

    /// The parts of a field, `offset` behind its `{`; leaves it behind the `}`.
    private func markup(_ offset: inout Int, end: Int) throws(TextFault) -> Markup {
        let start = offset
        var inBrackets = false
        var found: UInt8?
        while offset < end, found == nil {
            let current = byte(offset)
            switch current {
            case UInt8(ascii: "{"): throw .format("unexpected '{' in field name")
            case UInt8(ascii: "["): inBrackets = true
            case UInt8(ascii: "]"): inBrackets = false
            case UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "!"): if !inBrackets { found = current }
            default: break
            }
            offset += 1
            // Brackets hide every brace but this pair's own end.
            if inBrackets {
                while offset < end, byte(offset) != UInt8(ascii: "]") { offset += 1 }
            }
        }
        guard let found else { throw .format("expected '}' before end of string") }
        var result = Markup(name: start..<(offset - 1), specification: offset..<offset)
        if found == UInt8(ascii: "}") { return result }
        if found == UInt8(ascii: "!") {
            guard offset < end else {
                throw .format("end of string while looking for conversion specifier")
            }
            let (conversion, next) = text.codePoint(at: offset)
            result.conversion = conversion
            offset = next
            if offset < end {
                let after = byte(offset)
                offset = text.codePoint(at: offset).next
                if after == UInt8(ascii: "}") {
                    result.specification = offset..<offset
                    return result
                }
                guard after == UInt8(ascii: ":") else { throw .format("expected ':' after conversion specifier") }
            }
        }
        let specificationStart = offset
        var depth = 1
        while offset < end {
            let current = byte(offset)
            offset += 1
            if current == UInt8(ascii: "{") {
                result.isNested = true
                depth += 1
            } else if current == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 {
                    result.specification = specificationStart..<(offset - 1)
                    return result
                }
            }
        }
        throw .format("unmatched '{' in format spec")
    }

    private mutating func field(_ markup: Markup, depth: Int) -> FormatTemplate.Field {
        var rootEnd = markup.name.lowerBound
        while rootEnd < markup.name.upperBound, byte(rootEnd) != UInt8(ascii: "."), byte(rootEnd) != UInt8(ascii: "[") {
            rootEnd += 1
        }
        let root = root(markup.name.lowerBound..<rootEnd)
        let specification: [FormatTemplate.Piece] =
            markup.isNested
            ? pieces(markup.specification, depth: depth - 1)
            : markup.specification.isEmpty ? [] : [.literal(markup.specification)]
        return FormatTemplate.Field(
            root: root,
            steps: steps(rootEnd..<markup.name.upperBound),
            conversion: markup.conversion,
            specification: specification
        )
    }

    private mutating func root(_ range: Range<Int>) -> FormatTemplate.Root {
        let number: Int?
        do { number = try integer(range) } catch { return .fault(error) }
        guard range.isEmpty || number != nil else { return .keyword(range) }
        if numbering == .undecided { numbering = range.isEmpty ? .automatic : .manual }
        if numbering == .manual, range.isEmpty {
            return .fault(
                .format("cannot switch from manual field specification to automatic field numbering")
            )
        }
        if numbering == .automatic, !range.isEmpty {
            return .fault(
                .format("cannot switch from automatic field numbering to manual field specification")
            )
        }
        if let number { return .position(number) }
        nextPosition += 1
        return .position(nextPosition - 1)
    }

    /// The number that a whole part spells, if it does.
    private func integer(_ range: Range<Int>) throws(TextFault) -> Int? {
        var scanner = FormatScanner(text: text[range])
        let number = try scanner.integer()
        return scanner.peek() == nil ? number : nil
    }

    private func steps(_ range: Range<Int>) -> [FormatTemplate.Step] {
        var steps: [FormatTemplate.Step] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let kind = byte(offset)
            offset += 1
            let start = offset
            if kind == UInt8(ascii: ".") {
                while offset < range.upperBound, byte(offset) != UInt8(ascii: "."), byte(offset) != UInt8(ascii: "[") {
                    offset += 1
                }
                guard start < offset else { return steps + [.fault(.format("Empty attribute in format string"))] }
                steps.append(.attribute(start..<offset))
            } else if kind == UInt8(ascii: "[") {
                while offset < range.upperBound, byte(offset) != UInt8(ascii: "]") { offset += 1 }
                guard offset < range.upperBound else {
                    return steps + [.fault(.format("Missing ']' in format string"))]
                }
                let name = start..<offset
                offset += 1
                guard !name.isEmpty else { return steps + [.fault(.format("Empty attribute in format string"))] }
                do {
                    steps.append(try integer(name).map { .index($0) } ?? .key(name))
                } catch {
                    return steps + [.fault(error)]
                }
            } else {
                return steps + [.fault(.format("Only '.' or '[' may follow ']' in format field specifier"))]
            }
        }
        return steps
    }
}
