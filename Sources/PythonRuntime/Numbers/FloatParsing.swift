/// `float(text)`.
package enum FloatParsing {
    /// The value of `float(text)` for a `str`: spaces around, digits of every script, underscores between digits,
    /// `inf`, `infinity` and `nan` in any case.
    /// - Throws: ``NumberFault/invalidFloat(quoted:)``.
    package static func parse(_ text: PythonText) throws(NumberFault) -> Double {
        var bytes = PlainNumberText(text).bytes[...]
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        guard let value = parse(Array(bytes)) else {
            throw .invalidFloat(quoted: text.quoted(lengthMax: .max))
        }
        return value
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte &- 0x09 < 5
    }

    /// `nil` for anything that is no number; `bytes` are ASCII.
    static func parse(_ bytes: [UInt8]) -> Double? {
        var scanner = Scanner(bytes: bytes)
        return scanner.number()
    }

    /// One pass over the text, collecting what decides the value.
    private struct Scanner {
        let bytes: [UInt8]
        var offset = 0
        /// Significant digits, at most ``digitsMax``; a later digit that is not zero leaves `sticky`.
        var digits: [UInt8] = []
        var sticky = false
        /// The power of ten of the last digit kept.
        var exponent = 0

        /// More than the 768 digits that can tell two doubles apart.
        static let digitsMax = 800
        /// Past this power of ten any number of up to ``digitsMax`` digits is zero or infinite.
        static let exponentMax = 1 << 40

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        func at(_ letter: Unicode.Scalar) -> Bool {
            offset < bytes.count && bytes[offset] | 0x20 == UInt8(ascii: letter)
        }

        mutating func number() -> Double? {
            let negative = at("-") && bytes[offset] == UInt8(ascii: "-")
            if negative || offset < bytes.count && bytes[offset] == UInt8(ascii: "+") { offset += 1 }
            if let special = special() { return negative ? -special : special }
            var any = digitRun { scanner, digit in scanner.keep(digit, fraction: false) }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
                offset += 1
                let more = digitRun { scanner, digit in scanner.keep(digit, fraction: true) }
                any = any || more
            }
            guard any else { return nil }
            if at("e") {
                offset += 1
                guard takeExponent() else { return nil }
            }
            guard offset == bytes.count else { return nil }
            let value = value()
            return negative ? -value : value
        }

        private mutating func special() -> Double? {
            let rest = bytes[offset...].map { $0 | 0x20 }
            if rest == Array("inf".utf8) || rest == Array("infinity".utf8) { return .infinity }
            return rest == Array("nan".utf8) ? .nan : nil
        }

        /// Takes digits with single underscores between them; an underscore elsewhere stays, and fails the caller.
        private mutating func digitRun(_ take: (inout Scanner, UInt8) -> Void) -> Bool {
            let start = offset
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte &- 0x30 < 10 {
                    take(&self, byte)
                } else if byte != UInt8(ascii: "_") || offset == start || bytes[offset - 1] == byte
                    || offset + 1 == bytes.count || bytes[offset + 1] &- 0x30 >= 10
                {
                    break
                }
                offset += 1
            }
            return offset > start
        }

        private mutating func keep(_ digit: UInt8, fraction: Bool) {
            if digits.count < Scanner.digitsMax {
                if !digits.isEmpty || digit != 0x30 { digits.append(digit) }
                if fraction { exponent -= 1 }
            } else {
                sticky = sticky || digit != 0x30
                if !fraction { exponent += 1 }
            }
        }

        private mutating func takeExponent() -> Bool {
            let negative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
            if negative || offset < bytes.count && bytes[offset] == UInt8(ascii: "+") { offset += 1 }
            var written = 0
            guard
                digitRun({ _, digit in
                    written = min(Scanner.exponentMax, written * 10 + Int(digit) - 0x30)
                })
            else { return false }
            exponent += negative ? -written : written
            return true
        }

        private func value() -> Double {
            guard !digits.isEmpty else { return 0 }
            if digits.count <= 15, !sticky, abs(exponent) <= 22 {
                // Both are exact doubles, so one operation rounds once.
                let significand = digits.reduce(into: UInt64(0)) { $0 = $0 * 10 + UInt64($1 - 0x30) }
                let power = FloatParsing.powersOfTen[abs(exponent)]
                return exponent < 0 ? Double(significand) / power : Double(significand) * power
            }
            guard exponent + digits.count <= 310 else { return .infinity }
            guard exponent + digits.count >= -330 else { return 0 }
            return Double(
                "\(String(decoding: digits, as: UTF8.self))\(sticky ? "1" : "")e\(exponent - (sticky ? 1 : 0))"
            ) ?? 0
        }
    }

    /// The powers of ten that doubles hold exactly.
    static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
