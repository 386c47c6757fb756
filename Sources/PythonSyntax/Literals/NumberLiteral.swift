import Diagnostics

/// The value of a number token, which the lexer has checked.
struct NumberLiteral {
    /// The literal's bytes.
    let text: ArraySlice<UInt8>

    /// nil if the integer has more than `digitsMax` decimal digits. O(digits²) for integers past 64 bits.
    func value(digitsMax: Int) -> Constant? {
        let digits = text.filter { $0 != UInt8(ascii: "_") }
        let radix: UInt32
        if digits.count > 2, digits[0] == UInt8(ascii: "0") {
            switch digits[1] | 0x20 {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "b"): radix = 2
            default: radix = 10
            }
        } else {
            radix = 10
        }
        if radix == 10 {
            if let last = digits.last, last | 0x20 == UInt8(ascii: "j") {
                return .imaginary(Self.double(digits.dropLast()))
            }
            let isFloat = digits.contains {
                $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e")
            }
            if isFloat { return .float(Self.double(digits[...])) }
        }
        let significant = digits.dropFirst(radix == 10 ? 0 : 2).drop { $0 == UInt8(ascii: "0") }
        if significant.isEmpty { return .int(0) }
        let word = String(decoding: significant, as: UTF8.self)
        if let small = Int64(word, radix: Int(radix)) { return .int(small) }
        if radix == 10 { return word.utf8.count > digitsMax ? nil : .bigInt(word) }
        // Three decimal digits are worth a little less than ten bits.
        let bitsPerDigit = radix == 16 ? 4 : radix == 8 ? 3 : 1
        guard significant.count * bitsPerDigit <= digitsMax * 10 / 3 + 4 else { return nil }
        let decimal = Self.decimal(significant, radix: radix)
        return decimal.utf8.count > digitsMax ? nil : .bigInt(decimal)
    }

    /// Rounded to nearest; infinite past the range, as in CPython.
    private static func double(_ digits: ArraySlice<UInt8>) -> Double {
        // The grammar was checked by the lexer, so the conversion has a value.
        Double(String(decoding: digits, as: UTF8.self).trimmingDots) ?? .infinity
    }

    /// Schoolbook conversion in chunks of nine decimal digits, lowest first.
    private static func decimal(_ digits: ArraySlice<UInt8>, radix: UInt32) -> String {
        var chunks: [UInt64] = []
        var (value, factor): (UInt64, UInt64) = (0, 1)
        for (index, digit) in digits.enumerated() {
            let isLetter = digit > UInt8(ascii: "9")
            value = value * UInt64(radix) + UInt64(isLetter ? (digit | 0x20) &- UInt8(ascii: "a") &+ 10 : digit & 0xF)
            factor *= UInt64(radix)
            guard factor >= 1 << 24 || index == digits.count - 1 else { continue }
            var carry = value
            for place in chunks.indices {
                // Below 10⁹ · 2²⁸, far from overflow.
                let grown = chunks[place] * factor + carry
                chunks[place] = grown % 1_000_000_000
                carry = grown / 1_000_000_000
            }
            if carry > 0 { chunks.append(carry) }
            (value, factor) = (0, 1)
        }
        var text = ""
        for chunk in chunks.reversed() {
            let word = String(chunk)
            if !text.isEmpty { text += String(repeating: "0", count: 9 - word.utf8.count) }
            text += word
        }
        return text
    }
}

extension String {
    /// `1.` and `.5` are floats in Python; Swift wants digits on both sides of the dot.
    fileprivate var trimmingDots: String {
        var text = ""
        var previous: Character = " "
        for character in self {
            if character == ".", !previous.isNumber { text.append("0") }
            if previous == ".", !character.isNumber { text.append("0") }
            text.append(character)
            previous = character
        }
        return previous == "." ? text + "0" : text
    }
}
