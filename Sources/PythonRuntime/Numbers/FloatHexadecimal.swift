/// `float.hex` and `float.fromhex`.
package enum FloatHexadecimal {
    /// `value.hex()`.
    package static func append(_ value: Double, into sink: inout some ByteSink) {
        guard value.isFinite else {
            FloatText.append(value, into: &sink)
            return
        }
        if value.sign == .minus { sink.append(UInt8(ascii: "-")) }
        guard value != 0 else {
            sink.append(literal: "0x0.0p+0")
            return
        }
        sink.append(literal: value.isNormal ? "0x1." : "0x0.")
        for shift in stride(from: UInt64(48), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value.significandBitPattern >> shift & 15)
            sink.append(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
        }
        let exponent = value.isNormal ? Int64(value.exponent) : -1022
        sink.append(literal: exponent < 0 ? "p" : "p+")
        PythonInteger.append(exponent, into: &sink)
    }

    /// `float.fromhex(text)`, ties to even.
    /// - Throws: ``NumberFault/invalidHexadecimalFloat``, ``NumberFault/hexadecimalTooLarge``.
    package static func parse(_ text: PythonText) throws(NumberFault) -> Double {
        var bytes = Array(text.bytes)[...]
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let magnitude = try parseMagnitude(lowered)
        return negative ? -magnitude : magnitude
    }

    private static func parseMagnitude(_ bytes: [UInt8]) throws(NumberFault) -> Double {
        if bytes == Array("inf".utf8) || bytes == Array("infinity".utf8) { return .infinity }
        if bytes == Array("nan".utf8) { return .nan }
        var offset = bytes.starts(with: Array("0x".utf8)) ? 2 : 0
        var significand: UInt64 = 0
        var sticky = false
        var exponent = 0
        var digitCount = 0
        var seenPoint = false
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if let digit = hexadecimalDigit(byte) {
                digitCount += 1
                if significand >> 60 == 0 {
                    significand = significand << 4 | UInt64(digit)
                    if seenPoint { exponent -= 4 }
                } else {
                    sticky = sticky || digit != 0
                    if !seenPoint { exponent += 4 }
                }
            } else {
                break
            }
            offset += 1
        }
        guard digitCount > 0 else { throw .invalidHexadecimalFloat }
        if offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "p"), let power = decimalExponent(bytes[(offset + 1)...]) else {
                throw .invalidHexadecimalFloat
            }
            exponent += power
        }
        guard let value = FloatRounding.nearest(significand, exponent: exponent, sticky: sticky) else {
            throw .hexadecimalTooLarge
        }
        return value
    }

    /// A signed decimal number, held within a range that no rounding can tell from the rest.
    private static func decimalExponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        var bytes = bytes
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            value = min(1 << 50, value * 10 + Int(byte) - 0x30)
        }
        return negative ? -value : value
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
