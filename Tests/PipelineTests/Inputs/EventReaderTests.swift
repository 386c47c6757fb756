import Diagnostics
import Events
import Foundation
import Testing

@testable import Pipeline

@Suite struct EventReaderTests {
    /// What a reader gives: `record:text` for events, `!kind` for faults.
    static func read(_ inputs: [InputPath], limits: InputLimits = InputLimits()) -> [String] {
        var reader = EventReader(inputs, limits: limits)
        var found: [String] = []
        var batch = EventBatch()
        while batch.fill(from: &reader) {
            batch.forEach { entry in
                switch entry {
                case .event(let event, let bytes):
                    found.append("\(event.record):\(String(decoding: bytes, as: UTF8.self))")
                case .fault(let fault): found.append("!\(fault.kind)".replacing("Pipeline.Compression.", with: ""))
                }
            }
        }
        return found
    }

    @Test("records are numbered over all inputs, and a bad event keeps its number") func numbering() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("a", "{\"a\":1}\nbad\n{\"b\":2}\n".utf8)
        let second = try folder.write("b", "{\"Records\":[{\"c\":3},{\"d\":4}]}".utf8)
        #expect(
            Self.read([.file(first), .file(second)])
                == ["0:{\"a\":1}", "1:bad", "2:{\"b\":2}", "3:{\"c\":3}", "4:{\"d\":4}"]
        )
    }

    @Test("a file that is not there is a fault, and the next is read") func missingFile() throws {
        let folder = try TemporaryFolder()
        let there = try folder.write("a", "{}".utf8)
        #expect(Self.read([.file(there + "-not"), .file(there)]) == ["!cannotOpen(2)", "0:{}"])
        #expect(Self.read([.file(folder.url.path)]) == ["!cannotRead(21)"])
        let fault = InputFault(.cannotOpen(2), path: "x")
        #expect(fault.endsInput)
        #expect(Renderer(usesColor: false).render(.input(fault)).hasPrefix("error[MG0401]: cannot open: No such file"))
    }

    @Test("an event at the limit passes, one byte more is a fault that takes its number") func eventLimit() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a", "{\"a\":1}\n{\"b\":22}\n{\"c\":3}\n".utf8)
        var limits = InputLimits()
        limits.eventByteCountMax = 7
        #expect(
            Self.read([.file(path)], limits: limits) == [
                "0:{\"a\":1}", "!frame(Events.FrameFault.Kind.tooLong)", "2:{\"c\":3}",
            ]
        )
    }

    struct GzipCase: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Makes the file from the gzip forms of a first and a second text.
        let file: @Sendable ([UInt8], [UInt8]) -> [UInt8]
        let expected: [String]
    }

    static let gzipCases: [GzipCase] = [
        GzipCase(testDescription: "one member", file: { first, _ in first }, expected: ["0:{\"a\":1}", "1:{\"b\":2}"]),
        GzipCase(
            testDescription: "two members",
            file: { $0 + $1 },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}", "2:{\"c\":3}", "3:{\"d\":4}"]
        ),
        GzipCase(
            testDescription: "padded with zeros",
            file: { first, _ in first + [UInt8](repeating: 0, count: 512) },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}"]
        ),
        GzipCase(
            testDescription: "cut in the trailer",
            file: { first, _ in first.dropLast(1) },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}", "!truncated(gzip)"]
        ),
        GzipCase(
            testDescription: "cut in the second header",
            file: { $0 + $1.prefix(5) },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}", "!truncated(gzip)"]
        ),
        GzipCase(
            testDescription: "cut in the header",
            file: { first, _ in Array(first.prefix(4)) },
            expected: ["!truncated(gzip)"]
        ),
        GzipCase(
            testDescription: "followed by something else",
            file: { first, _ in first + Array("{}".utf8) },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}", "!damaged(gzip)"]
        ),
        GzipCase(
            testDescription: "damaged checksum",
            file: { first, _ in
                var damaged = first
                damaged[damaged.count - 6] ^= 1
                return damaged
            },
            expected: ["0:{\"a\":1}", "1:{\"b\":2}", "!damaged(gzip)"]
        ),
    ]

    @Test("gzip: what can be read is, and what cannot is a fault", arguments: gzipCases)
    func gzip(_ test: GzipCase) throws {
        let folder = try TemporaryFolder()
        let first = try folder.gzip("{\"a\":1}\n{\"b\":2}\n".utf8)
        let second = try folder.gzip("{\"c\":3}\n{\"d\":4}\n".utf8)
        let path = try folder.write("events", test.file(first, second))
        #expect(Self.read([.file(path)]) == test.expected)
    }

    @Test("a bomb is stopped by its ratio, a file of the same size that is none is not") func bombs() throws {
        let folder = try TemporaryFolder()
        let line = "{\"a\":\"" + String(repeating: " ", count: 9_000) + "\"}\n"
        let bomb = try folder.write("bomb.gz", try folder.gzip(String(repeating: line, count: 1_000).utf8))
        var limits = InputLimits()
        let found = Self.read([.file(bomb)], limits: limits)
        #expect(found.last == "!decompressionRatio")
        #expect(found.count > 100 && found.count < 1_000)
        limits.decompressionRatioMax = 1_100
        #expect(Self.read([.file(bomb)], limits: limits).count == 1_000)
        limits.decompressedByteCountMax = line.utf8.count * 1_000
        #expect(Self.read([.file(bomb)], limits: limits).count == 1_000)
        limits.decompressedByteCountMax -= 1
        #expect(Self.read([.file(bomb)], limits: limits).last == "!decompressedSize")
    }

    @Test(
        "other compressions are named",
        arguments: [
            ([0x42, 0x5A, 0x68, 0x39], "bzip2"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
        ] as [([UInt8], String)]
    )
    func otherCompression(_ bytes: [UInt8], _ name: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", bytes)
        #expect(Self.read([.file(path)]) == ["!unsupportedCompression(\"\(name)\")"])
    }

    @Test("files of a few bytes", arguments: ["", "{", "{}", "1", "\n", "{}\n"])
    func tinyFiles(_ text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", text.utf8)
        let trimmed = text.trimmingCharacters(in: .newlines)
        #expect(Self.read([.file(path)]) == (trimmed.isEmpty ? [] : ["0:\(trimmed)"]))
    }

    /// The bytes of the first event and how many of 1 KiB follow, each with a line feed before it; how many events each batch takes.
    @Test(
        "a batch is read for up to its target, and takes what was read",
        arguments: [
            (767, 255, [256]), (768, 255, [256]), (769, 255, [255, 1]), (770, 255, [255, 1]), (769, 256, [255, 2]),
            (2 * EventBatch.byteCountTarget, 2, [1, 2]), (2, 0, [1]),
        ]
    )
    func batches(_ first: Int, _ others: Int, _ expected: [Int]) throws {
        let folder = try TemporaryFolder()
        func line(_ count: Int) -> String {
            count == 2 ? "{}" : "{\"a\":\"" + String(repeating: "x", count: count - 8) + "\"}"
        }
        let text = ([line(first)] + Array(repeating: line(1024), count: others)).joined(separator: "\n")
        #expect(Self.batchSizes(try folder.write("events", text.utf8)) == expected)
    }

    @Test("a batch of small events", arguments: [0, 1]) func smallEvents(past: Int) throws {
        let folder = try TemporaryFolder()
        let most = EventBatch.byteCountTarget / 16
        let text = String(repeating: "{}\n", count: most + past)
        #expect(Self.batchSizes(try folder.write("events", text.utf8)) == (past == 0 ? [most] : [most, 1]))
    }

    @Test("a batch knows whether there was more at hand", arguments: [0, 1]) func lastAtHand(past: Int) throws {
        let folder = try TemporaryFolder()
        let most = EventBatch.byteCountTarget / 16
        let text = String(repeating: "{}\n", count: most + past)
        var reader = EventReader([.file(try folder.write("events", text.utf8))])
        var batch = EventBatch()
        #expect(!batch.isLastAtHand)
        _ = batch.fill(from: &reader)
        #expect(!batch.isLastAtHand)
        let isFilled = batch.fill(from: &reader)
        #expect(isFilled == (past == 1) && batch.isLastAtHand)
    }

    @Test("a large event does not keep its memory, one that fits does", arguments: [false, true])
    func memory(isTooLarge: Bool) throws {
        let folder = try TemporaryFolder()
        let count = EventBatch.byteCapacityMax / (isTooLarge ? 1 : 2)
        let long = "{\"a\":\"" + String(repeating: "x", count: count) + "\"}\n{}"
        var reader = EventReader([.file(try folder.write("events", long.utf8))])
        var batch = EventBatch()
        var isFilled = batch.fill(from: &reader)
        #expect(isFilled && batch.byteCapacity >= count)
        isFilled = batch.fill(from: &reader)
        #expect(isFilled)
        #expect(batch.items.count == 1)
        #expect((batch.byteCapacity >= count) == !isTooLarge)
        #expect(batch.byteCapacity >= EventBatch.byteCountTarget)
    }

    static func batchSizes(_ path: String) -> [Int] {
        var reader = EventReader([.file(path)])
        var batch = EventBatch()
        var sizes: [Int] = []
        while batch.fill(from: &reader) { sizes.append(batch.items.count) }
        return sizes
    }

    @Test("input larger than the window, and an event larger than it") func largeInput() throws {
        let folder = try TemporaryFolder()
        let long = "{\"long\":\"" + String(repeating: "x", count: 5 << 20) + "\"}"
        let lines = (0..<100_000).map { "{\"n\":\($0),\"s\":\"0123456789012345678901234567890\"}" }
        let path = try folder.write("events", (lines + [long] + lines).joined(separator: "\n").utf8)
        var reader = EventReader([.file(path)])
        var batch = EventBatch()
        var tape = Tape()
        var count = 0
        while batch.fill(from: &reader) {
            for item in batch.items {
                let range = try #require(item.range)
                #expect(item.record == count)
                try batch.withBytes { bytes in Result { try tape.parse(UnsafeRawBufferPointer(rebasing: bytes[range])) }
                }.get()
                let expected = Int64(count % 100_001)
                if expected < 100_000 {
                    #expect(tape.view.int64(of: tape.view.lookup(in: Tape.root, key: "n")) == expected)
                }
                count += 1
                if count == 100_001 { count = 100_001 }
            }
        }
        #expect(count == 200_001)
    }
}
