import Foundation
import TestSupport
import Testing

/// What `margay bench` says. Its times are not tested, but what it counts is.
@Suite struct BenchTests {
    private func bench(_ arguments: String...) throws -> CommandResult {
        try MargayCommand.run(["bench", "--rules", "rules"] + arguments, in: Sandbox(ScanOutputTests.files))
    }

    @Test("what it counts is what a scan finds", arguments: [[], ["--no-routing"]])
    func counts(options: [String]) throws {
        let result = try MargayCommand.run(
            ["bench", "--rules", "rules", "events.ndjson", "--format", "json", "--rounds", "2"] + options,
            in: Sandbox(ScanOutputTests.files)
        )
        #expect(result.status == 0)
        let report = try #require(try result.objects().first)
        #expect(report["events"] as? Int == 4)
        #expect(report["rules"] as? Int == 3)
        #expect(report["rounds"] as? Int == 2)
        // Each event is a login, is one of often, and raises.
        #expect(report["findings"] as? Int == 12)
        #expect(report["candidates"] as? Int == 12)
        let stages = try #require(report["stages"] as? [String: Double])
        #expect(stages.keys.sorted() == ["alert", "evaluate", "parse", "read", "route"])
        let total = try #require(report["nanosecondsPerEvent"] as? Double)
        #expect(abs(stages.values.reduce(0, +) - total) < 0.1)
        let start = try #require(report["startNanoseconds"] as? [String: Int])
        #expect(start.keys.sorted() == ["compile", "link", "load"])
        let alerts = try MargayCommand.run(
            ["scan", "--rules", "rules", "events.ndjson", "--format", "ndjson"],
            in: Sandbox(ScanOutputTests.files)
        )
        #expect(report["alerts"] as? Int == (try alerts.objects().count))
    }

    @Test("a table for people") func table() throws {
        let result = try bench("events.ndjson", "--rounds", "1")
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").first ?? "" }
        #expect(lines.prefix(7) == ["stage", "read", "parse", "route", "evaluate", "alert", "all"])
        #expect(result.output.contains("4 events of"))
        #expect(result.output.contains("3 rules; the least of 1 round;"))
    }

    /// Files with something that cannot be read, and the exit code of a scan of them.
    static let unreadable: [(name: String, data: Data, status: Int32)] = [
        ("bad.ndjson", Data("not json\n17\n".utf8), 0),
        ("cut.ndjson.zst", Data([0x28, 0xB5, 0x2F, 0xFD, 0x20, 0]), 3),
    ]

    @Test("what cannot be read is told once, counted, and not measured", arguments: unreadable)
    func faults(_ row: (name: String, data: Data, status: Int32)) throws {
        let folder = try Sandbox(ScanOutputTests.files)
        try folder.write(row.name, row.data)
        let arguments = ["bench", "--rules", "rules", row.name, "events.ndjson", "--rounds", "2"]
        let result = try MargayCommand.run(arguments + ["--format", "json"], in: folder)
        #expect(result.status == row.status)
        let scan = try MargayCommand.run(
            ["scan", "--rules", "rules", row.name, "events.ndjson", "--quiet", "--stats", "json"],
            in: folder
        )
        let line = try #require(scan.error.split(separator: "\n").last)
        let statistics = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let count = try #require(statistics["unreadable"] as? Int)
        #expect(count > 0)
        #expect(result.error.ranges(of: "error[").count == count)
        let report = try #require(try result.objects().first)
        #expect(report["faults"] as? Int == count)
        #expect(report["events"] as? Int == statistics["events"] as? Int)
        #expect(report["findings"] as? Int == 12)
        let table = try MargayCommand.run(arguments, in: folder)
        #expect(table.output.contains("\n\(count) unreadable"))
    }

    static let refused: [(arguments: [String], status: Int32, told: String)] = [
        (["--rules", "rules", "-"], 2, "standard input cannot be read twice"),
        (["--rules", "rules", "events.ndjson", "--rounds", "0"], 2, "must be from 1 to 100"),
        (["--rules", "rules", "events.ndjson", "--rounds", "101"], 2, "must be from 1 to 100"),
        (["--rules", "rules", "nothing.ndjson"], 3, "nothing.ndjson"),
        (["--rules", "nowhere", "events.ndjson"], 3, "nowhere"),
        (["--rules", "events.ndjson", "events.ndjson"], 1, "no enabled rule"),
        (["events.ndjson"], 2, "--rules"),
    ]

    @Test("what cannot be measured is refused", arguments: refused)
    func refusal(_ row: (arguments: [String], status: Int32, told: String)) throws {
        let result = try MargayCommand.run(["bench"] + row.arguments, in: Sandbox(ScanOutputTests.files))
        #expect(result.status == row.status)
        #expect(result.error.contains(row.told))
    }
}
