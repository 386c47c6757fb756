import Foundation
import TestSupport
import Testing

/// The pack in `Tests/Packs/simple`: every condition of match expressions, with tests for both outcomes.
@Suite struct SimplePackTests {
    static let pack = Repository.root.appending(path: "Tests/Packs/simple").path

    @Test("all its tests pass, and each condition is seen to hold and not to hold")
    func conditions() throws {
        let result = try MargayCommand.run(["test", Self.pack, "--format", "json"])
        #expect(result.status == 0, "\(result.error)")
        var outcomes: [String: Set<Bool>] = [:]
        for test in try result.objects() {
            #expect(test["passed"] as? Bool == true, "\(test)")
            let id = test["detection"] as? String ?? ""
            let rule = (test["functions"] as? [String: [String: Any]])?["rule"]
            outcomes[id, default: []].insert(rule?["output"] as? Bool == true)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.pack + "/conditions")
        #expect(files.count >= 40)
        for (id, seen) in outcomes where !id.hasPrefix("Simple.Alerts") { #expect(seen == [true, false], "\(id)") }
    }

    @Test("alert keys give what Python's functions would")
    func alerts() throws {
        let arguments = ["test", Self.pack, "--format", "json", "--filter", "RuleID=Simple.Alerts.Archived"]
        let result = try MargayCommand.run(arguments)
        let first = try #require(result.output.split(separator: "\n").first)
        #expect(
            first == """
                {"detection":"Simple.Alerts.Archived","test":"the first severity that holds","passed":true,"functions":{\
                "rule":{"output":true},\
                "title":{"output":"Repository prod-é of blue archived by R2 (2, True, [\\"a\\", \\"b\\"]) {in braces} {"},\
                "dedup":{"output":"[\\"prod-é\\", \\"R2\\"]"},\
                "alertContext":{"output":{"repository": "prod-\\u00e9", "team": "blue", "labels": ["a", "b"], \
                "actor": {"name": "R2", "teams": ["blue"]}, "missing": null}},"severity":{"output":"CRITICAL"}}}
                """
        )
    }

    @Test("pat leaves them out, as the reference does without a connection")
    func pat() throws {
        let result = try MargayCommand.run(["test", Self.pack, "--format", "pat", "--filter", "RuleID=Simple.IsIn"])
        #expect(result.status == 0)
        #expect(!result.output.contains("Simple.IsIn"))
        #expect(result.output.contains("Passed: 1"))
    }

    @Test("a test that filters exclude says so, and passes without them")
    func filters() throws {
        let files = RuleFiles.joined(
            RuleFiles.rule(
                "a",
                "def rule(event):\n    return True\n",
                id: "A",
                tests: """
                    InlineFilters:
                      - {KeyPath: environment, Condition: Equals, Value: prod}
                    Tests:
                      - {Name: no environment, ExpectedResult: true, Log: {}}
                    """
            )
        )
        let applied = try MargayCommand.run(["test", "rules"], in: Sandbox(files))
        #expect(applied.status == 1)
        #expect(applied.output.contains("its InlineFilters exclude this event"))
        for arguments in [["--no-inline-filters"], ["--format", "pat"]] {
            let result = try MargayCommand.run(["test", "rules"] + arguments, in: Sandbox(files))
            #expect(result.status == 0, "\(arguments)")
        }
    }

    @Test("correlation rules are tested; pat counts them as skipped")
    func correlations() throws {
        let pack = Repository.root.appending(path: "Tests/Packs/correlation").path
        let result = try MargayCommand.run(["test", pack, "--format", "json"])
        #expect(result.status == 0, "\(result.error)")
        let own = try result.objects().filter { ($0["detection"] as? String)?.hasPrefix("Correlation.Delete") == true }
        #expect(own.count == 7)
        let pat = try MargayCommand.run(["test", pack, "--format", "pat"])
        #expect(pat.status == 0)
        #expect(pat.output.contains("Skipped: 2"))
    }

    @Test("rows of lookup tables reach rules; pat leaves them out")
    func lookups() throws {
        let pack = Repository.root.appending(path: "Tests/Packs/lookup").path
        let result = try MargayCommand.run(["test", pack, "--format", "json"])
        #expect(result.status == 0, "\(result.error)")
        #expect(try result.objects().count == 11)
        let pat = try MargayCommand.run(["test", pack, "--format", "pat"])
        #expect(pat.status == 1)
    }

    @Test("a scan runs correlation rules over its own matches")
    func correlatedScan() throws {
        let pack = Repository.root.appending(path: "Tests/Packs/correlation").path
        let events = [
            #"{"action":"grant","target":"eve","p_event_time":"2024-06-01 10:00:00","p_log_type":"Demo.Audit"}"#,
            #"{"action":"ticket","repos":["db"],"p_event_time":"2024-06-01 10:10:00","p_log_type":"Demo.Audit"}"#,
            #"{"action":"delete","actor":"eve","repo":"db","p_event_time":"2024-06-01 10:20:00","p_log_type":"Demo.Audit"}"#,
            #"{"action":"delete","actor":"eve","repo":"web","p_event_time":"2024-06-01 10:50:00","p_log_type":"Demo.Audit"}"#,
            #"{"action":"delete","actor":"zoe","repo":"old","p_event_time":"2024-06-03 09:30:00","p_log_type":"Demo.Audit"}"#,
        ]
        let folder = try Sandbox(["events.ndjson": events.joined(separator: "\n") + "\n"])
        let arguments = ["scan", "--rules", pack, "--emit", "matches", "--quiet", "events.ndjson"]
        let result = try MargayCommand.run(arguments, in: folder)
        #expect(result.status == 0, "\(result.error)")
        let found = try result.objects().filter {
            ($0["detection"] as? String)?.hasPrefix("Correlation.Delete") == true
        }
        let lines = found.map {
            "\($0["record"] ?? "") \($0["detection"] ?? "") \($0["dedup"] ?? "") \($0["eventTime"] ?? "")"
        }
        #expect(
            lines == [
                "3 Correlation.DeleteAfterGrant eve 2024-06-01T11:00:00Z",
                "3 Correlation.DeleteWithoutTicket web 2024-06-01T11:00:00Z",
                "4 Correlation.DeleteWithoutTicket old 2024-06-03T09:30:00Z",
            ]
        )
        let alerts = try MargayCommand.run(
            ["scan", "--rules", pack, "--format", "ndjson", "--quiet", "events.ndjson"],
            in: folder
        )
        #expect(try alerts.objects().map { $0["type"] as? String } == Array(repeating: "CORRELATION_RULE", count: 3))
    }
}
