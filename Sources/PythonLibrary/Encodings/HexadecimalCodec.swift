/// Bytes as hexadecimal digits.
enum HexadecimalCodec {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Two small digits for each byte.
    static func encode(_ data: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(data.underestimatedCount * 2)
        for byte in data {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return result
    }

    /// The digits in groups of `size` bytes with `separator` between; a negative size counts from the start.
    static func encode(_ data: [UInt8], separator: UInt8, size: Int) -> [UInt8] {
        let width = Int(clamping: size.magnitude)
        guard width > 0, width < data.count else { return encode(data) }
        var result: [UInt8] = []
        let first = size < 0 ? width : data.count % width == 0 ? width : data.count % width
        var start = 0
        var end = first
        while start < data.count {
            if start > 0 { result.append(separator) }
            result += encode(data[start..<min(end, data.count)])
            start = end
            end += width
        }
        return result
    }

    /// The bytes that `text` stands for, in capital or small digits.
    static func decode(_ text: [UInt8]) throws(BinaryTextFault) -> [UInt8] {
        guard text.count % 2 == 0 else { throw BinaryTextFault("Odd-length string") }
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 2)
        var index = 0
        while index < text.count {
            guard let high = value(text[index]), let low = value(text[index + 1]) else {
                throw BinaryTextFault("Non-hexadecimal digit found")
            }
            result.append(high << 4 | low)
            index += 2
        }
        return result
    }

    /// The value of a hexadecimal digit.
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
