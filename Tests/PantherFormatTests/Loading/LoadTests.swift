import Detections
import Diagnostics
import Documents
import TestSupport
import Testing

@testable import PantherFormat

@Suite struct LoadTests {
    static func rule(_ id: String, _ extra: String = "") -> String {
        """
        AnalysisType: rule
        RuleID: \(id)
        Filename: body.py
        Enabled: true
        Severity: Medium
        LogTypes: [X.Y]
        \(extra)

        """
    }

    static func load(
        _ texts: [String: String],
        roots: [String] = ["."],
        _ change: (inout LoadOptions) -> Void = { _ in }
    ) -> LoadedPack {
        var options = LoadOptions()
        change(&options)
        return PantherPack.load(roots: roots, files: MemoryFiles(texts), options: options)
    }

    @Test("faults of one file: as many as the limit are told, and no more", arguments: [-1, 0, 1])
    func faults(past: Int) {
        let keys = (0..<ItemValidator.diagnosticsMax + past).map { "Unknown\($0): 1" }.joined(separator: "\n")
        let pack = Self.load(["body.py": Self.body, "a.yml": Self.rule("A", keys)])
        #expect(pack.invalid.count == 1)
        #expect(pack.diagnostics.count == ItemValidator.diagnosticsMax + min(past, 0))
    }

    @Test("rows of a lookup table: a file as long as the limit, and one byte longer", arguments: [0, 1])
    func rows(past: Int) throws {
        let rows = "ip,name\n1.2.3.4,a\n"
        let pack = Self.load([
            "rows.csv": rows + String(repeating: "\n", count: past),
            "t.yml": """
            AnalysisType: lookup_table
            LookupName: t
            Enabled: true
            Filename: rows.csv
            Schema: Custom.T
            LogTypeMap:
              PrimaryKey: ip
              AssociatedLogTypes: [{LogType: X.Y, Selectors: [ip]}]

            """,
        ]) { $0.lookupBytesMax = rows.utf8.count }
        #expect(pack.diagnostics.map(\.code.identifier) == (past == 0 ? [] : ["MG0348"]))
        #expect(try #require(pack.lookupTables.first).rows == nil || past == 0)
        #expect(LoadOptions().lookupBytesMax > LoadOptions().moduleBytesMax)
    }

    static let body = "def rule(event):\n    return True\n"

    @Test("every key reaches the model") func lowering() throws {
        let pack = Self.load([
            "rules/body.py": Self.body,
            "rules/a.yml": """
            AnalysisType: scheduled_rule
            RuleID: A
            Filename: body.py
            Enabled: false
            Severity: Critical
            ScheduledQueries: [q]
            DisplayName: Name
            Description: d
            Reference: r
            Runbook: b
            Status: Experimental
            DedupPeriodMinutes: 15
            Threshold: 3
            SummaryAttributes: [p_any_usernames]
            CreateAlert: false
            OutputIds: [x]
            Tags: [t]
            Reports: {MITRE ATT&CK: ['TA0001:T1078', odd], CIS: [1.2]}
            InlineFilters: [{All: []}]
            CreatedBy: me
            BaseVersion: 2
            Tests:
              - Name: n
                ExpectedResult: true
                Log: {big: 123456789012345678901, day: 2024-01-01}
                ExpectedDestinations: []
                Mocks:
                  - {objectName: f, returnValue: 'false'}
                  - {objectName: g, returnValue: false}
            """,
        ])
        #expect(pack.invalid.map(\.patMessage) == [])
        let rule = try #require(pack.detection("A"))
        #expect(rule.kind == .scheduledRule && !rule.isEnabled && rule.severity == .critical && rule.queries == ["q"])
        #expect(rule.name == "Name" && rule.description == "d" && rule.reference == "r" && rule.runbook == "b")
        #expect(rule.status == "Experimental" && rule.deduplicationPeriodMinutes == 15 && rule.threshold == 3)
        #expect(rule.summaryAttributes == ["p_any_usernames"] && !rule.createsAlert && rule.destinations == ["x"])
        #expect(rule.reports.map(\.framework) == ["MITRE ATT&CK", "CIS"] && rule.reports[1].items == ["1.2"])
        #expect(rule.attack == [AttackReference(tactic: "TA0001", technique: "T1078")])
        #expect(rule.vendorFields.map(\.key) == ["CreatedBy", "BaseVersion"])
        #expect(rule.filters != nil)
        guard case .python("./rules/body.py", let source) = rule.body else {
            Issue.record("no body")
            return
        }
        #expect(String(decoding: source.bytes, as: UTF8.self) == Self.body)
        let test = try #require(rule.tests.first)
        #expect(test.name == "n" && test.expectedResult && test.expectedDestinations == [])
        #expect(test.mocks.map(\.returnValue) == [.string("false"), .bool(false)])
        let json = String(decoding: try test.inputNode.json(.python), as: UTF8.self)
        #expect(json == #"{"big": 123456789012345678901, "day": "2024-01-01"}"#)
    }

    @Test("which files are read, and in which order") func discovery() {
        let texts = [
            "rules/body.py": Self.body, "rules/b.yml": Self.rule("B"), "rules/a.yaml": Self.rule("A"),
            "rules/.hidden.yml": Self.rule("H"), "rules/.git/x.yml": Self.rule("G"), "rules/x.json": "{}",
            "rules/__pycache__/x.yml": Self.rule("P"), "rules/sub/c.yml": Self.rule("C"),
            "rules/sub/body.py": Self.body,
            "templates/t.yml": Self.rule("T"), "root.yml": Self.rule("R"), "body.py": Self.body,
            "dependabot.yml": Self.rule("D"), "simple_rules/s.yml": Self.rule("S"), "simple_rules/body.py": Self.body,
        ]
        #expect(Self.load(texts).detections.map(\.id) == ["R", "A", "B", "C", "S"])
        #expect(Self.load(texts, roots: ["rules"]).detections.map(\.id) == ["A", "B", "C"])
        #expect(
            Self.load(texts, roots: ["rules", "rules/sub", "."]).detections.map(\.id) == ["A", "B", "C", "R", "S"]
        )
        #expect(Self.load(texts, roots: ["rules/sub/c.yml"]).detections.map(\.id) == ["C"])
        #expect(
            Self.load(texts) { $0.selection.ignoredFiles = ["./rules/b.yml"] }.detections.map(\.id) == [
                "R", "A", "C", "S",
            ]
        )
        #expect(Self.load(texts) { $0.selection.filesMax = 2 }.detections.map(\.id) == ["R", "A"])
        #expect(Self.load(texts, roots: ["nowhere"]).diagnostics.map(\.code.identifier) == ["MG0316"])
    }

    @Test("helpers and data models around the root and the working folder are found") func surroundings() {
        let helper = "AnalysisType: global\nGlobalID: h\nFilename: body.py\n"
        for folder in ["rules/aws/global_helpers", "rules/global_helpers", "global_helpers", "../global_helpers"] {
            let texts = ["\(folder)/h.yml": helper, "\(folder)/body.py": "x = 1", "rules/aws/n.txt": ""]
            #expect(Self.load(texts, roots: ["rules/aws"]).helpers.map(\.id) == ["h"], "\(folder)")
        }
    }

    @Test("identifiers are one set for all kinds; a rule refused late keeps its own") func conflicts() {
        let pack = Self.load([
            "rules/body.py": Self.body,
            "rules/a.yml": Self.rule("A", "GroupBy: 5"),
            "rules/b.yml": Self.rule("A"),
            "rules/c.yml": "AnalysisType: saved_query\nQueryName: Q\nQuery: select 1\n",
            "rules/d.yml": Self.rule("Q"),
            "rules/e.yml": Self.rule("E", "Tags: [a, a]"),
            "rules/f.yml": Self.rule("E"),
        ])
        #expect(
            pack.invalid.map(\.patMessage) == [
                "$.GroupBy: 5 is not of type 'array'", "Conflicting AnalysisID: [A]", "Conflicting AnalysisID: [Q]",
                "Specification file for [E] contains fields         with duplicate values: [LowerTags, Tags]",
            ]
        )
        #expect(pack.detections.map(\.id) == ["E"])
    }

    @Test("what is no base is said to be none, and why") func bases() {
        let derived = { (id: String, base: String) in "AnalysisType: rule\nRuleID: \(id)\nBaseDetection: \(base)\n" }
        let simple = "AnalysisType: rule\nRuleID: Simple\nEnabled: true\nSeverity: Low\nLogTypes: [x]\nDetection: []\n"
        let pack = Self.load([
            "rules/body.py": Self.body, "rules/python.yml": Self.rule("Python", "AlertTitle: base"),
            "rules/simple.yml": simple,
            "rules/policy.yml":
                "AnalysisType: policy\nPolicyID: Policy\nEnabled: true\nSeverity: Low\nFilename: body.py\n",
            "rules/broken.yml": Self.rule("Broken").replacing("body.py", with: "none.py"),
            "rules/a.yml": derived("A", "Python"), "rules/b.yml": derived("B", "Simple"),
            "rules/c.yml": derived("C", "Policy"), "rules/d.yml": derived("D", "Broken"),
            "rules/e.yml": derived("E", "Pyton"), "rules/f.yml": derived("F", "A"),
        ])
        // A base whose Python cannot be read takes those that derive from it with it: none of them can be loaded.
        #expect(pack.detections.map(\.id) == ["A", "B", "Broken", "D", "Policy", "Python", "Simple"])
        #expect(pack.detections.filter { $0.bodyFault != nil }.map(\.id) == ["Broken", "D"])
        #expect(pack.withoutBase.map(\.id) == ["C", "E"])
        #expect(pack.detection("A")?.alertTemplate.title == nil)
        if case .conditions = pack.detection("B")?.body {} else { Issue.record("no conditions") }
        let messages = pack.diagnostics.filter { $0.code == .unknownBase }.map(\.message)
        #expect(
            messages == [
                "`C` does not run: its base `Policy` is a policy",
                "`E` does not run: its base `Pyton` does not exist",
            ]
        )
        #expect(pack.invalid.map(\.id) == ["F"])
    }

    @Test("short periods are warned about", arguments: [(0, 1), (1, 1), (4, 1), (5, 0), (-1, 1)])
    func periods(_ minutes: Int, _ warnings: Int) {
        let pack = Self.load([
            "rules/body.py": Self.body, "rules/a.yml": Self.rule("A", "DedupPeriodMinutes: \(minutes)"),
        ])
        #expect(pack.diagnostics.map(\.code.identifier) == Array(repeating: "MG0312", count: warnings))
        #expect(pack.detections.count == 1)
    }

    @Test("derived rules take what they do not set themselves") func derived() throws {
        let derived = { (id: String, base: String) in "AnalysisType: rule\nRuleID: \(id)\nBaseDetection: \(base)\n" }
        let pack = Self.load([
            "rules/a/body.py": Self.body,
            "rules/a/base.yml": Self.rule(
                "Base",
                "Tags: [a, b]\nThreshold: 7\nTests: [{Name: n, ExpectedResult: true, Log: {}}]"
            ),
            "rules/b/d.yml": derived("D", "Base") + "Severity: High\nTags: [c]\nTests: []\n",
            "rules/b/e.yml": derived("E", "Base"),
            "rules/b/f.yml": derived("F", "Bass"),
            "rules/b/g.yml": derived("G", "D"),
        ])
        let first = try #require(pack.detection("D"))
        #expect(first.severity == .high && first.tags == ["c"] && first.threshold == 7 && first.tests.isEmpty)
        #expect(first.base == "Base" && first.logSources == ["X.Y"] && first.isEnabled)
        #expect(pack.detection("E")?.tests.count == 1)
        #expect(pack.detections.map(\.id) == ["Base", "D", "E"])
        #expect(pack.invalid.map(\.id) == ["G"])
        let warning = try #require(pack.diagnostics.first { $0.severity == .warning })
        #expect(warning.hint == "did you mean `Base`?")
    }

    @Test("files that items name") func modules() {
        var files = MemoryFiles([
            "rules/a.yml": Self.rule("A"), "rules/b/b.yml": Self.rule("B"), "rules/c/c.yml": Self.rule("C"),
            "rules/c/body.py": "\u{FEFF}x = 1", "rules/d/d.yml": Self.rule("D"),
            "rules/e/e.yml": Self.rule("E"), "rules/e/body.py": "x = 'é' ",
        ])
        files.contents["/home/pack/rules/b/body.py"] = [0xFF]
        files.contents["/home/pack/rules/d/body.py"] = Array("x = 'é'".utf8)
        var options = LoadOptions()
        options.moduleBytesMax = 8
        let pack = PantherPack.load(roots: ["rules"], files: files, options: options)
        // They are detections that cannot be loaded, each at its place.
        #expect(pack.invalid.isEmpty)
        #expect(pack.detections.map(\.id) == ["A", "B", "C", "D", "E"])
        #expect(pack.detections.filter { $0.bodyFault != nil }.map(\.id) == ["A", "B", "E"])
        #expect(pack.detections.first?.bodyFault?.vendorMessage == "rules/body.py")
        #expect(pack.detections[1].bodyFault?.diagnostic.code.identifier == "MG0317")
    }

    @Test("one enabled data model for a log; packs name what exists; filters leave helpers alone") func others() throws
    {
        let model = { (id: String, enabled: Bool, path: String) in
            "AnalysisType: datamodel\nDataModelID: \(id)\nEnabled: \(enabled)\nLogTypes: [X, Y]\nMappings: [{Name: ip, Path: '\(path)'}]\n"
        }
        let texts = [
            "data_models/a.yml": model("A", true, "a.b"), "data_models/b.yml": model("B", false, "a.b"),
            "data_models/c.yml": model("C", true, "a.b"), "data_models/d.yml": model("D", true, ""),
            "packs/p.yml": "AnalysisType: pack\nPackID: P\nPackDefinition: {IDs: [A, Nope, R]}\n",
            "rules/r.yml": Self.rule("R"), "rules/body.py": Self.body,
        ]
        let pack = Self.load(texts)
        #expect(
            pack.invalid.map(\.patMessage) == [
                "Conflicting Enabled LogType [X] in Data Model [C]",
                "Conflicting Enabled LogType [Y] in Data Model [C]",
                "DataModel [D] is missing a field or method for [ip]",
                "pack (P) definition includes item(s) that do not exist (Nope)",
            ]
        )
        #expect(pack.dataModels.map(\.logTypes) == [["X", "Y"], ["X", "Y"], []])
        let filters = try DetectionFilter.parse(["AnalysisType=pack"])
        let filtered = Self.load(texts) { $0.filters = filters }
        #expect(filtered.detections.isEmpty && filtered.dataModels.count == 3)
        #expect(filtered.invalid.last?.patMessage.hasSuffix("(Nope, R)") == true)
        #expect(filtered.invalid.last?.diagnostics.last?.hint == "it is there, but the filters leave it out")
    }

    @Test("a data model without its file") func modelWithoutFile() {
        let text =
            "AnalysisType: datamodel\nDataModelID: M\nEnabled: true\nLogTypes: [x]\nFilename: no.py\n"
            + "Mappings: [{Name: a, Method: b}]\n"
        let pack = Self.load(["data_models/m.yml": text])
        let message = "[Errno 2] No such file or directory: '/home/pack/./data_models/no.py'"
        #expect(pack.invalid.map(\.patMessage) == [message])
    }

    @Test("nothing found is nothing wrong") func nothing() {
        let pack = Self.load(["rules/x.txt": ""])
        #expect(pack.invalid.isEmpty && pack.diagnostics.isEmpty && pack.filesRead == 0)
    }
}
