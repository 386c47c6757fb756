import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What `margay test` writes, in each of its formats.
@Suite struct TestOutputTests {
    /// The rule of the specification's first example, and one of whose tests one fails.
    static let files = RuleFiles.joined(
        RuleFiles.rule(
            "robot",
            """
            def rule(event):
                return event.deep_get("actor", "kind") == "robot" and event.get("verb") in ("drop", "purge")
            def title(event):
                return f"Robot {event.deep_get('actor', 'name', default='?')} ran {event.get('VERB')}"
            def severity(event):
                return "high" if event.get("verb") == "purge" else "DEFAULT"
            def alert_context(event):
                return {"tags": event.get("tags"), "note": "café"}
            """,
            id: "Demo.Robot.Purge",
            tests: """
                Tests:
                  - {Name: purge, ExpectedResult: true, Log: {actor: {kind: robot, name: R2}, verb: purge, tags: [a, 1.0, null]}}
                  - {Name: human, ExpectedResult: false, Log: {actor: {kind: human}, verb: purge}}
                """
        ),
        RuleFiles.rule(
            "broken",
            """
            def rule(event):
                return event.get("ok") is True
            def title(event):
                return event["title"]
            """,
            id: "Demo.Second",
            tests: """
                Tests:
                  - {Name: no title, ExpectedResult: true, Log: {ok: true}}
                  - {Name: wrong, ExpectedResult: false, Log: {ok: true, title: t}}
                """
        )
    )

    private func test(_ arguments: String...) throws -> CommandResult {
        try MargayCommand.run(["test", "rules"] + arguments, in: Sandbox(Self.files))
    }

    @Test("json is one object a test, with the functions that the reference shows")
    func json() throws {
        let result = try test("--format", "json", "--filter", "RuleID=Demo.Robot.Purge")
        #expect(result.status == 0, "\(result.error)")
        #expect(
            result.output == """
                {"detection":"Demo.Robot.Purge","test":"purge","passed":true,"functions":{"rule":{"output":true},\
                "title":{"output":"Robot R2 ran purge"},"dedup":{"output":"Robot R2 ran purge"},\
                "alertContext":{"output":{"tags": ["a", 1.0, null], "note": "caf\\u00e9"}},"severity":{"output":"HIGH"}}}
                {"detection":"Demo.Robot.Purge","test":"human","passed":true,"functions":{"rule":{"output":false}}}

                """
        )
    }

    @Test("json tells what raised, and where")
    func jsonErrors() throws {
        let result = try test("--format", "json", "--filter", "RuleID=Demo.Second")
        #expect(result.status == 1)
        let objects = try result.objects()
        #expect(objects.map { $0["passed"] as? Bool } == [false, false])
        let functions = objects.first?["functions"] as? [String: [String: Any]]
        let error = functions?["title"]?["error"] as? [String: Any]
        #expect(error?["type"] as? String == "KeyError")
        #expect(error?["message"] as? String == "'title'")
        #expect((error?["file"] as? String)?.hasSuffix("broken.py") == true)
        #expect(error?["line"] as? Int == 4)
    }

    @Test("pat is what the reference prints")
    func pat() throws {
        let result = try test("--format", "pat", "--filter", "RuleID=Demo.Robot.Purge")
        let plain = result.output.replacing("\u{1B}[32m", with: "").replacing("\u{1B}[0m", with: "")
        #expect(
            plain == """
                Demo.Robot.Purge
                \t[PASS] purge
                \t\t[PASS] [rule] true
                \t\t[PASS] [title] Robot R2 ran purge
                \t\t[PASS] [dedup] Robot R2 ran purge
                \t\t[PASS] [alertContext] {"tags": ["a", 1.0, null], "note": "caf\\u00e9"}
                \t\t[PASS] [severity] HIGH
                \t[PASS] human
                \t\t[PASS] [rule] false

                --------------------------
                Test Summary
                \tPath: rules
                \tPassed: 1
                \tSkipped: 0
                \tFailed: 0
                \tInvalid: 0


                """
        )
    }

    @Test("text shows what failed, with the line that raised, and a summary")
    func text() throws {
        let result = try test()
        #expect(result.status == 1)
        for text in ["Demo.Second", "no title", "KeyError: 'title'", "broken.py:4", "2 of 4 tests passed", "2 failed"] {
            #expect(result.output.contains(text), "\(text) in\n\(result.output)")
        }
        #expect(!result.output.contains("Demo.Robot.Purge"))
        #expect(!result.output.contains("\u{1B}"))
        #expect(try test("--verbose").output.contains("Demo.Robot.Purge"))
    }

    @Test("junit is well-formed, with a case for each test")
    func junit() throws {
        let result = try test("--format", "junit")
        #expect(result.status == 1)
        let parser = XMLParser(data: Data(result.output.utf8))
        let counter = ElementCounter()
        parser.delegate = counter
        #expect(parser.parse())
        #expect(counter.counts == ["testsuites": 1, "testsuite": 2, "testcase": 4, "failure": 2])
    }

    /// What fails outside of a test: a file that is not valid, a module that raises, too few tests.
    static let unwell = RuleFiles.joined(
        RuleFiles.rule("invalid", "", extra: "Extra: 1"),
        RuleFiles.rule("raising", "raise ValueError('no')", tests: "Tests: [{Name: t, ExpectedResult: true, Log: {}}]"),
        RuleFiles.rule(
            "few",
            "def rule(event):\n    print('<said>')\n    return True\n",
            tests: "Tests: [{Name: \"a<b & 'c'\", ExpectedResult: true, Log: {}}]"
        )
    )

    @Test("json has a line for what fails outside of a test")
    func jsonOutside() throws {
        let folder = try Sandbox(Self.unwell)
        let result = try MargayCommand.run(["test", "rules", "--format", "json", "--minimum-tests", "2"], in: folder)
        #expect(result.status == 1)
        let lines = try result.objects().map { object in
            let error = object["error"] as? [String: Any]
            let test = object["test"] as? String
            return [object["detection"] as? String, test, error?["type"] as? String, error?["message"] as? String]
        }
        #expect(
            lines == [
                [
                    "Test.few", nil, "InsufficientTests",
                    "Insufficient test coverage: 2 tests required but only 1 found",
                ],
                [
                    "Test.few", nil, "InsufficientTests",
                    "Insufficient test coverage: expected at least one positive and one negative test",
                ], ["Test.few", "a<b & 'c'", nil, nil], ["Test.raising", nil, "ValueError", "no"],
                [nil, nil, "MG0304", "unknown key `Extra`"],
            ]
        )
    }

    @Test("junit has a case for it, counts that are those of its cases, and what was printed")
    func junitOutside() throws {
        let folder = try Sandbox(Self.unwell)
        let result = try MargayCommand.run(["test", "rules", "--format", "junit", "--minimum-tests", "2"], in: folder)
        #expect(result.status == 1)
        let parser = XMLParser(data: Data(result.output.utf8))
        let counter = ElementCounter()
        parser.delegate = counter
        #expect(parser.parse())
        let expected = ["testsuites": 1, "testsuite": 3, "testcase": 5, "failure": 2, "error": 2, "system-out": 1]
        #expect(counter.counts == expected)
        #expect(
            result.output.contains("<testsuites name=\"margay\" tests=\"5\" failures=\"2\" errors=\"2\" skipped=\"0\"")
        )
        #expect(result.output.contains("testcase name=\"a&lt;b &amp; 'c'\""))
        #expect(result.output.contains("<system-out>&lt;said&gt;&#10;</system-out>"))
        #expect(result.output.contains("<error type=\"MG0304\" message=\"unknown key `Extra`\">rules/invalid.yml:7:1"))
    }

    private final class ElementCounter: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            counts[name, default: 0] += 1
        }
    }
}
