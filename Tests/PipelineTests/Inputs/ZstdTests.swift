import Testing

@testable import Pipeline

/// Frames of zstd made by hand, block by block, as RFC 8878 lays them out.
@Suite struct ZstdTests {
    enum Block {
        case raw([UInt8])
        /// A byte so many times.
        case run(UInt8, Int)
    }

    /// A frame of blocks, with a window of so many bits, or as large as its content.
    static func frame(_ blocks: [Block], windowLog: UInt8? = nil) -> [UInt8] {
        var size = 0
        var body: [UInt8] = []
        for (number, block) in blocks.enumerated() {
            let (kind, count, bytes): (Int, Int, [UInt8]) =
                switch block {
                case .raw(let bytes): (0, bytes.count, bytes)
                case .run(let byte, let count): (1, count, [byte])
                }
            let header = (number == blocks.count - 1 ? 1 : 0) | kind << 1 | count << 3
            body += (0..<3).map { UInt8(truncatingIfNeeded: header >> ($0 * 8)) } + bytes
            size += count
        }
        let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
        if let windowLog { return magic + [0, (windowLog - 10) << 3] + body }
        return magic + [0xA0] + (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) } + body
    }

    static func frame(_ text: String) -> [UInt8] { frame([.raw(Array(text.utf8))]) }

    static let first = frame("{\"a\":1}\n{\"b\":2}\n")
    static let second = frame("{\"c\":3}\n")
    static let skippable: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    static let withDictionary: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 0, 1, 0, 0]

    static let longEvent = Array(("{\"a\":\"" + String(repeating: "x", count: 100_000) + "\"}").utf8)

    static let windowLogMax = UInt8(InputLimits().zstdWindowLogMax)

    static let cases: [(String, [UInt8], [String])] = [
        ("one frame", first, ["0:{\"a\":1}", "1:{\"b\":2}"]),
        ("two frames", first + second, ["0:{\"a\":1}", "1:{\"b\":2}", "2:{\"c\":3}"]),
        ("a frame to skip first", skippable + second, ["0:{\"c\":3}"]),
        ("a frame to skip last", second + skippable, ["0:{\"c\":3}"]),
        (
            "a run", frame([.raw(Array("{\"a\":\"".utf8)), .run(0x20, 3), .raw(Array("\"}".utf8))]),
            ["0:{\"a\":\"   \"}"]
        ),
        (
            "a last block that gives more than is read at once",
            frame([.run(0x20, 100_000), .run(0x20, 100_000), .raw(Array("{}".utf8)), .raw(longEvent)]),
            ["0:{}", "1:" + String(decoding: longEvent, as: UTF8.self)]
        ),
        (
            "cut behind a block that gives more than is read at once",
            frame([.run(0x20, 100_000), .run(0x20, 100_000), .raw(Array("{}".utf8)), .raw(longEvent), .raw([0x20])])
                .dropLast(4),
            ["0:{}", "1:" + String(decoding: longEvent, as: UTF8.self), "!truncated(zstd)"]
        ),
        ("an empty frame", frame(""), []),
        ("cut in a block", first.dropLast(3), ["0:{\"a\":1}", "!truncated(zstd)"]),
        (
            "cut in the second block", frame([.raw(Array("{\"a\":1}\n".utf8)), .raw(Array("{}".utf8))]).dropLast(1),
            ["0:{\"a\":1}", "!truncated(zstd)"]
        ),
        ("cut in the header", Array(first.prefix(6)), ["!truncated(zstd)"]),
        ("cut between frames", first + second.prefix(2), ["0:{\"a\":1}", "1:{\"b\":2}", "!truncated(zstd)"]),
        ("something else behind", second + Array("{\"d\":4}".utf8), ["0:{\"c\":3}", "!damaged(zstd)"]),
        ("a block of a kind that is none", frame([.raw([])]).dropLast(3) + [7, 0, 0], ["!damaged(zstd)"]),
        ("a dictionary", withDictionary, ["!unsupportedCompression(\"zstd with a dictionary\")"]),
        ("the largest window", frame([.raw(Array("{}".utf8))], windowLog: windowLogMax), ["0:{}"]),
        ("a larger window", frame([.raw(Array("{}".utf8))], windowLog: windowLogMax + 1), ["!decompressionWindow"]),
    ]

    @Test("what can be read is, and what cannot is a fault", arguments: cases)
    func reading(_ name: String, _ bytes: [UInt8], _ expected: [String]) throws {
        let folder = try TemporaryFolder()
        let found = EventReaderTests.read([.file(try folder.write("events", bytes))])
        #expect(found == expected)
    }

    /// One event of `count` bytes, in blocks of a few bytes each.
    static func event(of count: Int) -> [UInt8] {
        var blocks = [Block.raw(Array("{\"a\":\"".utf8))]
        var left = count - "{\"a\":\"\"}".utf8.count
        while left > 0 {
            blocks.append(.run(0x20, min(left, 100_000)))
            left -= 100_000
        }
        return frame(blocks + [.raw(Array("\"}".utf8))])
    }

    @Test("what a file may decompress to whatever its ratio, and one byte more", arguments: [0, 1])
    func ratioFloor(past: Int) throws {
        let folder = try TemporaryFolder()
        let limits = InputLimits()
        let bytes = Self.event(of: limits.decompressionRatioFloor + past)
        #expect(limits.decompressionRatioFloor / bytes.count > limits.decompressionRatioMax)
        let found = EventReaderTests.read([.file(try folder.write("events", bytes))])
        #expect(found.count == 1)
        #expect((found.last == "!decompressionRatio") == (past == 1))
    }

    @Test("a bomb is stopped by its ratio") func bombs() throws {
        let folder = try TemporaryFolder()
        let line: [Block] = [.raw(Array("{\"a\":\"".utf8)), .run(0x20, 100_000), .raw(Array("\"}\n".utf8))]
        let bomb = try folder.write("bomb", Self.frame(Array(repeating: line, count: 100).flatMap { $0 }))
        var limits = InputLimits()
        #expect(EventReaderTests.read([.file(bomb)], limits: limits).last == "!decompressionRatio")
        limits.decompressionRatioMax = 10_000
        #expect(EventReaderTests.read([.file(bomb)], limits: limits).count == 100)
        limits.decompressedByteCountMax = 1_000_000
        #expect(EventReaderTests.read([.file(bomb)], limits: limits).last == "!decompressedSize")
    }
}
