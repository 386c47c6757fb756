import Detections
import Diagnostics
import Documents
import Testing

/// What a rule says about itself.
@Suite struct MetadataTests {
    private func detection(_ meta: String, events: String = "$e.a = 1", outcome: String = "") throws -> Detection {
        try #require(RuleText(meta: meta, events: events, outcome: outcome).loaded.detection)
    }

    @Test("meta becomes what all vendors' detections have") func neutralFields() throws {
        let rule = try detection(
            """
            author = "A. Person"
                rule_name = "A Rule"
                description = "Says what."
                severity = "High"
                reference = "https://a.example/1, https://a.example/2"
                tags = "one, two;three"
                false_positives = "Backups"
                version = 3
            """
        )
        #expect(rule.id == "a_rule")
        #expect(rule.vendor == .chronicle)
        #expect(rule.displayName == "A Rule")
        #expect(rule.description == "Says what.")
        #expect(rule.severity == .high)
        #expect(rule.reference == "https://a.example/1")
        #expect(rule.tags == ["one", "two", "three"])
        let fields = rule.vendorFields.map {
            ($0.key, $0.value.string ?? $0.value.strings?.joined(separator: " ") ?? "")
        }
        #expect(fields.map(\.0) == ["author", "false_positives", "version", "references"])
        #expect(fields.map(\.1) == ["A. Person", "Backups", "3", "https://a.example/1 https://a.example/2"])
    }

    static let severities: [(String, Severity?)] = [
        ("Info", .info), ("informational", .info), ("LOW", .low), ("Medium", .medium), ("high", .high),
        ("Critical", .critical), ("urgent", nil),
    ]

    @Test("severities in any case", arguments: severities)
    func severity(_ test: (String, Severity?)) throws {
        let (rule, diagnostics) = RuleText(meta: "severity = \"\(test.0)\"", events: "$e.a = 1").loaded
        #expect(rule?.severity == test.1)
        #expect(diagnostics.map(\.code.identifier) == (test.1 == nil ? ["MG0926"] : []))
    }

    static let attack: [(String, String, [String])] = [
        (#"tactic = "TA0006""#, "", ["TA0006"]),
        (#"technique = "T1003.001""#, "", ["T1003.001"]),
        ("tactic = \"TA0006\"\n    technique = \"T1003.001\"", "", ["TA0006:T1003.001"]),
        (#"mitre_attack_tactic = "Credential Access""#, "", ["TA0006"]),
        (
            "mitre_attack_tactic = \"Credential Access\"\n    mitre_attack_technique = \"Brute Force: Credential Stuffing\"",
            "",
            ["TA0006:T1110.004"]
        ),
        (#"mitre_attack_technique = "Brute Force""#, "", ["T1110"]),
        (#"mitre_attack_url = "https://attack.mitre.org/techniques/T1110/004/""#, "", ["T1110.004"]),
        (#"mitre_attack_url = "https://attack.mitre.org/versions/v14/techniques/T1110/""#, "", ["T1110"]),
        ("", #"$mitre_attack_technique_id = "T1110.004""#, ["T1110.004"]),
        // The tactic of a technique goes with it, others stay alone.
        (
            "mitre_attack_tactic = \"Credential Access, Impact\"\n    technique = \"T1110\"",
            "",
            ["TA0006:T1110", "TA0040"]
        ),
        (#"mitre = "t1033, discovery, g0016, Web_Shell""#, "", ["TA0007:T1033", "T1505.003"]),
        // A name of earlier releases.
        (#"mitre_attack_tactic = "Defense Evasion""#, "", ["TA0005"]),
    ]

    @Test("tactics and techniques by identifier, in words, by link", arguments: attack)
    func attackEntries(_ test: (String, String, [String])) throws {
        let (rule, diagnostics) = RuleText(meta: test.0, events: "$e.a = 1", outcome: test.1).loaded
        let references = try #require(rule).attack.map {
            [$0.tactic, $0.technique].compactMap(\.self).joined(separator: ":")
        }
        #expect(references == test.2)
        #expect(rule?.reports.first?.items == test.2)
        #expect(diagnostics.map(\.message) == [])
    }

    @Test("a name that ATT&CK does not have is reported, with one that is like it") func unknownAttackName() throws {
        let diagnostics = RuleText(meta: #"mitre_attack_tactic = "Credential Acces""#, events: "$e.a = 1").loaded
            .diagnostics
        #expect(diagnostics.map(\.code.identifier) == ["MG0927"])
        #expect(diagnostics.first?.hint == "did you mean `Credential Access`?")
        #expect(diagnostics.first?.severity == .warning)
    }

    static let logs: [(String, String, [String])] = [
        (#"$e.metadata.product_name = "AWS CloudTrail""#, "", ["AWS.CloudTrail"]),
        (#"$e.metadata.log_type = "OKTA""#, "", ["Okta.SystemLog"]),
        (#"$e.metadata.log_type = "UNHEARD_OF""#, "", ["UNHEARD_OF"]),
        (#"$e.metadata.event_type = "PROCESS_LAUNCH""#, "", ["Windows.ProcessCreation"]),
        ("$e.metadata.event_type = \"PROCESS_LAUNCH\"\n$e.metadata.log_type = \"CS_EDR\"", "", ["CS_EDR"]),
        (#"not $e.metadata.log_type = "OKTA""#, "", []),
        (
            "$e.metadata.log_type = \"OKTA\" or $e.metadata.log_type = \"GITHUB\"", "",
            ["Okta.SystemLog", "GitHub.Audit"]
        ),
        ("$e.a = 1", #"data_source = "Sysmon, Windows""#, ["Sysmon", "Windows"]),
    ]

    @Test("the logs that a rule reads", arguments: logs)
    func logSources(_ test: (String, String, [String])) throws {
        #expect(try detection(test.1, events: test.0).logSources == test.2)
    }

    @Test("the window is how long matches belong together") func window() throws {
        let rule = RuleText(events: "$e.u = $u", match: "$u over 2h")
        #expect(try #require(rule.loaded.detection).deduplicationPeriodMinutes == 120)
    }

    static let licenses: [(String, String?)] = [
        ("// SPDX-License-Identifier: Apache-2.0\n", "SPDX-License-Identifier: Apache-2.0"),
        (
            "/*\n * Copyright\n * Licensed under the Apache License, Version 2.0 (the \"License\");\n */\n",
            "Licensed under the Apache License, Version 2.0 (the \"License\");"
        ),
        ("// a remark\n", nil),
    ]

    @Test("the licence line of a comment", arguments: licenses)
    func license(_ test: (String, String?)) throws {
        let rule = try #require(RuleText.load(test.0 + RuleText(events: "$e.a = 1").text).detection)
        #expect(rule.vendorFields.first { $0.key == "license" }?.value.string == test.1)
    }
}
