import Foundation
import TestSupport
import Testing

/// `margay test --watch`, as someone who writes rules sees it.
@Suite struct WatchTests {
    private static let files = RuleFiles.joined(
        RuleFiles.rule(
            "one",
            "from shared import wanted\ndef rule(event):\n    return event['n'] == wanted()\n",
            tests: "Tests: [{Name: t, ExpectedResult: true, Log: {n: 1}}]"
        ),
        RuleFiles.rule(
            "two",
            "def rule(event):\n    return True\n",
            tests: "Tests: [{Name: t, ExpectedResult: true, Log: {n: 1}}]"
        ),
        [
            "global_helpers/shared.yml": "AnalysisType: global\nGlobalID: shared\nFilename: shared.py\n",
            "global_helpers/shared.py": "def wanted():\n    return 1\n",
        ]
    )

    @Test("what a saved file affects is run again, and Ctrl-C ends it with 0")
    func watch() throws {
        let folder = try Sandbox(Self.files)
        let command = try RunningCommand(["test", "rules", "--watch"], in: folder)
        defer { command.end() }
        var output = try command.next(after: "watching 6 files")
        #expect(output.contains("ok: 2 of 2 tests passed"))

        try folder.write("rules/two.py", Data("def rule(event):\n    return Fals\n".utf8))
        output = try command.next(after: "watching 6 files")
        #expect(output.contains("changed: rules/two.py"))
        #expect(output.contains("NameError: name 'Fals' is not defined"))
        #expect(output.contains("rules/two.py:2"))
        #expect(output.contains("failed: 0 of 1 tests passed, 1 failed, 1 detection"))

        // A helper: the rule that imports it is run, the other one is remembered.
        try folder.write("global_helpers/shared.py", Data("def wanted():\n    return 2\n".utf8))
        output = try command.next(after: "watching 6 files")
        #expect(output.contains("changed: global_helpers/shared.py"))
        #expect(output.contains("Test.one"))
        #expect(output.contains("still failing elsewhere: 1 (Test.two)"))

        // A file that is not valid, and its repair.
        try folder.write("rules/two.yml", Data("AnalysisType: rule\nRuleID: [\n".utf8))
        output = try command.next(after: "watching 6 files")
        #expect(output.contains("1 invalid"))
        try folder.write("rules/two.yml", Data((Self.files["rules/two.yml"] ?? "").utf8))
        try folder.write("rules/two.py", Data("def rule(event):\n    return True\n".utf8))
        output = try command.next(after: "watching 6 files")
        #expect(output.contains("ok: 1 of 1 tests passed"))
        #expect(output.contains("still failing elsewhere: 1 (Test.one)"))

        command.interrupt()
        #expect(try command.status() == 0)
        #expect(!command.error.contains("Fatal"))
    }
}
