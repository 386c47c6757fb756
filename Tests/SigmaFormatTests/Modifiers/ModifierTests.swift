import Conditions
import Detections
import Diagnostics
import SigmaFormat
import Testing

/// What each modifier, and each chain of them that rules write, makes of events.
@Suite("Sigma modifiers") struct ModifierTests {
    static let rows =
        ModifierRow.values + ModifierRow.generic + ModifierRow.fields + ModifierRow.dashes + ModifierRow.expressions
        + ModifierRow.encodings + ModifierRow.numbers + ModifierRow.times + ModifierRow.addresses

    private static func check(_ row: ModifierRow, _ pipelines: [Pipeline] = []) throws {
        let (logic, diagnostics) = SigmaSample.logic(SigmaSample.line(row.line), pipelines: pipelines)
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        let condition = try #require(logic?.condition)
        #expect(logic?.obstacle == nil)
        for (values, truth) in [(row.yes, Truth.true), (row.no, .false)] {
            for event in values.map(ModifierRow.event) {
                #expect(try SigmaSample.truth(of: condition, at: event) == truth, "\(event)")
            }
        }
    }

    @Test("on events", arguments: rows)
    func events(_ row: ModifierRow) throws { try Self.check(row) }

    /// Placeholders, with the values of a pipeline.
    static let placeholders: [ModifierRow] = [
        .init("expand: one of the values", "f|expand: '%names%'", yes: [#""ADA""#, #""bob""#], no: [#""%names%""#]),
        .init("expand: within a text", "f|expand: 'x-%names%-x'", yes: [#""x-ada-x""#], no: [#""ada""#]),
        .init("expand: before a place", "f|expand|startswith: '%names%'", yes: [#""bobby""#], no: [#""xbob""#]),
        .init("expand: behind a place", "f|contains|expand: '%names%'", yes: [#""xbobx""#], no: [#""x""#]),
        .init("expand: values may have wildcards", "f|expand: '%wild%'", yes: [#""a1""#], no: [#""1a""#]),
        .init("expand: several in a text", "f|expand: '%names%%names%'", yes: [#""adaBob""#], no: [#""ada""#]),
        .init("expand: an escaped sign is plain", #"f|expand: '\%names%'"#, yes: [#""%names%""#], no: [#""ada""#]),
        .init("expand: without it they are plain", "f: '%names%'", yes: [#""%names%""#], no: [#""ada""#]),
        .init("expand: none of the values", "f|expand|neq: '%names%'", yes: [#""x""#, "-"], no: [#""ada""#]),
    ]

    @Test("on events, with placeholders", arguments: placeholders)
    func expanded(_ row: ModifierRow) throws {
        let text = """
            name: sample
            vars: {names: [ada, bob], wild: ['a*']}
            transformations:
                - type: value_placeholders
            """
        let pipeline = PipelineReader.read(Source(path: "pipeline.yml", text: text)).pipeline
        try Self.check(row, [try #require(pipeline)])
    }

    @Test("each has a row that matches", arguments: Modifier.allCases)
    func covered(_ modifier: Modifier) {
        let lines = (Self.rows + Self.placeholders).filter { !$0.yes.isEmpty && !$0.no.isEmpty }.map(\.line)
        #expect(lines.contains { $0.prefix { $0 != ":" }.split(separator: "|").dropFirst().contains("\(modifier)") })
    }

    /// A line that cannot be made a test, and what is said of it.
    static let refused: [(String, String)] = [
        ("f|contain: a", "there is no modifier `contain`"),
        ("f|base64: a*", "`f|base64`: a text with wildcards cannot be encoded in base64"),
        ("f|base64offset: a?", "`f|base64offset`: a text with wildcards cannot be encoded in base64"),
        ("f|i: a", "`f|i`: `i` follows `re`"),
        ("f|contains|re: a", "`f|contains|re`: `re` comes first: it takes a value as it is written"),
        ("f|lt: a", "`f|lt`: `lt` is for numbers"), ("f|cidr: 10.0.0.1/8", "`f|cidr`: `10.0.0.1/8` is no network"),
        ("f|lt: inf", "`f|lt`: `lt` is for numbers"), ("f|gt: nan", "`f|gt`: `gt` is for numbers"),
        (
            "f|base64offset|contains: a",
            "`f|base64offset|contains`: a text shorter than two bytes cannot be found in base64"
        ), ("f|re|expand: '%x%'", "`f|re|expand`: `expand` is for texts"),
        ("f|exists: 1", "`f|exists`: `exists` is `true` or `false`, for a field"),
        ("f|contains: null", "`f|contains`: null has no beginning and end"), ("f|windash: true", ""),
        ("f|fieldref: a*b", "`f|fieldref`: `fieldref` names a field, without wildcards"),
        ("f|utf16: ab", "`f|utf16`: the encoded value is no text; it needs `base64` or `base64offset` behind it"),
        ("f|re: '('", "`f|re`: `(` is no regular expression: missing ), unterminated subpattern at position 0"),
    ]

    @Test("are refused with the reason", arguments: refused)
    func refusal(_ row: (String, String)) {
        let (logic, diagnostics) = SigmaSample.logic(SigmaSample.line(row.0))
        let errors = diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == (row.1.isEmpty ? [] : [row.1]))
        #expect((logic?.obstacle == nil) == row.1.isEmpty)
    }

    @Test("a value of too many signs is refused") func dashes() {
        let many = Array(repeating: "-a", count: 6).joined(separator: " ")
        #expect(SigmaSample.logic(SigmaSample.line("f|windash: '\(many)'")).logic?.obstacle != nil)
        let few = Array(repeating: "-a", count: 5).joined(separator: " ")
        #expect(SigmaSample.logic(SigmaSample.line("f|windash: '\(few)'")).logic?.obstacle == nil)
    }
}
