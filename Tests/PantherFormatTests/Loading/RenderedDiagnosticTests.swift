import Detections
import Diagnostics
import PantherFormat
import TestSupport
import Testing

/// What authors see; the texts are in `Golden`.
@Suite struct RenderedDiagnosticTests {
    static let files: [(name: String, text: String)] = [
        ("broken-yaml", "AnalysisType: rule\nRuleID: A\nDescription: note: this\n"),
        ("unclosed-yaml", "AnalysisType: rule\nTags: [a, b\nSeverity: High\n"),
        ("unknown-key", LoadTests.rule("A", "DedupPeriodMinute: 15")),
        ("wrong-types", LoadTests.rule("A", "Threshold: '5'\nTags: aws\nCreateAlert: 'yes'")),
        ("missing-file", LoadTests.rule("A").replacing("body.py", with: "boddy.py")),
        ("bad-severity", LoadTests.rule("A").replacing("Medium", with: "medium")),
        ("unknown-type", "AnalysisType: rules\n"),
        ("both-bodies", LoadTests.rule("A", "Detection: []")),
        ("missing-keys", "AnalysisType: rule\nRuleID: A\nSeverity: Low\nLogTypes: [x]\n"),
        ("duplicate-tags", LoadTests.rule("A", "Tags:\n  - AWS\n  - aws")),
        ("test-key", LoadTests.rule("A", "Tests:\n  - Name: n\n    ExpectedResults: true\n    Log: {}")),
        ("expression", LoadTests.rule("A", "InlineFilters:\n  - {Key: a, Condition: Exists}")),
        (
            "nested-expression",
            "AnalysisType: rule\nRuleID: A\nEnabled: true\nSeverity: Low\nLogTypes: [x]\nDetection:\n"
                + "  - Any:\n      - {KeyPath: a, Condition: Exists}\n      - All:\n          - {KeyPath: b, Conditon: Exists}\n"
        ),
        ("group-by", LoadTests.rule("A", "GroupBy: 5")),
        ("context", LoadTests.rule("A", "AlertContext: [{KeyName: a}]")),
    ]

    @Test("a diagnostic as it is shown", arguments: files.map(\.name)) func rendered(_ name: String) throws {
        let text = Self.files.first { $0.name == name }?.text ?? ""
        let pack = LoadTests.load(["rules/a.yml": text, "rules/body.py": LoadTests.body], roots: ["rules"])
        let renderer = Renderer(usesColor: false)
        try expectGolden("\(name).txt", pack.diagnostics.map(renderer.render).joined(separator: "\n"))
    }

    @Test("every code has a number of its own") func codes() {
        let codes = Diagnostic.pantherCodes
        #expect(Set(codes.map(\.identifier)).count == codes.count)
        #expect(codes.allSatisfy { $0.identifier.hasPrefix("MG03") && !$0.title.isEmpty && !$0.explanation.isEmpty })
    }
}
