/// What a scalar means: the rules by which Panther's tool reads YAML.
///
/// They are YAML 1.1's as PyYAML implements them, with three changes: only `true` and `false` are booleans, timestamps stay
/// texts, and integers are read as YAML 1.2 does (no octal, no base 60).
enum YAMLScalar {
    /// The tags a plain text resolves to; texts that fit none are strings.
    enum PlainTag {
        case string
        case boolean
        case integer
        case float
        case null
        case merge
        case value
    }

    /// The tag of a plain scalar. Source: PyYAML 6, resolver.py, in its order; the first character chooses the patterns.
    static func tag(ofPlain text: String) -> PlainTag {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), digit0...digit9:
            if isFloat(bytes) { return .float }
            return first != UInt8(ascii: ".") && isInteger(bytes) ? .integer : .string
        case UInt8(ascii: "~"): return text == "~" ? .null : .string
        case UInt8(ascii: "<"): return text == "<<" ? .merge : .string
        case UInt8(ascii: "="): return text == "=" ? .value : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return ["null", "Null", "NULL"].contains(text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            return boolean(text) == nil ? .string : .boolean
        default: return .string
        }
    }

    /// `true` and `false` as YAML 1.2 spells them; nil for anything else, which stays a text.
    static func boolean(_ text: String) -> Bool? {
        switch text {
        case "true", "True", "TRUE": true
        case "false", "False", "FALSE": false
        default: nil
        }
    }

    /// The integer of a text tagged as one; a text with `:` stays a text. Nil where Python's `int` raises.
    static func integer(_ text: String, digitsMax: Int) -> DataValue? {
        var digits = Array(text.utf8)
        if digits.contains(UInt8(ascii: ":")) { return .string(text) }
        digits.removeAll { $0 == UInt8(ascii: "_") }
        var isNegative = false
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            digits.removeFirst()
        }
        var radix = 10
        if digits.count >= 2, digits[0] == digit0 {
            let letter = digits[1] | 0x20
            if letter == UInt8(ascii: "x") { radix = 16 } else if letter == UInt8(ascii: "b") { radix = 2 }
            if radix != 10 { digits.removeFirst(2) }
        }
        guard !digits.isEmpty, digits.count <= digitsMax else { return nil }
        let magnitude = digits.drop { $0 == digit0 }
        guard digits.allSatisfy({ Self.value(of: $0) < radix }) else { return nil }
        if magnitude.isEmpty { return .int(0) }
        let plain = (isNegative ? "-" : "") + String(decoding: magnitude, as: UTF8.self)
        if let number = Int64(plain, radix: radix) { return .int(number) }
        let decimal = radix == 10 ? String(decoding: magnitude, as: UTF8.self) : Self.decimal(magnitude, radix: radix)
        return .bigInt((isNegative ? "-" : "") + decimal)
    }

    /// The number of a text tagged as a float, base 60 included. Nil where Python's `float` raises.
    static func float(_ text: String) -> Double? {
        var digits = Array(text.utf8).filter { $0 != UInt8(ascii: "_") }
        for index in digits.indices where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(digits[index]) {
            digits[index] |= 0x20
        }
        var sign = 1.0
        if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            if first == UInt8(ascii: "-") { sign = -1 }
            digits.removeFirst()
        }
        let rest = String(decoding: digits, as: UTF8.self)
        if rest == ".inf" { return sign * .infinity }
        if rest == ".nan" { return .nan }
        var total = 0.0
        for part in rest.split(separator: ":", omittingEmptySubsequences: false) {
            guard let number = pythonFloat(part) else { return nil }
            total = total * 60 + number
        }
        return sign * total
    }

    /// What Python's `float` reads of a text without sign; hexadecimal, which Swift would read, is no number there.
    private static func pythonFloat(_ text: Substring) -> Double? {
        let allowed = text.utf8.allSatisfy { byte in
            (digit0...digit9).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e")
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        }
        guard allowed else { return ["inf": .infinity, "infinity": .infinity, "nan": .nan][String(text)] }
        return Double(String(text))
    }

    private static func isInteger(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard let first = rest.popFirst() else { return false }
        if first == digit0 {
            guard let second = rest.first else { return true }
            let tail = rest.dropFirst()
            if second == UInt8(ascii: "b") { return !tail.isEmpty && tail.allSatisfy { isDigit($0, radix: 2) } }
            if second == UInt8(ascii: "x") { return !tail.isEmpty && tail.allSatisfy { isDigit($0, radix: 16) } }
            return rest.allSatisfy { isDigit($0, radix: 8) }
        }
        guard (digit0...digit9).contains(first) else { return false }
        // Base 60 is tagged as an integer too, and read as a text later.
        let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return (parts.first ?? []).allSatisfy { isDigit($0, radix: 10) } && parts.dropFirst().allSatisfy(isSixtieth)
    }

    private static func isFloat(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
        if isSigned { rest.removeFirst() }
        guard let first = rest.first, let point = rest.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let whole = rest[..<point]
        let fraction = rest[rest.index(after: point)...]
        if first == UInt8(ascii: ".") {
            let word = String(decoding: fraction, as: UTF8.self)
            if ["inf", "Inf", "INF"].contains(word) { return true }
            if isSigned { return false }
            if ["nan", "NaN", "NAN"].contains(word) { return true }
            guard let digit = fraction.first, (digit0...digit9).contains(digit) else { return false }
            return isFraction(fraction)
        }
        guard (digit0...digit9).contains(first) else { return false }
        if whole.contains(UInt8(ascii: ":")) {
            let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            return (parts.first ?? []).allSatisfy { isDigit($0, radix: 10) } && parts.dropFirst().allSatisfy(isSixtieth)
                && fraction.allSatisfy { isDigit($0, radix: 10) }
        }
        return whole.allSatisfy { isDigit($0, radix: 10) } && isFraction(fraction)
    }

    /// Digits and `_`, then perhaps an exponent, whose sign is not optional in YAML 1.1.
    private static func isFraction(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.prefix { isDigit($0, radix: 10) }
        var rest = bytes[digits.endIndex...]
        guard let letter = rest.popFirst() else { return true }
        guard letter | 0x20 == UInt8(ascii: "e"), let sign = rest.popFirst() else { return false }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        return !rest.isEmpty && rest.allSatisfy { (digit0...digit9).contains($0) }
    }

    private static func isSixtieth(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.allSatisfy({ (digit0...digit9).contains($0) }), let first = bytes.first else { return false }
        return bytes.count == 1 || (bytes.count == 2 && first <= UInt8(ascii: "5"))
    }

    private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
        byte == UInt8(ascii: "_") || value(of: byte) < radix
    }

    private static func value(of byte: UInt8) -> Int {
        switch byte {
        case digit0...digit9: Int(byte - digit0)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: 99
        }
    }

    /// Digits of another base in base ten, by groups of nine. O(digits²), which the limit on digits bounds.
    private static func decimal(_ digits: ArraySlice<UInt8>, radix: Int) -> String {
        let base: UInt64 = 1_000_000_000
        var groups: [UInt64] = []
        for digit in digits {
            var carry = UInt64(value(of: digit))
            for index in groups.indices {
                carry += groups[index] * UInt64(radix)
                groups[index] = carry % base
                carry /= base
            }
            if carry > 0 { groups.append(carry) }
        }
        var text = groups.last.map { String($0) } ?? "0"
        for group in groups.dropLast().reversed() {
            let part = String(group)
            text += String(repeating: "0", count: max(0, 9 - part.utf8.count)) + part
        }
        return text
    }

    private static let digit0 = UInt8(ascii: "0")
    private static let digit9 = UInt8(ascii: "9")
}
