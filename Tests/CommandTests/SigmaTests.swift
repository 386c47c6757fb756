import Foundation
import TestSupport
import Testing

/// Sigma's rules through the commands, beside Panther's.
@Suite("Sigma") struct SigmaTests {
    static let pack = Repository.root.appending(path: "packs/sigma-aws").path

    @Test("the pack's own tests pass, and nothing is wrong with it") func ownTests() throws {
        let result = try MargayCommand.run(["test", Self.pack])
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(result.output.contains("20 of 20 tests passed"), "\(result.output)")
        let check = try MargayCommand.run(["check", Self.pack])
        #expect(!check.error.contains("MG08"), "\(check.error)")
        #expect(check.status == 0, "\(check.output)")
    }

    @Test("a rule's page shows its condition, and why an event matches") func explain() throws {
        let id = "5e1a0c3d-0000-4000-8000-000000000001"
        let arguments = ["explain", id, "--rules", Self.pack]
        let event = "\(Self.pack)/tests/aws_root_console_login/match.json"
        let page = try MargayCommand.run(arguments + ["--event", event])
        #expect(page.status == 0, "\(page.error)")
        #expect(page.output.contains(#"userIdentity.type eq "Root" (any case)"#), "\(page.output)")
        #expect(page.output.contains("matches"))
        let json = try MargayCommand.run(arguments + ["--format", "json"]).objects()
        #expect(json.first?["exact"] as? Bool == true)
    }

    /// Sign-ins that failed from one address, each a minute after the other, and one that succeeds.
    private static func logins(_ failures: Int) -> String {
        (0...failures).map { number in
            let minute = number < 10 ? "0\(number)" : "\(number)"
            let result = number < failures ? "Failure" : "Success"
            return #"{"eventTime":"2026-01-01T00:\#(minute):00Z","eventName":"ConsoleLogin","#
                + #""sourceIPAddress":"198.51.100.7","responseElements":{"ConsoleLogin":"\#(result)"}}"#
        }.joined(separator: "\n")
    }

    private func scan(_ arguments: [String], _ input: String) throws -> [String] {
        let all = ["scan", "--emit", "matches", "--format", "ndjson"] + arguments + ["-"]
        let result = try MargayCommand.run(all, input: Data(input.utf8))
        #expect(result.status == 0, "\(result.error)")
        return try result.objects().map { "\($0["record"] ?? "") \($0["title"] ?? "")" }
    }

    @Test("correlations of correlations are found", arguments: [(10, true), (9, false)])
    func correlations(_ row: (Int, Bool)) throws {
        let found = try scan(["--rules", Self.pack], Self.logins(row.0))
        #expect(found.contains("9 Many console logins failed") == row.1)
        #expect(found.contains("10 Console password guessed") == row.1)
        #expect(found.count(where: { $0.hasSuffix("Console login failed") }) == row.0)
    }

    @Test("routing and workers change nothing, two vendors' rules at once") func sameFindings() throws {
        let panther = Repository.root.appending(path: "packs/aws").path
        let arguments = ["--rules", Self.pack, "--rules", panther]
        let all = try scan(arguments, Self.logins(12))
        #expect(all.count > 13)
        #expect(try scan(arguments + ["--no-routing"], Self.logins(12)) == all)
        #expect(try scan(arguments + ["--workers", "3"], Self.logins(12)) == all)
    }

    static let rule = """
        title: Sample
        id: 00000000-0000-4000-8000-000000000001
        logsource: {product: sample}
        detection:
            s: {Image|endswith: '\\cmd.exe', Kind|expand: '%kinds%'}
            condition: s
        """

    @Test("a rule whose fields are nowhere in the log is told of") func unseenFields() throws {
        let rule = Self.rule.replacing("Image|endswith", with: "process.name").replacing(
            ", Kind|expand: '%kinds%'",
            with: ""
        )
        let folder = try Sandbox(["a.yml": rule])
        func scan(_ event: String) throws -> CommandResult {
            let arguments = ["scan", "--rules", "a.yml", "--log-type", "sample", "--stats", "json", "-"]
            return try MargayCommand.run(arguments, in: folder, input: Data(event.utf8))
        }
        let note = "1 rule cannot match: no event had the fields needed (Sample needs process)"
        #expect(try scan(#"{"process.name":"x"}"# + "\n").error.contains(note))
        #expect(
            try scan(#"{"process.name":"x"}"# + "\n").error.contains(
                #""00000000-0000-4000-8000-000000000001":["process"]"#
            )
        )
        #expect(!(try scan(#"{"process":{}}"# + "\n").error.contains("cannot match")))
        // Of a log type without events nothing can be said.
        #expect(!(try scan("").error.contains("cannot match")))
    }

    @Test("a pipeline gives log types, names and values") func pipeline() throws {
        let folder = try Sandbox([
            "rules/a.yml": Self.rule,
            "pipeline.yml": """
            name: Sample
            priority: 10
            vars: {kinds: [one, two]}
            transformations:
                - type: field_name_mapping
                  mapping: {Image: [process.executable, exe]}
                - type: value_placeholders
                - type: set_custom_attribute
                  attribute: log_types
                  value: [Own.Log]
                  rule_conditions: [{type: logsource, product: sample}]
            """,
            "broken.yml": "transformations: [{type: nothing}]",
        ])
        let event = #"{"process":{"executable":"C:\\CMD.exe"},"Kind":"Two"}"# + "\n"
        func scan(_ more: [String]) throws -> CommandResult {
            let arguments = ["scan", "--rules", "rules", "--emit", "matches", "--format", "ndjson"] + more + ["-"]
            return try MargayCommand.run(arguments, in: folder, input: Data(event.utf8))
        }
        let own = ["--log-type", "Own.Log", "--pipeline", "pipeline.yml"]
        #expect(try scan(own).objects().count == 1)
        // Without values for its placeholder the rule is not run, and that is said.
        let without = try scan(["--log-type", "sample"])
        #expect(without.error.contains("no enabled rule"), "\(without.error)")
        let broken = try scan(["--pipeline", "broken.yml"])
        #expect(broken.status == 2)
        #expect(broken.error.contains("MG0813"))
    }
}
