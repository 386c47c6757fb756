/// Base32 as CPython's `base64` has it.
struct Base32Codec {
    /// The 32 letters in the order of their values.
    let letters: [UInt8]

    static let standard = Base32Codec(letters: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8))
    static let hexadecimal = Base32Codec(letters: Array("0123456789ABCDEFGHIJKLMNOPQRSTUV".utf8))

    /// `data` in Base32, padded.
    func encode(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(data.count / 5 * 8 + 8)
        var index = 0
        while index < data.count {
            let count = min(5, data.count - index)
            var group: UInt64 = 0
            for place in 0..<5 { group = group << 8 | UInt64(place < count ? data[index + place] : 0) }
            let shown = (count * 8 + 4) / 5
            for place in 0..<8 {
                result.append(place < shown ? letters[Int(group >> UInt64(35 - 5 * place) & 31)] : UInt8(ascii: "="))
            }
            index += 5
        }
        return result
    }

    /// The bytes that `text` stands for; letters are capital.
    func decode(_ text: [UInt8]) throws(BinaryTextFault) -> [UInt8] {
        guard text.count % 8 == 0 else { throw BinaryTextFault("Incorrect padding") }
        let end = text.lastIndex { $0 != UInt8(ascii: "=") }.map { $0 + 1 } ?? 0
        let padding = text.count - end
        var values = [UInt8](repeating: 255, count: 256)
        for (index, letter) in letters.enumerated() { values[Int(letter)] = UInt8(index) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 8 * 5)
        var index = 0
        while index < end {
            var group: UInt64 = 0
            let count = min(8, end - index)
            for place in 0..<count {
                let value = values[Int(text[index + place])]
                guard value < 32 else { throw BinaryTextFault("Non-base32 digit found") }
                group = group << 5 | UInt64(value)
            }
            group <<= UInt64(5 * (8 - count))
            for place in 0..<(count == 8 ? 5 : count * 5 / 8) {
                result.append(UInt8(truncatingIfNeeded: group >> UInt64(32 - 8 * place)))
            }
            index += 8
        }
        guard [0, 1, 3, 4, 6].contains(padding) else { throw BinaryTextFault("Incorrect padding") }
        return result
    }
}
