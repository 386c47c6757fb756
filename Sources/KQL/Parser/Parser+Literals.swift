import Diagnostics

/// Literals, and what stands in `dynamic(…)`.
extension Parser {
    mutating func parseConstant() throws(Abandoned) -> Constant {
        switch current.kind {
        case .string:
            let string = try parseStringToken()
            return .string(string.text, isObfuscated: string.isObfuscated)
        case .integer: return try parseInteger()
        case .real:
            let token = advance()
            guard let value = Double(text(token)), value.isFinite else {
                throw fail(.invalidNumber(token.span, in: source))
            }
            return .real(value)
        case .timespan:
            let token = advance()
            let word = text(token)
            let digits = word.prefix { $0.isNumber || $0 == "." }
            guard let count = Double(digits),
                let span = Timespan(count: count, unit: String(word.dropFirst(digits.count)))
            else { throw fail(.invalidNumber(token.span, in: source)) }
            return .timespan(span)
        case .guid: return .typed("guid", text(advance()))
        case .typed: return parseTyped()
        case .name where at(word: "true") || at(word: "false"): return .bool(isWord(advance(), "true"))
        default: throw unexpected("a literal")
        }
    }

    private mutating func parseInteger() throws(Abandoned) -> Constant {
        let token = advance()
        let word = text(token)
        let isHex = word.hasPrefix("0x") || word.hasPrefix("0X")
        if let value = isHex ? UInt64(word.dropFirst(2), radix: 16).map(Int64.init(bitPattern:)) : Int64(word) {
            return .long(value)
        }
        throw fail(.invalidNumber(token.span, in: source))
    }

    /// `datetime(2024-01-01)`: the word, and what is between the brackets.
    private mutating func parseTyped() -> Constant {
        let word = text(advance())
        let bracket = word.firstIndex(of: "(") ?? word.endIndex
        let name = word[..<bracket].prefix { $0 != " " && $0 != "\t" }
        let inside = word[bracket...].dropFirst().dropLast()
        return .typed(String(name), inside.trimmed)
    }

    /// A string, and those that follow it right away, which continue it.
    mutating func parseStringToken() throws(Abandoned) -> (text: String, isObfuscated: Bool) {
        var bytes: [UInt8] = []
        var isObfuscated = false
        guard at(.string) else { throw unexpected("a string") }
        while at(.string) {
            let token = advance()
            let decoder = StringDecoder(source, token.span)
            for escape in decoder.unknownEscapes { report(.unknownEscape(escape, in: source)) }
            bytes += decoder.value
            isObfuscated = isObfuscated || decoder.isObfuscated
        }
        return (String(decoding: bytes, as: UTF8.self), isObfuscated)
    }

    mutating func parseDynamic() throws(Abandoned) -> DynamicValue {
        try descend()
        defer { depth -= 1 }
        if take(.leftBracket) {
            return .array(try list(until: .rightBracket) { (parser) throws(Abandoned) in try parser.parseDynamic() })
        }
        if take(.leftBrace) {
            return .bag(
                try list(until: .rightBrace) { (parser) throws(Abandoned) in
                    let key = parser.at(.string) ? try parser.parseStringToken().text : try parser.expectWord("a key")
                    try parser.expect(.colon)
                    return DynamicValue.Member(key, try parser.parseDynamic())
                }
            )
        }
        if take(word: "null") { return .null }
        guard at(.minus) else { return .constant(try parseConstant()) }
        let sign = advance()
        switch try parseConstant() {
        case .long(let value) where value != .min: return .constant(.long(-value))
        case .real(let value): return .constant(.real(-value))
        default: throw fail(.invalidNumber(span(from: sign), in: source))
        }
    }
}

extension Substring {
    /// Without the white space around it.
    var trimmed: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
