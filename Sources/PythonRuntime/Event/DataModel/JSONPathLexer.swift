/// The tokens of a path. Source: jsonpath-ng 1.5.3, `lexer.py` and `ext/parser.py`.
struct JSONPathLexer {
    enum Token: Hashable {
        /// A bare or quoted name.
        case name(String)
        case int(Int64)
        case float(Double)
        case bool(Bool)
        /// `$ @ * . .. [ ] ( ) , : ? &` and the comparison operators.
        case symbol(String)
        case end
    }

    private let bytes: [UInt8]
    private var position = 0
    /// Where the latest token starts.
    private(set) var start = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next token.
    mutating func next() throws(JSONPathFault) -> Token {
        while position < bytes.count, [0x20, 0x09, 0x0A].contains(bytes[position]) { position += 1 }
        start = position
        guard position < bytes.count else { return .end }
        let byte = bytes[position]
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { return .name(try quoted(byte)) }
        if JSONPathLexer.isNameStart(byte) { return bareName() }
        // `@name` is one word; `@` alone is the value itself.
        if byte == UInt8(ascii: "@"), position + 1 < bytes.count, JSONPathLexer.isNameStart(bytes[position + 1]) {
            return bareName()
        }
        if JSONPathLexer.isDigit(byte) || byte == UInt8(ascii: "-") { return try number() }
        return try symbol(byte)
    }

    private mutating func quoted(_ mark: UInt8) throws(JSONPathFault) -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] != mark {
            if bytes[position] == UInt8(ascii: "\\") { position += 1 }
            guard position < bytes.count else { break }
            text.append(bytes[position])
            position += 1
        }
        guard position < bytes.count else { throw JSONPathFault(reason: .truncated, offset: position) }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func bareName() -> Token {
        position += 1
        while position < bytes.count, JSONPathLexer.isNamePart(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return .name(word)
        }
    }

    private mutating func number() throws(JSONPathFault) -> Token {
        position += 1
        skipDigits()
        var isFloat = false
        if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."), JSONPathLexer.isDigit(bytes[position + 1])
        {
            isFloat = true
            position += 1
            skipDigits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isFloat, let value = Double(text) { return .float(value) }
        if !isFloat, let value = Int64(text) { return .int(value) }
        throw text == "-"
            ? JSONPathFault(reason: .unsupported("arithmetic"), offset: start)
            : JSONPathFault(reason: .unexpected(text), offset: start)
    }

    private mutating func symbol(_ byte: UInt8) throws(JSONPathFault) -> Token {
        let rest = bytes[position...]
        for operation in ["=~", "==", "<=", ">=", "!=", ".."] where rest.starts(with: operation.utf8) {
            position += 2
            return .symbol(operation)
        }
        position += 1
        let text = String(UnicodeScalar(byte))
        if "$@*.[](),:?&=<>".utf8.contains(byte) { return .symbol(text) }
        let names = ["`": "a named operator", "+": "arithmetic", "/": "arithmetic", "\\": "sorting", "|": "a union"]
        if let what = names[text] { throw JSONPathFault(reason: .unsupported(what), offset: start) }
        throw JSONPathFault(reason: .unexpected(byte < 0x80 ? text : "\\x" + String(byte, radix: 16)), offset: start)
    }

    private mutating func skipDigits() {
        while position < bytes.count, JSONPathLexer.isDigit(bytes[position]) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isNameStart(byte) || isDigit(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "-")
    }
}
