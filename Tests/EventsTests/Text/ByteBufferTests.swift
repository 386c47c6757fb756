import Testing

@testable import Events

/// Text that is put together, and what stands for itself in it.
@Suite struct ByteBufferTests {
    @Test("numbers in decimal digits", arguments: [0, 1, -1, 9, 10, -10, 12_345, .max, .min])
    func decimals(_ number: Int) {
        var buffer = ByteBuffer(capacity: 1)
        buffer.append(decimal: number)
        #expect(buffer.string == String(number))
    }

    @Test("between quotes, at the end of its memory too", arguments: 0..<20) func quoted(count: Int) {
        var buffer = ByteBuffer(capacity: 16)
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        text.withUnsafeBytes { buffer.append(quoted: $0) }
        text.withUnsafeBytes { buffer.append(quoted: $0) }
        let once = "\"" + String(repeating: "x", count: count) + "\""
        #expect(buffer.string == once + once && buffer.count == 2 * (count + 2))
        buffer.removeAll()
        #expect(buffer.count == 0 && buffer.array.isEmpty)
    }

    @Test("the first byte that does not stand for itself in JSON, wherever it is") func plainEnds() {
        let bytes: [UInt8] = [
            0, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7E, 0x7F, 0x80, 0xEC, 0xED, 0xEE, 0xFF,
        ]
        var wrong: [String] = []
        for byte in bytes {
            for count in [1, 7, 8, 9, 15, 16, 17] {
                for place in 0..<count {
                    var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                    text[place] = byte
                    for (start, stops) in [(0, false), (0, true), (place / 2, false), (place, true)] {
                        let isSpecial =
                            byte < 0x20 || byte == 0x22 || byte == 0x5C || (stops ? byte >= 0x7F : byte == 0xED)
                        let end = text.withUnsafeBytes { plainJSONEnd($0, from: start, stopsAtNonASCII: stops) }
                        if end != (isSpecial ? place : count) { wrong.append("\(byte) at \(place) of \(count)") }
                    }
                }
            }
        }
        #expect(wrong == [])
    }
}
