import Foundation
import TestSupport
import Testing

/// Options of `margay test` from the command line, the environment and the settings file, in this order.
@Suite struct TestSettingsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var arguments: [String] = []
        var variables: [String: String] = [:]
        /// The text of `.panther_settings.yml`.
        var settings: String?
        var status: Int32 = 0
        /// What the output or standard error says.
        var says: String = ""
        var testDescription: String { name }
    }

    /// Two rules in `rules`, of which one is disabled and fails, and one in `more`.
    static let files = RuleFiles.joined(
        RuleFiles.rule(
            "good",
            "def rule(event):\n    return event['n'] > 0\n",
            tests: """
                Tests:
                  - {Name: match, ExpectedResult: true, Log: {n: 1}}
                  - {Name: no match, ExpectedResult: false, Log: {n: 0}}
                """
        ),
        [
            "rules/bad.yml": """
            AnalysisType: rule
            RuleID: Test.bad
            Filename: good.py
            Enabled: false
            LogTypes: [Other.Log]
            Severity: Low
            Tests: [{Name: fails, ExpectedResult: true, Log: {n: 0}}]
            """,
            "more/more.yml": """
            AnalysisType: rule
            RuleID: Test.more
            Filename: more.py
            Enabled: true
            LogTypes: [Other.Log]
            Severity: High
            Extra: 1
            Tests: [{Name: match, ExpectedResult: true, Log: {}}]
            """,
            "more/more.py": "def rule(event):\n    return True\n",
            "other.yml": "skip_disabled_tests: yes\npath: rules\n",
        ]
    )

    static let cases: [Case] = [
        // Of the current folder only those folders are read that Panther's tool looks into.
        Case(name: "nothing said", status: 1, says: "2 of 3 tests passed"),
        Case(
            name: "two folders",
            arguments: [".", "more", "--ignore-extra-keys"],
            status: 1,
            says: "3 of 4 tests passed"
        ),
        Case(name: "the environment names the path", variables: ["PANTHER_PATH": "rules"], status: 1, says: "2 of 3"),
        Case(
            name: "the command line goes before it",
            arguments: ["rules", "--skip-disabled-tests"],
            variables: ["PANTHER_PATH": "nowhere", "PANTHER_SKIP_DISABLED_TESTS": "false"],
            says: "2 of 2"
        ),
        Case(
            name: "--no- goes before it too",
            arguments: ["rules", "--no-skip-disabled-tests"],
            variables: ["PANTHER_SKIP_DISABLED_TESTS": "1"],
            status: 1,
            says: "2 of 3"
        ),
        Case(
            name: "lists are separated by blanks",
            arguments: ["rules"],
            variables: ["PANTHER_FILTER": "Severity=Medium Enabled=true"],
            says: "2 of 2"
        ),
        Case(
            name: "a malformed filter",
            variables: ["PANTHER_FILTER": "Severity"],
            status: 2,
            says: "Filter Severity is not in format KEY=VALUE"
        ),
        Case(
            name: "test names",
            arguments: ["rules"],
            variables: ["PANTHER_TEST_NAMES": "match"],
            says: "1 of 1 tests passed"
        ),
        Case(
            name: "files to pass over",
            variables: ["PANTHER_IGNORE_FILES": "rules/bad.yml more/more.yml"],
            says: "2 of 2"
        ),
        Case(
            name: "minimum of tests",
            arguments: ["rules"],
            variables: ["PANTHER_MINIMUM_TESTS": "2"],
            status: 1,
            says: "2 tests required but only 1 found"
        ),
        Case(
            name: "a number that is none",
            variables: ["PANTHER_MINIMUM_TESTS": "two"],
            status: 2,
            says: "PANTHER_MINIMUM_TESTS must be a number, not `two`"
        ),
        Case(
            name: "a flag that is none",
            variables: ["PANTHER_SKIP_DISABLED_TESTS": "maybe"],
            status: 2,
            says: "must be true or false, not `maybe`"
        ),
        Case(
            name: "the settings file",
            settings: "path: rules\nskip_disabled_tests: true\nminimum_tests: 2\n",
            says: "2 of 2"
        ),
        Case(
            name: "the environment goes before the settings file",
            variables: ["PANTHER_PATH": "rules"],
            settings: "path: nowhere\nskip_disabled_tests: true\n",
            says: "2 of 2"
        ),
        Case(
            name: "lists and single texts in the settings file",
            settings: "filter: [RuleID=Test.good, Enabled=true]\nignore_files: more/more.yml\n",
            says: "2 of 2"
        ),
        Case(
            name: "keys of other commands",
            settings: "path: rules\nskip_disabled_tests: true\naws_profile: mine\nmax_retries: 3\n",
            says: "2 of 2"
        ),
        Case(
            name: "a misspelled key",
            settings: "path: rules\nskip_disabled_tests: true\nminimum_test: 2\n",
            says: "did you mean `minimum_tests`?"
        ),
        Case(
            name: "a setting of the wrong type",
            settings: "minimum_tests: [2]\n",
            status: 2,
            says: "`minimum_tests` must be an integer, not a list"
        ),
        Case(name: "settings that are not YAML", settings: "path: [\n", status: 2, says: ".panther_settings.yml:2:1"),
        Case(name: "settings that are no map", settings: "- path\n", status: 2, says: "must be a map, not a list"),
        Case(name: "empty settings", arguments: ["more", "--ignore-extra-keys"], settings: "", says: "1 of 1"),
        Case(name: "another settings file", arguments: ["--config", "other.yml"], says: "2 of 2"),
        Case(
            name: "a settings file that is not there",
            arguments: ["--config", "none.yml"],
            status: 2,
            says: "none.yml"
        ),
        Case(name: "an unknown key", arguments: ["more"], status: 1, says: "unknown key `Extra`"),
        Case(
            name: "unknown keys from the settings file",
            arguments: ["more"],
            settings: "ignore_extra_keys: true\n",
            says: "1 of 1"
        ),
        Case(
            name: "Panther's service",
            arguments: ["more", "--ignore-extra-keys", "--api-token", "t", "--api-host", "h"],
            says: "are not used"
        ),
        Case(
            name: "a token in the environment is nobody's business",
            arguments: ["more", "--ignore-extra-keys"],
            variables: ["PANTHER_API_TOKEN": "t"],
            says: "1 of 1"
        ),
        Case(name: "one worker", arguments: ["more", "--ignore-extra-keys", "--workers", "1"], says: "1 of 1"),
        Case(
            name: "no worker",
            arguments: ["more", "--workers", "0"],
            status: 2,
            says: "--workers must be above zero"
        ),
        Case(
            name: "watching is for people",
            arguments: ["more", "--watch", "--format", "json"],
            status: 2,
            says: "--watch goes with --format text only"
        ),
    ]

    @Test("an option's value", arguments: cases)
    func value(_ test: Case) throws {
        var files = Self.files
        files[".panther_settings.yml"] = test.settings
        let result = try MargayCommand.run(["test"] + test.arguments, in: Sandbox(files), variables: test.variables)
        #expect(result.status == test.status, "\(result.output)\(result.error)")
        #expect((result.output + result.error).contains(test.says), "\(result.output)\(result.error)")
    }
}
