import Conditions
import Detections
import Diagnostics
import SentinelFormat
import TestSupport
import Testing

/// Which files are rules and queries, and what is taken from them beside the query.
@Suite struct LoadTests {
    static func load(_ files: [String: String], _ change: (inout SentinelLoadOptions) -> Void = { _ in })
        -> DetectionPack
    {
        var options = SentinelLoadOptions()
        change(&options)
        return SentinelPack.load(roots: ["."], files: MemoryFiles(files), options: options)
    }

    static let rule = """
        id: 2d4f0f6e-0000-4000-8000-000000000001
        name: Many denied calls
        description: |
          'An account that is denied many calls
          in a short time.'
        severity: Medium
        requiredDataConnectors:
          - connectorId: AWS
            dataTypes:
              - AWSCloudTrail
        queryFrequency: 1h
        queryPeriod: 2h
        triggerOperator: gt
        triggerThreshold: 3
        tactics:
          - DefenseEvasion
          - Discovery
        relevantTechniques:
          - T1087.004
        query: |
          // who asks
          AWSCloudTrail
          | where ErrorCode == "AccessDenied"
          | project TimeGenerated, User = UserIdentityArn, IP = SourceIpAddress
        entityMappings:
          - entityType: Account
            fieldMappings:
              - identifier: FullName
                columnName: User
          - entityType: IP
            fieldMappings:
              - identifier: Address
                columnName: Address
        customDetails:
          Seen: TimeGenerated
        alertDetailsOverride:
          alertDisplayNameFormat: "Denied: {{User}} from {{ IP }}"
        version: 1.0.0
        """

    @Test("an analytics rule") func analyticsRule() throws {
        let pack = Self.load(["rule.yaml": Self.rule])
        let detection = try #require(pack.detections.first)
        #expect(detection.id == "2d4f0f6e-0000-4000-8000-000000000001")
        #expect(detection.vendor == .sentinel)
        #expect(detection.displayName == "Many denied calls")
        #expect(detection.description == "An account that is denied many calls\nin a short time.")
        #expect(detection.severity == .medium)
        #expect(detection.logSources == ["AWS.CloudTrail"])
        #expect(detection.deduplicationPeriodMinutes == 60)
        #expect(detection.threshold == 4)
        #expect(detection.attack.map { $0.tactic ?? $0.technique ?? "" } == ["TA0005", "TA0007", "T1087.004"])
        #expect(detection.vendorFields.map(\.key).contains("queryPeriod"))
        guard case .logic(let logic) = detection.body else {
            Issue.record("another body")
            return
        }
        #expect(
            logic.condition.text == #"count > 3 within 2 h where (ErrorCode (errorCode) eq "AccessDenied")"#
        )
        #expect(
            logic.outputs.map { "\($0.origin) \($0.name)" } == [
                "project TimeGenerated", "project User", "project IP", "entityMappings Account.FullName",
                "customDetails Seen", "alertDisplayNameFormat User", "alertDisplayNameFormat IP",
            ]
        )
        #expect(logic.outputs[3].reads.map(\.canonicalName) == ["userIdentity.arn"])
        // The line in the file, not in the query.
        #expect(logic.condition.leaves.first?.place?.line == 23)
        #expect(pack.diagnostics.map(\.message) == ["the query gives no column `Address`"])
        #expect(pack.diagnostics.first?.location?.line == 33)
    }

    struct Row: CustomTestStringConvertible {
        var text: String
        var messages: [String]
        init(_ text: String, _ messages: [String]) {
            self.text = text
            self.messages = messages
        }
        var testDescription: String { text }
    }

    static let mistakes: [Row] = [
        Row("severity: Grave\nquery: T | where A == 1", ["`severity` cannot be `Grave`"]),
        Row("tactics: [Discovry]\nquery: T | where A == 1", ["`tactics` cannot be `Discovry`"]),
        Row("tactics: [InhibitResponseFunction]\nquery: T | where A == 1", []),
        Row("relevantTechniques: [T1, T1078]\nquery: T | where A == 1", ["`relevantTechniques` cannot be `T1`"]),
        Row("severity: Low\nquery: \"\"", ["there is no query"]),
        Row("severity: Low\nquery: 'T | wher A'", ["KQL has no operator `wher`"]),
        Row("severity: Low\nquery: 'T | take 1; U | take 1'", ["the rule holds several queries"]),
    ]

    @Test("what is wrong with a rule is said, and the rest is used", arguments: mistakes)
    func mistake(_ row: Row) {
        let pack = Self.load(["r.yml": "name: x\n" + row.text])
        #expect(pack.diagnostics.map(\.message) == row.messages)
        #expect(pack.detections.count == (row.messages == ["there is no query"] ? 0 : 1))
    }

    static let strangers: [(name: String, text: String)] = [
        ("panther.yml", "AnalysisType: rule\nname: x\nseverity: Low\nquery: T | where A == 1"),
        ("other.yml", "name: x\nquery: select 1"),
        ("broken.yml", "query: [\nname: x"),
        ("list.yml", "- query: T"),
        ("readme.md", "# Use\n```sh\ncat x | where\n```\n```\nls | sort by\n```\n"),
        ("table.md", "| a | where b |\n|---|---|\n"),
        ("note.txt", "T | where A == 1"),
    ]

    @Test("other people's files are left alone", arguments: strangers)
    func stranger(_ file: (name: String, text: String)) {
        let pack = Self.load([file.name: file.text])
        #expect(pack.detections.isEmpty)
        #expect(pack.diagnostics.isEmpty)
    }

    @Test("a page of queries") func page() throws {
        let page = """
            # Odd processes

            ## Query Information

            | Technique ID | Title |
            | --- | --- |
            | T1059.001 | PowerShell |

            #### Description
            Finds odd processes
            on servers.

            #### References
            - https://attack.mitre.org/techniques/T1105/
            - https://example.com/odd

            ## Defender XDR
            ```KQL
            DeviceProcessEvents
            | where FileName =~ "odd.exe"
            ```
            ## Sentinel
            ~~~c#
            SecurityEvent
            | where Process =~ "odd.exe"
            ~~~
            ```powershell
            Get-Process | where Name -eq odd
            ```
            """
        let pack = Self.load(["hunts/odd.md": page])
        #expect(pack.detections.map(\.id) == ["hunts/odd#1", "hunts/odd#2"])
        #expect(pack.detections.map(\.name) == ["Odd processes (Defender XDR)", "Odd processes (Sentinel)"])
        let first = try #require(pack.detections.first)
        #expect(first.description == "Finds odd processes\non servers.")
        #expect(first.reference == "https://example.com/odd")
        #expect(first.attack.map(\.technique) == ["T1059.001", "T1105"])
        #expect(first.severity == .info)
        #expect(!first.createsAlert)
        #expect(first.logSources == ["DeviceProcessEvents"] || !first.logSources.isEmpty)
        guard case .logic(let logic) = first.body else {
            Issue.record("another body")
            return
        }
        #expect(logic.condition.leaves.first?.place?.line == 20)
    }

    /// Pages under the first lines of the queries that are read from them.
    static let fences: [(page: String, starts: [String])] = [
        ("```kql\nT\n| take 1\n```kql\n", ["T"]),
        ("```kql\nT\n| take 1\n```Kusto\nprose\n```kql\nU\n| take 2\n```\n", ["T", "U"]),
        ("```kql\nT\n| take 1\n```kql\n\n```kql\nU\n| take 2\n```", ["T", "U"]),
        ("```kql\nT\n| take 1\n```kql\nU\n| take 2\n```\nprose\n```kql\nV\n| take 3\n```", ["T", "U", "V"]),
        ("```kql\nT\n| take 1\n```kql\nprose\n```\nU\n| take 2\n```\n", ["T", "U"]),
        // Shorter fences, other marks and other languages are lines of the block.
        ("````md\n```kql\nT\n| take 1\n```\n````\n", []),
        ("```kql\nT\n| take 1\n", ["T"]),
    ]

    @Test("fences that end with a label, or are forgotten", arguments: fences)
    func fence(_ row: (page: String, starts: [String])) {
        let pack = Self.load(["p.md": row.page])
        #expect(pack.diagnostics.isEmpty)
        #expect(pack.detections.flatMap(\.logSources) == row.starts)
    }

    @Test("a table of tactics marks those that are covered") func tactics() {
        let page = """
            # Odd
            ```
            T
            | where A == 1
            ```
            | Technique, tactic, or state | Covered? (v=yes) | Notes |
            |---|---|---|
            | Initial access |  |  |
            | Defense evasion | v |  |
            """
        let pack = Self.load(["odd.md": page])
        #expect(pack.detections.first?.attack.map(\.tactic) == ["TA0005"])
    }

    @Test("files of queries, several in one") func queries() {
        let pack = Self.load([
            "a.kql": "// Finds odd things\n// https://example.com/x T1105\n\nT | where A == 1",
            "b.kql": "let x = 1;\nT | where A == x\n\nSome prose.\n\nU\n| where B == x\n",
            "c.kql": "nothing but prose",
        ])
        #expect(pack.detections.map(\.id) == ["a", "b#1", "b#2"])
        #expect(pack.detections.first?.description == "Finds odd things")
        #expect(pack.detections.first?.attack.map(\.technique) == ["T1105"])
        #expect(pack.invalid.map(\.path) == ["./c.kql"] || pack.invalid.map(\.path) == ["c.kql"])
    }

    @Test("an identifier is used once") func conflict() {
        let pack = Self.load(["a.yaml": Self.rule, "b.yaml": Self.rule])
        #expect(pack.detections.count == 1)
        #expect(pack.invalid.count == 1)
    }

    @Test("limits, from both sides") func limits() {
        #expect(FileSelection().filesMax == SentinelLoadOptions().selection.filesMax)
        #expect(FileSelection().folderDepthMax == SentinelLoadOptions().selection.folderDepthMax)
        let files = ["a.kql": "T | take 1", "b.kql": "T | take 1"]
        #expect(Self.load(files) { $0.selection.filesMax = 2 }.diagnostics.isEmpty)
        #expect(Self.load(files) { $0.selection.filesMax = 1 }.detections.count == 1)
        #expect(Self.load(files) { $0.selection.filesMax = 1 }.diagnostics.count == 1)
        #expect(Self.load(files) { $0.selection.ignoredFiles = ["a.kql"] }.detections.map(\.id) == ["b"])
        let page = ["p.md": "```kql\nT | take 1\n```\n```kql\nT | take 2\n```\n"]
        #expect(Self.load(page) { $0.blocksMax = 2 }.detections.count == 2)
        #expect(Self.load(page) { $0.blocksMax = 1 }.detections.count == 1)
        let bytes = "T | take 1".utf8.count
        #expect(SentinelLoadOptions().fileBytesMax > bytes)
        #expect(Self.load(files) { $0.fileBytesMax = bytes }.detections.count == 2)
        let long = Self.load(files) { $0.fileBytesMax = bytes - 1 }
        #expect(long.detections.isEmpty && !long.diagnostics.isEmpty)
        let deep = ["a/b/c.kql": "T | take 1"]
        #expect(Self.load(deep) { $0.selection.folderDepthMax = 2 }.detections.count == 1)
        #expect(Self.load(deep) { $0.selection.folderDepthMax = 1 }.detections.isEmpty)
    }
}
