/// Base64 as CPython's `binascii` has it, which forgives what stands between the letters.
enum Base64Codec {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The six bits of a letter; 255 for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (index, letter) in letters.enumerated() { values[Int(letter)] = UInt8(index) }
        return values
    }()
    private static let padding = UInt8(ascii: "=")

    /// `data` in Base64, padded.
    static func encode(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(data.count / 3 * 4 + 4)
        var index = 0
        while index + 2 < data.count {
            append(data[index], data[index + 1], data[index + 2], to: &result)
            index += 3
        }
        let rest = data.count - index
        guard rest > 0 else { return result }
        append(data[index], rest > 1 ? data[index + 1] : 0, 0, to: &result)
        result.replaceSubrange((result.count - 3 + rest)..., with: repeatElement(padding, count: 3 - rest))
        return result
    }

    private static func append(_ first: UInt8, _ second: UInt8, _ third: UInt8, to result: inout [UInt8]) {
        result.append(letters[Int(first >> 2)])
        result.append(letters[Int(first << 4 & 0x30 | second >> 4)])
        result.append(letters[Int(second << 2 & 0x3C | third >> 6)])
        result.append(letters[Int(third & 0x3F)])
    }

    /// The bytes that `text` stands for. Letters of other alphabets are skipped unless `isStrict`.
    ///
    /// Source: `binascii_a2b_base64_impl` of CPython 3.11.
    static func decode(_ text: [UInt8], isStrict: Bool) throws(BinaryTextFault) -> [UInt8] {
        if isStrict, text.first == padding { throw BinaryTextFault("Leading padding not allowed") }
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 4 * 3 + 3)
        var position = 0
        var left: UInt8 = 0
        var pads = 0
        var hasPadding = false
        for (index, byte) in text.enumerated() {
            if byte == padding {
                hasPadding = true
                if position >= 2 {
                    pads += 1
                    if position + pads >= 4 {
                        if isStrict, index + 1 < text.count { throw BinaryTextFault("Excess data after padding") }
                        return result
                    }
                }
                continue
            }
            let value = values[Int(byte)]
            guard value < 64 else {
                if isStrict { throw BinaryTextFault("Only base64 data is allowed") }
                continue
            }
            if isStrict, hasPadding { throw BinaryTextFault("Discontinuous padding not allowed") }
            pads = 0
            switch position {
            case 0: break
            case 1: result.append(left << 2 | value >> 4)
            case 2: result.append(left << 4 | value >> 2)
            default: result.append(left << 6 | value)
            }
            left = value
            position = (position + 1) & 3
        }
        switch position {
        case 0: return result
        case 1:
            throw BinaryTextFault(
                "Invalid base64-encoded string: number of data characters (\(result.count / 3 * 4 + 1)) "
                    + "cannot be 1 more than a multiple of 4"
            )
        default: throw BinaryTextFault("Incorrect padding")
        }
    }
}
