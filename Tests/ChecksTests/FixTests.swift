import Diagnostics
import TestSupport
import Testing

/// What `--fix` makes of a file, each row before and after.
@Suite struct FixTests {
    static let rows: [(name: String, before: String, after: String)] = [
        ("a value in another case", "Severity: high", "Severity: High"),
        ("quoted", "Severity: 'high'", "Severity: 'High'"),
        ("a key in another case", "Severity: High\nthreshold: 5", "Severity: High\nThreshold: 5"),
        ("a quoted number", "Severity: High\nThreshold: '5'", "Severity: High\nThreshold: 5"),
        (
            "a revoked technique", "Severity: High\nReports: {MITRE ATT&CK: [TA0003:T1060]}",
            "Severity: High\nReports: {MITRE ATT&CK: [TA0003:T1547.001]}"
        ),
        (
            "with its tactic", "Severity: High\nReports: {MITRE ATT&CK: ['TA0005:T1562.008']}",
            "Severity: High\nReports: {MITRE ATT&CK: ['TA0112:T1685.002']}"
        ),
        ("a comment that ignores nothing", "Severity: High  # margay: ignore[MG0713]", "Severity: High"),
        ("a guess is no fix", "Severity: Hihg", "Severity: Hihg"),
    ]

    @Test("fixes", arguments: rows)
    func fix(_ row: (name: String, before: String, after: String)) throws {
        func text(_ lines: String) -> String { ChecksTests.yaml().replacing("Severity: High", with: lines) }
        let files = ["rules/a.yml": text(row.before), "rules/a.py": "def rule(event):\n    return event == 1\n"]
        let found = ChecksTests.diagnostics(files).filter { $0.file?.hasSuffix("a.yml") == true }
        let source = try #require(found.first?.source)
        let fixed = source.applying(found.compactMap(\.fix))
        #expect(String(decoding: fixed.bytes, as: UTF8.self) == text(row.after))
    }

    @Test("of fixes that overlap the first is made") func overlap() {
        let source = Source(path: "a", text: "abcdef")
        let fixes = [
            Fix(replacing: Span(1, 3), with: "X"), Fix(replacing: Span(2, 4), with: "Y"),
            Fix(replacing: Span(4, 4), with: "Z"),
        ]
        let result = source.applying(fixes)
        #expect(String(decoding: result.bytes, as: UTF8.self) == "aXdZef")
        #expect(result.made.count == 2)
    }
}
