/// A text value of a rule: plain stretches and wildcards between them.
///
/// Source: Sigma rules specification 2.1, "String Wildcard" and "Escape Character".
package struct SigmaString: Hashable, Sendable {
    /// A stretch of the value.
    package enum Part: Hashable, Sendable {
        /// Bytes that stand for themselves. UTF-8 unless a modifier has encoded them.
        case bytes([UInt8])
        /// `*`: any text, if only an empty one.
        case anyText
        /// `?`: one character.
        case anyCharacter
        /// `%name%` under the `expand` modifier.
        case placeholder(String)
    }

    /// The stretches, no two of ``Part/bytes(_:)`` side by side and none empty.
    package private(set) var parts: [Part]

    /// A value of stretches; neighbours are joined.
    package init(_ parts: [Part]) {
        self.parts = []
        for part in parts { append(part) }
    }

    /// Reads a value as it is written in a rule. A backslash takes the meaning from a `*`, `?` or backslash that follows it, and
    /// stands for itself before anything else.
    package init(written text: String) {
        parts = []
        var plain: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                if let next = bytes.first, Self.signs.contains(next) {
                    bytes.removeFirst()
                    plain.append(next)
                } else {
                    plain.append(byte)
                }
            case UInt8(ascii: "*"), UInt8(ascii: "?"):
                append(.bytes(plain))
                plain = []
                append(byte == UInt8(ascii: "*") ? .anyText : .anyCharacter)
            default: plain.append(byte)
            }
        }
        append(.bytes(plain))
    }

    /// The signs that a backslash makes plain.
    private static let signs = Array("\\*?".utf8)

    /// Adds a stretch at the end.
    package mutating func append(_ part: Part) {
        if case .bytes(let bytes) = part {
            if bytes.isEmpty { return }
            if case .bytes(let before)? = parts.last {
                parts[parts.count - 1] = .bytes(before + bytes)
                return
            }
        }
        parts.append(part)
    }

    /// The value as a rule writes it; reading that gives this value. Placeholders keep their signs.
    package var written: String {
        var result: [UInt8] = []
        for (index, part) in parts.enumerated() {
            switch part {
            case .anyText: result.append(UInt8(ascii: "*"))
            case .anyCharacter: result.append(UInt8(ascii: "?"))
            case .placeholder(let name): result += "%\(name)%".utf8
            case .bytes(let bytes):
                for (offset, byte) in bytes.enumerated() {
                    let next = offset + 1 < bytes.count ? bytes[offset + 1] : Self.first(of: parts.dropFirst(index + 1))
                    // A backslash needs another only where it would take the meaning of what follows.
                    let isSign = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
                    let isTaking = byte == UInt8(ascii: "\\") && next.map(Self.signs.contains) ?? false
                    if isSign || isTaking { result.append(UInt8(ascii: "\\")) }
                    result.append(byte)
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func first(of parts: ArraySlice<Part>) -> UInt8? {
        switch parts.first {
        case .anyText?: UInt8(ascii: "*")
        case .anyCharacter?: UInt8(ascii: "?")
        case .placeholder?, .bytes?, nil: nil
        }
    }

    /// The bytes of a value without wildcards and placeholders; nil for any other.
    package var plainBytes: [UInt8]? {
        switch parts.first {
        case nil: return []
        case .bytes(let bytes)? where parts.count == 1: return bytes
        default: return nil
        }
    }

    /// Whether there is a wildcard in it.
    package var hasWildcard: Bool { parts.contains(.anyText) || parts.contains(.anyCharacter) }

    /// The names of its placeholders, in order.
    package var placeholders: [String] {
        parts.compactMap { part in if case .placeholder(let name) = part { name } else { nil } }
    }

    // MARK: What modifiers do

    /// Preceded, or followed, by any text; once is enough.
    package func surrounded(before: Bool, after: Bool) -> SigmaString {
        var result = parts
        if before, result.first != .anyText { result.insert(.anyText, at: 0) }
        if after, result.last != .anyText { result.append(.anyText) }
        return SigmaString(result)
    }

    /// With its plain stretches encoded; nil where one cannot be.
    package func mapBytes(_ body: ([UInt8]) -> [UInt8]?) -> SigmaString? {
        var result: [Part] = []
        for part in parts {
            guard case .bytes(let bytes) = part else {
                result.append(part)
                continue
            }
            guard let mapped = body(bytes) else { return nil }
            result.append(.bytes(mapped))
        }
        return SigmaString(result)
    }

    /// With each `%name%` of its plain stretches taken for a placeholder. A backslash before a `%` makes it plain.
    package var withPlaceholders: SigmaString {
        var result: [Part] = []
        for part in parts {
            guard case .bytes(let bytes) = part else {
                result.append(part)
                continue
            }
            result += Self.splitPlaceholders(bytes)
        }
        return SigmaString(result)
    }

    private static func splitPlaceholders(_ bytes: [UInt8]) -> [Part] {
        let sign = UInt8(ascii: "%")
        var result: [Part] = []
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == sign {
                plain.append(sign)
                index += 2
                continue
            }
            if bytes[index] == sign, let end = bytes[(index + 1)...].firstIndex(of: sign), end > index + 1,
                bytes[(index + 1)..<end].allSatisfy(isNameByte)
            {
                result.append(.bytes(plain))
                plain = []
                result.append(.placeholder(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
                index = end + 1
                continue
            }
            plain.append(bytes[index])
            index += 1
        }
        result.append(.bytes(plain))
        return result
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte &- UInt8(ascii: "0") <= 9 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}
