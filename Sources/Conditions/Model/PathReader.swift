import Events

/// Reads paths as ``FieldReference/path`` writes them.
struct PathReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position >= bytes.count }

    private mutating func take(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func number() -> Int? {
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// The level after `@`.
    private mutating func level() -> Int? { take("^") ? number() : 0 }

    /// What the path starts from.
    mutating func root() -> FieldReference.Root? {
        if bytes.isEmpty { return nil }
        if bytes == [UInt8(ascii: "$")] {
            position = 1
            return .event
        }
        if take("key(@") {
            guard let level = level(), take(")") else { return nil }
            return .elementKey(level)
        }
        if take("udm(") {
            if take("\"") { return quotedText(until: ")").map { .model($0) } }
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: ")") { position += 1 }
            let name = String(decoding: bytes[start..<position], as: UTF8.self)
            return take(")") && FieldReference.isPlain(name) ? .model(name) : nil
        }
        if take("@") { return level().map { .element($0) } }
        return .event
    }

    /// The next step; a key at the beginning has no dot before it.
    mutating func selector(isFirst: Bool) -> FieldStep.Selector? {
        if take("~json") { return .json }
        if take("[\"") { return quotedText(until: "]").map { .key($0, .panther) } }
        if take("[") {
            guard let index = number(), take("]") else { return nil }
            return .index(index)
        }
        guard isFirst || take(".") else { return nil }
        let start = position
        while position < bytes.count, !".[~".utf8.contains(bytes[position]) { position += 1 }
        let key = String(decoding: bytes[start..<position], as: UTF8.self)
        return FieldReference.isPlain(key) ? .key(key, .panther) : nil
    }

    /// A text in quotes and what closes after it; the opening quote is read already.
    private mutating func quotedText(until close: StaticString) -> String? {
        let start = position - 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
        guard position < bytes.count, take(close) else { return nil }
        var tape = Tape()
        guard (try? tape.parse(copying: bytes[start..<position - 1])) != nil, tape.view.kind(of: Tape.root) == .string
        else { return nil }
        return tape.view.string(tape.view.text(of: Tape.root))
    }
}
