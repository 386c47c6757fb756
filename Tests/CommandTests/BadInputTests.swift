import Engine
import Foundation
import Pipeline
import TestSupport
import Testing

/// Events come from strangers: each damaged one is named with its place, and every other event is scanned.
@Suite struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        /// The bytes of `events.ndjson`.
        var input: Data
        /// Values of `n` in the events that are scanned.
        var scanned: [Int]
        var says: [String]
        var status: Int32 = 0
        var limits: [String] = []
        var testDescription: String { name }
    }

    static let good = "{\"n\":1}\n"
    static let last = "{\"n\":2}\n"
    static let depth = 100_000

    static let cases: [Case] = [
        Case(name: "empty", input: Data(), scanned: [], says: ["0 events"]),
        Case(name: "blank lines only", input: Data("\n\n \n".utf8), scanned: [], says: ["0 events"]),
        Case(
            name: "cut short in the middle",
            input: Data((good + "{\"n\":\n" + last).utf8),
            scanned: [1, 2],
            says: ["error[MG0406]", "events.ndjson:2", "1 unreadable"]
        ),
        Case(
            name: "cut short at the end",
            input: Data((good + last + "{\"n\":3,\"m").utf8),
            scanned: [1, 2],
            says: ["events.ndjson:3", "1 unreadable"]
        ),
        Case(
            name: "no JSON",
            input: Data((good + "not json\n" + last).utf8),
            scanned: [1, 2],
            says: ["events.ndjson:2", "1 unreadable"]
        ),
        Case(
            name: "100,000 deep",
            input: Data(
                (good + String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth) + "\n"
                    + last)
                    .utf8
            ),
            scanned: [1, 2],
            says: ["nested deeper than `depthMax`", "events.ndjson:2"]
        ),
        Case(
            name: "not UTF-8",
            input: Data(good.utf8) + Data([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D, 0x0A])
                + Data(last.utf8),
            scanned: [1, 2],
            says: ["not UTF-8", "events.ndjson:2"]
        ),
        Case(
            name: "a number, not an object",
            input: Data((good + "17\n" + last).utf8),
            scanned: [1, 2],
            says: ["events.ndjson:2"]
        ),
        Case(
            name: "at the limit of length",
            input: Data((good + last).utf8),
            scanned: [1, 2],
            says: ["2 events"],
            limits: ["--event-bytes-max", "7"]
        ),
        Case(
            name: "past the limit of length",
            input: Data((good + "{\"n\":10}\n" + last).utf8),
            scanned: [1, 2],
            says: ["error[MG0403]", "events.ndjson:2", "eventByteCountMax"],
            limits: ["--event-bytes-max", "7"]
        ),
        Case(
            name: "gzip cut short",
            input: gzip(Data(String(repeating: good, count: 1).utf8)).dropLast(6),
            scanned: [1],
            says: ["error[MG0402]", "end too early"],
            status: 3
        ),
        Case(
            name: "gzip with a wrong checksum",
            input: damaged(gzip(Data(good.utf8))),
            scanned: [1],
            says: ["error[MG0402]", "damaged"],
            status: 3
        ),
        Case(
            name: "bzip2",
            input: Data("BZh9".utf8),
            scanned: [],
            says: ["error[MG0404]", "bzip2 is not supported"],
            status: 3
        ),
        Case(
            name: "zstd cut in its header",
            input: Data([0x28, 0xB5, 0x2F, 0xFD, 0x20, 0]),
            scanned: [],
            says: ["error[MG0402]", "the zstd data end too early"],
            status: 3
        ),
    ]

    /// A gzip member with one stored block: what any decompressor reads, made without one.
    private static func gzip(_ data: Data) -> Data {
        let count = UInt16(truncatingIfNeeded: data.count)
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
        bytes += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
        bytes += data
        var checksum = ~UInt32(0)
        for byte in data {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: ~checksum >> shift)) }
        return Data(bytes + [UInt8(count & 0xFF), UInt8(count >> 8), 0, 0])
    }

    private static func damaged(_ data: Data) -> Data {
        var bytes = [UInt8](data)
        bytes[bytes.count - 8] ^= 1
        return Data(bytes)
    }

    @Test("a damaged event is named, and the others are scanned", arguments: cases)
    func damagedInput(_ test: Case) throws {
        let folder = try Sandbox(RuleFiles.always)
        try folder.write("events.ndjson", test.input)
        let arguments = ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"] + test.limits
        let result = try MargayCommand.run(arguments, in: folder)
        #expect(result.status == test.status, "\(result.error)")
        for text in test.says { #expect(result.error.contains(text), "\(text) in\n\(result.error)") }
        let titles = try result.objects().map { $0["title"] as? String }
        #expect(titles == test.scanned.map { "seen \($0)" })
    }

    @Test("a line of 100 MB is passed over at the default limit of 16 MiB")
    func longLine() throws {
        let folder = try Sandbox(RuleFiles.always)
        let filling = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
        try folder.write("events.ndjson", pieces: 102) { index in
            switch index {
            case 0: Data((Self.good + "{\"n\":\"").utf8)
            case 101: Data(("\"}\n" + Self.last).utf8)
            default: filling
            }
        }
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"],
            in: folder
        )
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error.contains("eventByteCountMax"))
        #expect(result.error.contains("events.ndjson:2"))
        #expect(try result.objects().map { $0["title"] as? String } == ["seen 1", "seen 2"])
    }

    @Test("a gzip bomb of 1000:1 stops at the default ratio, and the next file is read")
    func bomb() throws {
        guard let gzip = find(command: "gzip") else { return }
        let folder = try Sandbox(RuleFiles.joined(RuleFiles.always, ["z.ndjson": Self.last]))
        let blanks = Data(repeating: UInt8(ascii: " "), count: 1 << 20)
        try folder.write("a.ndjson", pieces: 64) { _ in blanks }
        #expect(try run(gzip, ["a.ndjson"], directory: folder.root).status == 0)
        let path = folder.root.appending(path: "a.ndjson.gz").path
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        #expect((64 << 20) / size >= 1000)
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "a.ndjson.gz", "z.ndjson"],
            in: folder
        )
        #expect(result.status == 3, "\(result.error)")
        #expect(result.error.contains("decompressionRatioMax"))
        #expect(try result.objects().map { $0["title"] as? String } == ["seen 2"])
    }

    @Test("faults are shown up to the limit, and all are counted", arguments: [0, 1])
    func manyFaults(past: Int) throws {
        let count = ScanStatistics.faultsShownMax + past
        let folder = try Sandbox(RuleFiles.always)
        try folder.write("events.ndjson", Data((String(repeating: "not json\n", count: count) + Self.last).utf8))
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"],
            in: folder
        )
        #expect(result.status == 0)
        #expect(result.error.ranges(of: "error[").count == ScanStatistics.faultsShownMax)
        #expect(result.error.contains("\(count) unreadable"))
        #expect(try result.objects().map { $0["title"] as? String } == ["seen 2"])
    }

    @Test("workers: as many as there may be, and one more", arguments: [0, 1]) func workers(past: Int) throws {
        let folder = try Sandbox(RuleFiles.joined(RuleFiles.always, ["events.ndjson": Self.good]))
        let most = OrderedPipeline.workersMax
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "--workers", "\(most + past)", "events.ndjson"],
            in: folder
        )
        #expect(result.status == (past == 0 ? 0 : 2), "\(result.error)")
        #expect(result.error.contains("must be from 1 to \(most)") == (past == 1))
        #expect(try result.objects().count == (past == 0 ? 1 : 0))
    }

    @Test("standard input is read, also as Records and as an array")
    func standardInput() throws {
        let folder = try Sandbox(RuleFiles.always)
        for text in ["{\"n\":1}\n{\"n\":2}", "[{\"n\":1},{\"n\":2}]", "{\"Records\":[{\"n\":1},{\"n\":2}]}"] {
            let result = try MargayCommand.run(
                ["scan", "--rules", "rules", "--emit", "matches", "-"],
                in: folder,
                input: Data(text.utf8)
            )
            #expect(result.status == 0, "\(result.error)")
            #expect(try result.objects().map { $0["title"] as? String } == ["seen 1", "seen 2"])
        }
    }

    @Test("a folder of rules that cannot be read is said")
    func unreadableRules() throws {
        let folder = try Sandbox(["events.ndjson": Self.good])
        let result = try MargayCommand.run(["scan", "--rules", "rules", "events.ndjson"], in: folder)
        #expect(result.status == 3)
        #expect(result.error.contains("cannot read rules"))
    }
}
