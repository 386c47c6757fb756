import Catalog
import Conditions
import Detections
import Testing

/// What logs are called, and which of their fields names what was done.
@Suite struct LogFamiliesTests {
    static let names: [(name: String, vendor: Vendor, family: String)] = [
        ("AWS.CloudTrail", .panther, "AWS.CloudTrail"), ("AWSCloudTrail", .sentinel, "AWS.CloudTrail"),
        ("AWS_CLOUDTRAIL", .chronicle, "AWS.CloudTrail"), ("aws/cloudtrail", .sigma, "AWS.CloudTrail"),
        ("windows/process_creation", .sigma, "Windows.Process"),
        ("DeviceProcessEvents", .sentinel, "Windows.Process"),
        ("Gsuite.Reports", .panther, "GSuite.ActivityEvent"), ("Some.Log", .panther, "Some.Log"),
    ]

    @Test("one log under the names that vendors give it", arguments: names)
    func name(_ row: (name: String, vendor: Vendor, family: String)) {
        #expect(LogFamilies.standard.family(of: row.name, vendor: row.vendor) == row.family)
    }

    @Test("the first kinds of log of a rule are counted", arguments: [0, 1])
    func limit(excess: Int) {
        let limit = LogFamilies.familiesMax
        let logs = (0..<limit + excess).flatMap { ["Log.\($0)", "Log.\($0)"] }
        let families = LogFamilies.standard.families(of: OneRule(.constant(true), logSources: logs).detection)
        #expect(families == (0..<limit).map { "Log.\($0)" })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var condition: Condition
        var logSource: String
        var actions: [String]
        var testDescription: String { condition.text }
    }

    static let cases: [Case] = [
        Case(
            condition: .test("eventName", .isIn, ["B", "A"]),
            logSource: "AWS.CloudTrail",
            actions: ["A eq of 2", "B eq of 2"]
        ),
        // The same name elsewhere is no operation.
        Case(condition: .test("eventName", ["A"]), logSource: "Some.Log", actions: []),
        // What must not be is no action, wherever the negation stands.
        Case(condition: .excludes("eventName", ["A"]), logSource: "AWS.CloudTrail", actions: []),
        Case(condition: .not(.test("eventName", ["A"])), logSource: "AWS.CloudTrail", actions: []),
        Case(condition: .test("eventName", .startsWith, ["Get"]), logSource: "AWS.CloudTrail", actions: ["Get* like"]),
        Case(condition: .test("eventName", .glob, ["*"]), logSource: "AWS.CloudTrail", actions: []),
        // The more specific first.
        Case(
            condition: .any([.test("eventName", .startsWith, ["Get"]), .test("eventName", ["A"])]),
            logSource: "AWS.CloudTrail",
            actions: ["A eq of 1", "Get* like"]
        ),
        // Of a program's path its name counts.
        Case(
            condition: .test("Image", .endsWith, [#"\powershell.exe"#]),
            logSource: "windows/process_creation",
            actions: ["powershell.exe eq of 1"]
        ),
    ]

    @Test("the operations that a condition asks for", arguments: cases)
    func actions(_ row: Case) {
        let record = OneRule(row.condition, logSources: [row.logSource]).record()
        let found = record.actions.map { mention in
            mention.match == .equals
                ? "\(mention.action.name) eq of \(mention.alternatives)" : "\(mention.action.name) like"
        }
        #expect(found == row.actions)
    }

    @Test("the table: every family has a name of its own")
    func table() {
        let names = LogFamilies.standard.rows.map(\.name)
        #expect(names.count > 40)
        #expect(Set(names).count == names.count)
    }
}
