import Foundation
import TestSupport
import Testing

/// Help is the manual that everybody reads: it names what there is, and shows how to begin.
@Suite struct HelpTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var contains: [String]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let cases: [Case] = [
        Case(arguments: ["--help"], contains: ["margay test ./my-rules", "margay scan --rules", "Exit codes: 0"]),
        Case(arguments: [], contains: ["SUBCOMMANDS:", "test", "scan"]),
        Case(
            arguments: ["test", "--help"],
            contains: [
                "margay test ./my-rules --filter", "--format", "--watch", "PANTHER_FILTER", ".panther_settings.yml",
                "--no-skip-disabled-tests", "--api-token", "Exit code 0", "--minimum-tests", "--test-names",
                "--ignore-extra-keys",
                "--steps-max", "jq",
            ]
        ),
        Case(
            arguments: ["catalog", "--help"],
            contains: [
                "margay catalog build ./my-rules", "MARGAY_CATALOG", "build", "search", "show", "diff", "coverage",
            ]
        ),
        Case(
            arguments: ["catalog", "search", "--help"],
            contains: ["eventName:SendCommand", "technique:", "has:tests", "--facets", "Exit code 1"]
        ),
        Case(arguments: ["catalog", "build", "--help"], contains: ["mine=./rules", "--upstream", "--diagnostics"]),
        Case(arguments: ["catalog", "coverage", "--help"], contains: ["--gaps", "--against", "navigator"]),
        Case(arguments: ["bench", "--help"], contains: ["margay bench --rules ./my-rules", "--rounds", "--format"]),
        Case(
            arguments: ["scan", "--help"],
            contains: [
                "NDJSON", "Records", "--rules ./my-rules ./cloudtrail-logs", "--emit", "--clock", "--stats", "--filter",
                "--event-bytes-max", "--decompression-ratio-max",
            ]
        ),
    ]

    @Test("help names the options and shows commands to begin with", arguments: cases)
    func help(_ test: Case) throws {
        let result = try MargayCommand.run(test.arguments)
        #expect(result.status == 0)
        #expect(result.error == "")
        for text in test.contains { #expect(result.output.contains(text), "\(text)") }
        let longest = result.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= 120)
    }

    @Test("the version is a version")
    func version() throws {
        let result = try MargayCommand.run(["--version"])
        #expect(result.status == 0)
        #expect(result.output.split(separator: ".").count == 3)
    }
}
