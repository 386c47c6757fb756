import Foundation
import TestSupport
import Testing

/// 0 done and clean, 1 a test failed or a pack is invalid, 2 wrong usage, 3 an input could not be read.
@Suite struct ExitCodeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var status: Int32
        /// What standard error says.
        var says: String = ""
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let cases: [Case] = [
        Case(arguments: ["test", "good"], status: 0),
        Case(arguments: ["test", "--path", "good"], status: 0),
        Case(arguments: ["test", "good", "--filter", "RuleID=Test.always"], status: 0),
        Case(arguments: ["test", "good", "--filter", "Severity!=Medium"], status: 1, says: "nothing to test"),
        Case(arguments: ["test", "good", "--test-names", "any"], status: 0),
        Case(arguments: ["test", "good", "--test-names", "other"], status: 1, says: "no test is called other"),
        Case(arguments: ["test", "good", "--minimum-tests", "1"], status: 0),
        Case(arguments: ["test", "good", "--minimum-tests", "2"], status: 1),
        Case(arguments: ["test", "failing"], status: 1),
        Case(arguments: ["test", "queries"], status: 0),
        Case(arguments: ["test", "failing", "good"], status: 1),
        Case(arguments: ["test", "empty"], status: 1, says: "nothing to test in empty"),
        Case(arguments: ["test", "nowhere"], status: 3, says: "nowhere: no such file or folder"),
        Case(arguments: ["test", "good", "--format", "xml"], status: 2, says: "'text', 'pat', 'json' or 'junit'"),
        Case(arguments: ["test", "good", "--filter", "Severity"], status: 2, says: "is not in format KEY=VALUE"),
        Case(arguments: ["test", "good", "--filter", "Colour=red"], status: 2, says: "Colour"),
        Case(arguments: ["test", "good", "--minimum-tests", "-1"], status: 2),
        Case(arguments: ["test", "good", "--steps-max", "0"], status: 2, says: "above zero"),
        Case(arguments: ["test", "good", "--no-such-flag"], status: 2, says: "--no-such-flag"),
        Case(arguments: ["scna"], status: 2, says: "scna"),
        Case(arguments: ["scan"], status: 2, says: "--rules"),
        Case(arguments: ["scan", "--rules", "good"], status: 2, says: "input"),
        // Options and inputs in any order.
        Case(arguments: ["scan", "--rules", "good", "one.ndjson"], status: 0, says: "1 events"),
        Case(arguments: ["scan", "one.ndjson", "--rules", "good"], status: 0, says: "1 events"),
        Case(arguments: ["scan", "--rules", "good", "one.ndjson", "one.ndjson"], status: 0, says: "2 events"),
        Case(arguments: ["scan", "--rules", "good", "--rules", "more", "one.ndjson"], status: 0, says: "2 rules"),
        Case(arguments: ["scan", "--rules", "good", "--emit", "matches", "one.ndjson"], status: 0),
        Case(
            arguments: ["scan", "--rules", "good", "--emit", "matches", "--format", "table", "one.ndjson"],
            status: 2
        ),
        Case(arguments: ["scan", "--rules", "good", "--event-bytes-max", "0", "one.ndjson"], status: 2),
        Case(arguments: ["scan", "--rules", "nowhere", "one.ndjson"], status: 3, says: "nowhere"),
        Case(arguments: ["scan", "--rules", "empty", "one.ndjson"], status: 1, says: "no enabled rule"),
        Case(arguments: ["scan", "--rules", "good", "missing.ndjson"], status: 3, says: "missing.ndjson"),
        Case(arguments: ["scan", "--rules", "good", "missing.ndjson", "one.ndjson"], status: 3, says: "1 events"),
    ]

    static func files() -> [String: String] {
        func moved(_ files: [String: String], _ folder: String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: files.map { ("\(folder)/\($0.key)", $0.value) })
        }
        let failing = RuleFiles.rule(
            "failing",
            "def rule(event):\n    return False\n",
            tests: "Tests: [{Name: t, ExpectedResult: true, Log: {}}]"
        )
        let more = RuleFiles.rule("more", "def rule(event):\n    return False\n")
        return RuleFiles.joined(
            moved(RuleFiles.always, "good"),
            moved(failing, "failing"),
            moved(more, "more"),
            ["queries/q.yml": "AnalysisType: saved_query\nQueryName: Q\nQuery: select 1\n"],
            ["empty/readme.txt": "nothing", "one.ndjson": "{\"n\":1}\n"]
        )
    }

    @Test("the exit code tells scripts what happened", arguments: cases)
    func exitCode(_ test: Case) throws {
        let result = try MargayCommand.run(test.arguments, in: Sandbox(Self.files()))
        #expect(result.status == test.status, "\(result.output)\(result.error)")
        #expect(result.error.contains(test.says) || test.says.isEmpty, "\(result.error)")
    }
}
