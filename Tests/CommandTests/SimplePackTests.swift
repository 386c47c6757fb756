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
}
