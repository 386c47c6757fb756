import Detections
import Diagnostics
import Testing

/// Tables of field aliases: ours, and people's own.
@Suite struct FieldAliasTests {
    let aliases: FieldAliases = .standard

    static let names: [(path: String, schema: FieldAliases.Schema, logs: [String], canonical: String?)] = [
        ("EventName", .sentinel, [], "eventName"),
        ("EventName", .sentinel, ["AWS.CloudTrail"], "eventName"),
        ("EventName", .sentinel, ["Okta.SystemLog"], nil),
        ("eventname", .sentinel, [], nil),
        ("event.provider", .ecs, [], "eventSource"),
        ("target.process.command_line", .udm, [], "CommandLine"),
        (#"additional.fields["recipientAccountId"]"#, .udm, [], "recipientAccountId"),
        // Logs disagree about it; one log does not.
        ("principal.ip", .udm, [], nil),
        ("principal.ip", .udm, ["AWS.CloudTrail"], "sourceIPAddress"),
        ("principal.ip", .udm, ["AWS.CloudTrail", "GitHub.Audit"], nil),
        // Paths below.
        ("RequestParameters.policyName", .sentinel, [], "requestParameters.policyName"),
        ("RequestParameters.a.b", .sentinel, ["AWS.CloudTrail"], "requestParameters.a.b"),
        ("RequestParameters", .sentinel, [], "requestParameters"),
        ("RequestParametersX.a", .sentinel, [], nil),
        // Not confirmed, so not followed.
        ("security_result.rule_id", .udm, ["AWS.CloudTrail"], nil),
        // A word for success is no field's spelling.
        ("security_result.action", .udm, ["AWS.CloudTrail"], nil),
        ("event.outcome", .ecs, [], nil),
        ("", .udm, [], nil),
        (".", .sentinel, [], nil),
    ]

    @Test("what a log itself calls a field", arguments: names)
    func canonical(_ row: (path: String, schema: FieldAliases.Schema, logs: [String], canonical: String?)) {
        #expect(aliases.canonical(of: row.path, schema: row.schema, in: row.logs) == row.canonical)
    }

    @Test("how vendors spell a field") func spellings() {
        let spellings = aliases.spellings(of: "eventName")
        #expect(
            spellings == [
                .init(schema: .sentinel, path: "EventName"),
                .init(schema: .udm, path: "metadata.product_event_type"),
                .init(schema: .ecs, path: "event.action"),
            ]
        )
        let unsure = aliases.spellings(of: "errorCode", in: "AWS.CloudTrail").filter { !$0.isConfirmed }
        #expect(unsure.map(\.path) == ["security_result.rule_id", "security_result.summary"])
        #expect(aliases.spellings(of: "errorCode", in: "Okta.SystemLog").isEmpty)
    }

    @Test("which log a vendor's name means") func logNames() {
        #expect(aliases.log(named: "AWSCloudTrail", schema: .sentinel) == "AWS.CloudTrail")
        #expect(aliases.log(named: "AWS CloudTrail", schema: .udm) == "AWS.CloudTrail")
        #expect(aliases.log(named: "AWSCloudTrail", schema: .udm) == nil)
    }

    @Test("success has five spellings") func successTests() {
        let tests = FieldAliases.Schema.allCases.map { aliases.success(schema: $0, in: "AWS.CloudTrail") }
        #expect(tests.map { $0?.test } == [.absent, .empty, .value("ALLOW"), .value("success"), .value("success")])
        #expect(Set(tests).count == 5)
    }

    @Test("the table is whole") func whole() {
        let read = FieldAliases.read(Source(path: "x", bytes: []), onto: aliases)
        #expect(read.aliases.logs == aliases.logs)
        for log in aliases.logs {
            #expect(!log.fields.isEmpty && !log.names.isEmpty, "\(log.name)")
            let canonical = log.fields.map(\.canonical)
            #expect(Set(canonical).count == canonical.count, "\(log.name) has a field twice")
            for schema in FieldAliases.Schema.allCases {
                let paths = log.fields.flatMap(\.spellings).filter { $0.schema == schema && $0.isConfirmed }.map(\.path)
                let repeated = Dictionary(grouping: paths) { $0 }.filter { $0.value.count > 1 }.keys
                #expect(repeated.isEmpty, "\(log.name), \(schema): \(repeated.sorted())")
            }
        }
        #expect(aliases.logs.first { $0.name == "AWS.CloudTrail" }.map { $0.fields.count >= 31 } == true)
    }

    @Test("a table of one's own goes first") func own() {
        let text =
            "schemas\tudm\nlog\tAWS.CloudTrail\tudm=MY_TRAIL\nfield\tmy.name\tprincipal.ip\nfield\tmy.new\ta.b | a.c\r\n"
        let read = FieldAliases.read(Source(path: "mine.tsv", text: text), onto: aliases)
        #expect(read.diagnostics.isEmpty)
        #expect(read.aliases.canonical(of: "principal.ip", schema: .udm, in: ["AWS.CloudTrail"]) == "my.name")
        #expect(read.aliases.canonical(of: "a.c", schema: .udm) == "my.new")
        #expect(read.aliases.canonical(of: "EventName", schema: .sentinel) == "eventName")
        #expect(read.aliases.log(named: "MY_TRAIL", schema: .udm) == "AWS.CloudTrail")
    }

    static let mistakes: [(text: String, line: Int, column: Int, message: String)] = [
        ("fields\tx", 1, 1, "unknown kind of row `fields`"),
        ("# note\nfield\tx\ty", 2, 1, "a row that belongs to no log"),
        ("schemas\tudm\tchronicle", 1, 13, "unknown schema `chronicle`"),
        ("log", 1, 1, "a log without a name"),
        ("log\tL\tname", 1, 7, "a name of a log without its schema"),
        ("log\tL\nfield\ta\tb", 2, 9, "more cells than schemas"),
        ("log\tL\nfield\t-", 2, 1, "a field without a name"),
        ("schemas\tudm\nlog\tL\nfield\ta.*\tb", 3, 11, "`b` and `a.*` do not both end in `.*`"),
        ("schemas\tudm\nlog\tL\nfield\ta\t?", 3, 9, "an empty spelling"),
        ("log\tL\nsuccess\traw\tf\tis", 2, 15, "unknown test `is`"),
        ("log\tL\nsuccess\traw", 2, 1, "a test of success that is not whole"),
    ]

    @Test("what is wrong is said with its place", arguments: mistakes)
    func mistake(_ row: (text: String, line: Int, column: Int, message: String)) throws {
        let read = FieldAliases.read(Source(path: "mine.tsv", text: row.text))
        #expect(read.diagnostics.count == 1)
        let diagnostic = try #require(read.diagnostics.first)
        #expect(diagnostic.message == row.message)
        #expect(diagnostic.location == Location(line: row.line, column: row.column))
        #expect(diagnostic.hint != nil)
    }

    @Test("bytes that are no text") func bytes() {
        let read = FieldAliases.read(Source(path: "x", bytes: Array("log\tA\nfield\t".utf8) + [0xFF]))
        #expect(read.diagnostics.map(\.message) == ["a cell that is not UTF-8"])
    }

    @Test("tables have limits") func limits() {
        let rows = String(repeating: "\n", count: FieldAliases.rowsMax - 1)
        #expect(FieldAliases.read(Source(path: "x", text: rows)).diagnostics.isEmpty)
        #expect(FieldAliases.read(Source(path: "x", text: rows + "\n")).diagnostics.count == 1)
        let bytes = String(repeating: "#", count: FieldAliases.fileBytesMax)
        #expect(FieldAliases.read(Source(path: "x", text: bytes)).diagnostics.isEmpty)
        #expect(FieldAliases.read(Source(path: "x", text: bytes + "#")).diagnostics.count == 1)
    }
}
