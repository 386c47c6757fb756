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

    @Test("a test of several events asks how many match", arguments: [(1, true), (2, true), (3, false)])
    func severalEvents(_ row: (count: Int, passes: Bool)) throws {
        let rule = Self.rule.replacing("Image|endswith: '\\cmd.exe', Kind|expand: '%kinds%'", with: "f: 1")
        let folder = try Sandbox([
            "rule.yml": rule + "\nregression_tests_path: info.yml",
            "info.yml": "regression_tests_info: [{name: T, path: data.json, match_count: \(row.count)}]",
            "data.json": #"{"f":1} {"f":2} {"f":1} {"f":3}"#,
        ])
        let result = try MargayCommand.run(["test", "--format", "json", "."], in: folder)
        #expect(result.status == (row.passes ? 0 : 1), "\(result.error)")
        let test = try #require(try result.objects().first)
        #expect(test["test"] as? String == "T (\(row.count) of 4 events)")
        #expect(test["passed"] as? Bool == row.passes)
        // The rule's page says the same of its condition.
        let page = try MargayCommand.run(
            ["explain", "00000000-0000-4000-8000-000000000001", "--rules", ".", "--format", "json"],
            in: folder
        ).objects().first
        let validated = try #require(page?["validated"] as? [String: Any])
        #expect(validated[row.passes ? "agree" : "disagree"] as? Int == 1, "\(validated)")
    }

    /// A search, an event, and the members that the search needs and the event does not have; nil where it might have matched.
    static let unseen: [(search: String, event: String, needs: String?)] = [
        ("s: {process.name: x}", #"{"process.name":"x"}"#, #"["process"]"#),
        ("s: {process.name: x}", #"{"process":{}}"#, nil),
        // Of a log type without events nothing can be said.
        ("s: {process.name: x}", "", nil),
        ("s: [{a: 1}, {b: 1}]", #"{"c":1}"#, #"["a","b"]"#), ("s: [{a: 1}, {b: 1}]", #"{"b":2}"#, nil),
        ("s: {a: 1, b: 1}", #"{"b":1}"#, #"["a"]"#),
        // What is missing is null, and not what it must not be.
        ("s: {a: null}", #"{"b":1}"#, nil), ("s: {b: 1, a|neq: 1}", #"{"b":1}"#, nil),
        ("s: {b: 1}, filter_a: {a: 1}", #"{"b":1}"#, nil),
        ("s: {b: 1}, filter_a: {a: null}", #"{"b":1}"#, #"["a"]"#),
        ("s: {b: 1}, filter_a: [{a: null}, {c: 1}]", #"{"b":1}"#, #"["a","c"]"#),
        ("s: {b: 1}, filter_a: {a: null, c: 1}", #"{"b":1}"#, nil),
        // Keywords need no field.
        ("s: [evil]", #"{"b":1}"#, nil),
    ]

    @Test("a rule whose fields are nowhere in the log is told of", arguments: unseen)
    func unseenFields(_ row: (search: String, event: String, needs: String?)) throws {
        let id = "00000000-0000-4000-8000-000000000001"
        let rule = """
            title: Sample
            id: \(id)
            logsource: {product: sample}
            detection: {\(row.search), condition: s and not 1 of filter_*}
            """
        let folder = try Sandbox(["a.yml": rule])
        let arguments = ["scan", "--rules", "a.yml", "--log-type", "sample", "--stats", "json", "-"]
        let told = try MargayCommand.run(arguments, in: folder, input: Data(row.event.utf8)).error
        if let needs = row.needs {
            #expect(told.contains("1 rule cannot match: no event had the fields needed (Sample needs "), "\(told)")
            #expect(told.contains("\"\(id)\":\(needs)"), "\(told)")
        } else {
            #expect(!told.contains("cannot match"), "\(told)")
        }
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
