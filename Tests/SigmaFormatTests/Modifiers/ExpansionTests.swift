import Detections
import Diagnostics
import Testing

@testable import SigmaFormat

/// What modifiers, placeholders and mappings of fields make of values is counted before it is made.
@Suite("Sigma expansions") struct ExpansionTests {
    /// A rule of such lines in a search that no condition asks for, so that no other limit tells.
    private static func told(_ lines: [String], _ pipelines: [Pipeline] = []) -> [String] {
        let rows = lines.map { "    " + $0 }.joined(separator: "\n")
        let file = SigmaSample.file("s: {other: 1}\nt:\n\(rows)\ncondition: s")
        return SigmaSample.load(["a.yml": file], pipelines: pipelines).diagnostics.map(\.message)
            .filter { $0.contains("become more") || $0.contains("make") }
    }

    private static func refusal(_ line: String) -> [String] {
        let limits = "\(LoweringContext.textsMax) texts or \(LoweringContext.bytesMax) bytes"
        return ["`\(line)`: the values of the rule become more than \(limits)"]
    }

    @Test("texts of a rule, at the limit and past it", arguments: [0, 1]) func texts(past: Int) {
        // Each is of five to the fourth.
        let count = LoweringContext.textsMax / 625
        #expect(count * 625 == LoweringContext.textsMax)
        let lines = (0..<count + past).map { "f\($0)|windash: '-a -b -c -d'" }
        #expect(Self.told(lines) == (past == 0 ? [] : Self.refusal("f\(count)|windash")))
    }

    @Test("bytes of a rule, at the limit and past it", arguments: [0, 1]) func bytes(past: Int) {
        // 125 texts, in which three signs take 825 bytes together; their letters and the blanks before take six.
        let filling = (LoweringContext.bytesMax - 825) / 125 - 6
        let line = "f|windash: '\(String(repeating: "x", count: filling + past)) -a -b -c'"
        #expect(Self.told([line]) == (past == 0 ? [] : Self.refusal("f|windash")))
    }

    @Test("fields that a pipeline makes of one, at the limit and past it", arguments: [0, 1]) func fields(past: Int)
        throws
    {
        // The texts once made, and once more for each further field.
        let count = LoweringContext.textsMax / 625
        let names = (0..<count + past).map { "g\($0)" }.joined(separator: ", ")
        let pipeline = try #require(
            PipelineTests.pipeline("type: field_name_mapping, mapping: {f: [\(names)]}").pipeline
        )
        let told = Self.told(["f|windash: '-a -b -c -d'"], [pipeline])
        #expect(told == (past == 0 ? [] : Self.refusal("f|windash")))
    }

    /// Lines that would become far more than fits in memory.
    static let hostile: [(line: String, told: String)] = [
        ("f|expand: '%p%%p%%p%%p%'", "placeholders make more than 4096 texts of one"),
        (
            "f|windash|base64offset|expand: '\(String(repeating: "-a ", count: 2_000))'",
            "`windash` makes more than 4096"
        ),
        ("f|\(String(repeating: "wide|", count: 60))contains: 'ab'", "become more than"),
        ("f|\(String(repeating: "base64|", count: 100))contains: 'ab'", "become more than"),
        (
            "f|\(String(repeating: "base64offset|", count: 30))contains: 'abcdefgh'",
            "`base64offset` makes more than 4096"
        ),
        ("f|windash|expand: '\(String(repeating: "x", count: 50_000)) -a -b -c %p%'", "become more than"),
    ]

    @Test("what is too much is not made", arguments: hostile) func ends(_ row: (line: String, told: String)) throws {
        let values = (0..<4_000).map { "v\($0)" }.joined(separator: ", ")
        let pipeline = try #require(
            PipelineTests.pipeline("type: value_placeholders", "vars: {p: [\(values)]}").pipeline
        )
        let start = ContinuousClock.now
        let told = Self.told([row.line], [pipeline])
        #expect(told.count == 1)
        #expect(told.first?.contains(row.told) == true, "\(told)")
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test("a size is that of what is made", arguments: ["", "ab", "a*b?", "-a /b"]) func sizes(_ text: String) {
        let size = SigmaString(written: text).size
        #expect(size.count == 1)
        #expect(size.bytes == text.utf8.reduce(0) { $0 + ("*?".utf8.contains($1) ? SigmaString.wildcardBytes : 1) })
        var both = ExpansionSize(count: 3, bytes: 10)
        both.append(ExpansionSize(count: 2, bytes: 5))
        #expect(both == ExpansionSize(count: 6, bytes: 35))
        for _ in 0..<200 { both.append(both) }
        #expect(both.count == ExpansionSize(count: .max).count)
    }
}
