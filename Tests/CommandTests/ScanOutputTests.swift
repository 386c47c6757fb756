import Foundation
import TestSupport
import Testing

/// What `margay scan` writes: matches, alerts and statistics, each read back as a script would.
@Suite struct ScanOutputTests {
    /// Two rules, one that counts to a threshold, and one that raises.
    static let files = RuleFiles.joined(
        RuleFiles.rule(
            "login",
            """
            def rule(event):
                return event.get("eventName") == "ConsoleLogin"

            def title(event):
                return "login of " + event.get("user")

            def severity(event):
                return "HIGH" if event.get("user") == "root" else "DEFAULT"

            def alert_context(event):
                return {"user": event.get("user")}
            """,
            extra: "DedupPeriodMinutes: 60\nSummaryAttributes: [user, p_any_ip_addresses]\nRunbook: look"
        ),
        RuleFiles.rule(
            "often",
            "def rule(event):\n    return True\n\ndef dedup(event):\n    return 'all'\n",
            extra: "Threshold: 3\nDedupPeriodMinutes: 60"
        ),
        RuleFiles.rule("raises", "def rule(event):\n    return event['missing'] == 1\n"),
        [
            "events.ndjson": [
                event("2026-01-01T00:00:00Z", "ConsoleLogin", "ann", "198.51.100.1"),
                event("2026-01-01T00:10:00Z", "ConsoleLogin", "ann", "198.51.100.2"),
                event("2026-01-01T00:59:59Z", "ConsoleLogin", "root", "198.51.100.2"),
                event("2026-01-01T01:00:00Z", "ConsoleLogin", "ann", "198.51.100.2"),
            ].joined(separator: "\n")
        ]
    )

    static func event(_ time: String, _ name: String, _ user: String, _ address: String) -> String {
        """
        {"eventTime":"\(time)","eventName":"\(name)","user":"\(user)","sourceIPAddress":"\(address)"}
        """
    }

    private func scan(_ arguments: String...) throws -> CommandResult {
        try MargayCommand.run(["scan", "--rules", "rules", "events.ndjson"] + arguments, in: Sandbox(Self.files))
    }

    @Test("matches of a live stream are written as they come", arguments: [1, 2]) func liveStream(workers: Int) throws {
        let arguments = "scan --rules . --emit matches --format ndjson --quiet --workers \(workers) -"
        let command = try RunningCommand(arguments.split(separator: " ").map(String.init), in: Sandbox(Self.files))
        defer { command.end() }
        for number in 1...3 {
            try command.write(line: Self.event("2026-01-01T00:0\(number):00Z", "Other", "ann", "198.51.100.\(number)"))
            #expect(try command.next(after: "{\"record\":\(number - 1),").contains("record"))
        }
        try command.endInput()
        #expect(try command.status() == 0)
    }

    @Test("a full disk is said in words", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let arguments = "scan --rules rules events.ndjson --emit matches --format ndjson"
        let folder = try Sandbox(Self.files)
        let command = ["-c", "\"$0\" \(arguments) > /dev/full", MargayCommand.path]
        let result = try withExtendedLifetime(folder) {
            try TestSupport.run("/bin/sh", command, directory: folder.root)
        }
        #expect(result.status == 3)
        #expect(result.error.components(separatedBy: "cannot write the output: No space left on device").count == 2)
    }

    @Test("matches are objects with record, detection, title, dedup, severity, context and time")
    func matches() throws {
        let result = try scan("--emit", "matches", "--format", "ndjson")
        #expect(result.status == 0)
        let all = try result.objects()
        let logins = all.filter { $0["detection"] as? String == "Test.login" }
        #expect(logins.map { $0["record"] as? Int } == [0, 1, 2, 3])
        #expect(logins.map { $0["title"] as? String } == ["ann", "ann", "root", "ann"].map { "login of \($0)" })
        #expect(logins.map { $0["severity"] as? String } == ["MEDIUM", "MEDIUM", "HIGH", "MEDIUM"])
        #expect(
            logins.map { ($0["alertContext"] as? [String: Any])?["user"] as? String } == ["ann", "ann", "root", "ann"]
        )
        #expect(logins.first?["eventTime"] as? String == "2026-01-01T00:00:00Z")
        let errors = all.filter { $0["detection"] as? String == "Test.raises" }.compactMap {
            $0["error"] as? [String: Any]
        }
        #expect(errors.count == 4)
        #expect(errors.allSatisfy { $0["type"] as? String == "KeyError" && $0["message"] as? String == "'missing'" })
        #expect(errors.allSatisfy { $0["line"] as? Int == 2 })
    }

    @Test("alerts have windows fixed from their first match, thresholds, summaries and errors of rules")
    func alerts() throws {
        let result = try scan("--emit", "alerts", "--format", "ndjson")
        #expect(result.status == 0)
        let all = try result.objects()
        let logins = all.filter { $0["detection"] as? String == "Test.login" }
        // Ann's window of an hour ends just before her fourth event; root has one of its own.
        #expect(logins.count == 3, "\(result.output)")
        let ann = try #require(logins.first { $0["matches"] as? Int == 2 })
        #expect(ann["firstMatch"] as? String == "2026-01-01T00:00:00Z")
        #expect(ann["updatedAt"] as? String == "2026-01-01T00:10:00Z")
        #expect(ann["runbook"] as? String == "look")
        #expect(ann["type"] as? String == "RULE")
        #expect((ann["alertId"] as? String)?.count == 32)
        let summary = ann["summary"] as? [String: [String: Int]]
        #expect(summary?["user"] == ["ann": 2])
        #expect(summary?["p_any_ip_addresses"] == ["198.51.100.1": 1, "198.51.100.2": 1])
        let often = all.filter { $0["detection"] as? String == "Test.often" }
        // The third match of the first hour reaches the threshold; the fourth is alone in the next.
        #expect(often.map { $0["matches"] as? Int } == [3])
        #expect(often.first?["createdAt"] as? String == "2026-01-01T00:59:59Z")
        let errors = all.filter { $0["type"] as? String == "RULE_ERROR" }
        #expect(errors.map { $0["matches"] as? Int }.sorted { $0 ?? 0 > $1 ?? 0 } == [3, 1])
        #expect(errors.allSatisfy { $0["title"] as? String == "KeyError: 'missing'" })
    }

    @Test("two runs write the same bytes")
    func repeatable() throws {
        let first = try scan("--emit", "alerts", "--format", "ndjson")
        #expect(try scan("--emit", "alerts", "--format", "ndjson").output == first.output)
    }

    @Test("the table has a row for each alert, and cuts titles only where there is a width")
    func table() throws {
        let result = try scan()
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 7, "\(result.output)")
        #expect(lines.first?.hasPrefix("time (UTC)") == true)
        #expect(result.output.contains("2026-01-01 00:00:00"))
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test("statistics are one line for people, or one object with what was not run")
    func statistics() throws {
        #expect(try scan().error.contains("4 events, "))
        let scheduled = [
            "rules/scheduled.yml": """
            AnalysisType: scheduled_rule
            RuleID: Test.Scheduled
            Filename: login.py
            Enabled: true
            ScheduledQueries: [q]
            Severity: Low
            """
        ]
        let disabled = [
            "rules/disabled.yml": """
            AnalysisType: rule
            RuleID: Test.Disabled
            Filename: login.py
            Enabled: false
            LogTypes: [AWS.CloudTrail]
            Severity: Low
            """
        ]
        let folder = try Sandbox(RuleFiles.joined(Self.files, scheduled, disabled))
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--stats", "json", "events.ndjson"],
            in: folder
        )
        #expect(result.error.contains("2 detections are not run: "))
        #expect(result.error.contains("1 scheduled rule"))
        let line = try #require(result.error.split(separator: "\n").last)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["events"] as? Int == 4)
        #expect(object?["rules"] as? Int == 3)
        #expect(object?["errors"] as? Int == 4)
        let unrun = object?["notRun"] as? [String: [String: Any]]
        #expect(unrun?["Test.Scheduled"]?["reason"] as? String == "scheduledRule")
        #expect(unrun?["Test.Disabled"]?["reason"] as? String == "disabled")
    }

    @Test("inline filters decide whether a rule runs")
    func filters() throws {
        let folder = try Sandbox(
            RuleFiles.joined(
                RuleFiles.rule(
                    "filtered",
                    "def rule(event):\n    return True\n",
                    extra: "InlineFilters: [{KeyPath: user, Condition: Equals, Value: root}]"
                ),
                ["events.ndjson": Self.files["events.ndjson"] ?? ""]
            )
        )
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"],
            in: folder
        )
        #expect(try result.objects().map { $0["record"] as? Int } == [2], "\(result.error)")
    }

    /// Both number the names of fields: expressions when they are linked, conditions and code when all is loaded.
    @Test("expressions find their fields beside conditions and code", arguments: ["", "--no-routing"])
    func expressions(_ routing: String) throws {
        let simple = """
            AnalysisType: rule
            RuleID: Test.Simple
            Enabled: true
            LogTypes: [AWS.CloudTrail]
            Severity: Low
            Detection: [{Key: user, Condition: Equals, Value: root}, {Key: zone, Condition: DoesNotExist}]
            AlertTitle: "{eventName} by {user} from {sourceIPAddress}"
            AlertContext: [{KeyName: who, KeyValue: {Key: user}}]
            GroupBy: [{Key: sourceIPAddress}]
            """
        let folder = try Sandbox(RuleFiles.joined(Self.files, ["rules/simple.yml": simple]))
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "--format", "ndjson", "events.ndjson", "--quiet"]
                + routing.split(separator: " ").map(String.init),
            in: folder
        )
        let found = try result.objects().filter { $0["detection"] as? String == "Test.Simple" }
        #expect(found.map { $0["record"] as? Int } == [2], "\(result.error)")
        #expect(found.first?["title"] as? String == "ConsoleLogin by root from 198.51.100.2")
        #expect(found.first?["dedup"] as? String == "198.51.100.2")
        #expect((found.first?["alertContext"] as? [String: Any])?["who"] as? String == "root")
    }

    /// Texts of events and rules that a terminal would obey: they may reach it only spelled out.
    @Test("no control character of a rule or event reaches a terminal")
    func escapes() throws {
        let hostile = "\\u001b]0;owned\\u0007\\u009b31m\\u202e"
        let body = """
            print("\(hostile)")
            def rule(event):
                print("\(hostile)")
                if event.get("raise"):
                    raise ValueError("\(hostile)")
                return True
            def title(event):
                return event.get("t")
            """
        let tests = """
            Tests:
              - {Name: "\(hostile)", ExpectedResult: false, Log: {t: "\(hostile)"}}
              - {Name: "raises \(hostile)", ExpectedResult: true, Log: {raise: true}}
            """
        let folder = try Sandbox(
            RuleFiles.joined(
                RuleFiles.rule("hostile", body, tests: tests),
                RuleFiles.rule("unloadable", "raise ValueError('\(hostile)')\n"),
                ["events.ndjson": "{\"t\":\"\(hostile)\"}\n{\"raise\":true}\n"]
            )
        )
        for arguments in [
            ["scan", "--rules", "rules", "events.ndjson"], ["test", "rules"], ["test", "rules", "--verbose"],
        ] {
            let result = try MargayCommand.run(arguments, in: folder)
            for scalar in (result.output + result.error).unicodeScalars where scalar != "\n" && scalar != "\t" {
                let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                #expect(!isControl, "\(arguments): \(scalar.value)")
                if isControl { break }
            }
        }
        let table = try MargayCommand.run(["scan", "--rules", "rules", "events.ndjson"], in: folder).output
        #expect(table.contains("\\x1b]0;owned\\x07\\x9b31m\\u202e"))
    }
}
