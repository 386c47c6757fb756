import Conditions
import Detections
import Diagnostics
import SigmaFormat
import Testing

/// What each modifier makes of events. The requirement beside a group is the specification's, in our words.
@Suite("Sigma modifiers") struct ModifierTests {
    struct Row: CustomTestStringConvertible, Sendable {
        /// A line of a selection; the field is `f`.
        var line: String
        /// Values of `f` as JSON that match, and that do not. `-` stands for an event without `f`.
        var yes: [String]
        var no: [String]
        var testDescription: String { line }
    }

    static let generic: [Row] = [
        // Values are texts whose case does not matter; wildcards are part of them.
        Row(line: "f: Abc", yes: [#""abc""#, #""ABC""#], no: [#""abcd""#, "null", "-", "1"]),
        Row(line: "f: 4625", yes: ["4625", #""4625""#], no: ["46250", #""x4625""#]),
        Row(line: "f: 'true'", yes: ["true", #""True""#], no: ["false", "1"]),
        Row(line: "f: a?c*", yes: [#""abc""#, #""AXCdef""#], no: [#""ac""#, #""xabc""#]),
        Row(line: #"f: 'a\*c'"#, yes: [#""a*c""#], no: [#""abc""#]),
        Row(line: #"f: 'C:\Win\\*'"#, yes: [#""c:\\win\\x""#], no: [#""c:\\win""#]),
        Row(line: "f: ''", yes: [#""""#], no: ["null", "-", #"" ""#]),
        Row(line: "f: null", yes: ["null", "-"], no: [#""""#, "0"]),
        Row(line: "f: '*'", yes: [#""x""#, #""""#, "0", "{}"], no: ["null", "-"]),
        Row(line: "f: [a, b]", yes: [#""A""#, #""b""#, #"["x","b"]"#], no: [#""ab""#]),
        // all: every value of the list, not one of them.
        Row(line: "f|contains|all: [a, b]", yes: [#""xbxa""#, #"["a","b"]"#], no: [#""a""#]),
        Row(line: "f|startswith: Ab", yes: [#""abc""#], no: [#""xab""#]),
        Row(line: "f|endswith: '\\cmd.exe'", yes: [#""C:\\CMD.EXE""#], no: [#""C:\\cmd.exe.x""#]),
        Row(line: "f|contains: [b, d]", yes: [#""abc""#, #""D""#], no: [#""ac""#]),
        Row(line: "f|contains: 12", yes: ["3124", #""x12""#], no: [#""1 2""#]),
        // exists: whether the field is there, whatever its value.
        Row(line: "f|exists: true", yes: ["null", #""""#, "0"], no: ["-"]),
        Row(line: "f|exists: false", yes: ["-"], no: ["null"]),
        // cased: case matters.
        Row(line: "f|cased: Abc", yes: [#""Abc""#], no: [#""abc""#]),
        Row(line: "f|contains|cased: Abc", yes: [#""xAbc""#], no: [#""xabc""#]),
        // neq: none of the values.
        Row(line: "f|neq: a", yes: [#""b""#, "-"], no: [#""A""#]),
        Row(line: "f|neq: [a, b]", yes: [#""c""#], no: [#""a""#, #""b""#]),
    ]

    static let texts: [Row] = [
        // windash: each sign that begins an option stands for any of the five.
        Row(
            line: "f|contains|windash: ' -x'",
            yes: [#""a -x""#, #""a /x""#, #""a –x""#, #""a —x""#, #""a ―x""#],
            no: [#""a x""#]
        ),
        Row(line: "f|windash|contains: '-a -b'", yes: [#""/a -b""#, #""-a —b""#], no: [#""a -b""#]),
        Row(line: "f|windash: 'a-b -c'", yes: [#""a-b /c""#], no: [#""a/b -c""#]),
        // re: a regular expression, case matters, and it may match anywhere.
        Row(line: "f|re: 'a.c'", yes: [#""xabcx""#], no: [#""ABC""#, #""ac""#]),
        Row(line: "f|re: '^a\\d+$'", yes: [#""a12""#], no: [#""a12b""#]),
        Row(line: "f|re|i: 'a.c'", yes: [#""ABC""#], no: [#""a\nc""#]),
        Row(line: "f|re|s: 'a.c'", yes: [#""a\nc""#], no: [#""A\nC""#]),
        Row(line: "f|re|m: '^b'", yes: [#""a\nb""#], no: [#""ab""#]),
        Row(line: "f|re|i|m|s: '^B.c'", yes: [#""a\nb\nC""#], no: [#""ab\nc""#]),
        // base64: the value encoded; base64offset: at each of the three places.
        Row(line: "f|base64: foobar", yes: [#""Zm9vYmFy""#], no: [#""foobar""#]),
        Row(line: "f|base64|contains: /bin/bash", yes: [#""echo L2Jpbi9iYXNo""#], no: [#""/bin/bash""#]),
        Row(
            line: "f|base64offset|contains: foobar",
            yes: [#""Zm9vYmFy""#, #""IGZvb2Jhcg==""#, #""ICBmb29iYXI=""#],
            no: [#""Zm9vYmF5""#]
        ), Row(line: "f|base64offset|contains: ab", yes: [#""YWI=""#, #""IGFi""#, #""ICBhYg==""#], no: [#""x""#]),
        // wide, utf16le: two bytes a letter, the low one first. utf16be: the high one first. utf16: with a mark.
        Row(line: "f|wide|base64offset|contains: Ab", yes: [#""QQBiAA==""#], no: [#""QWI=""#]),
        Row(line: "f|utf16le|base64: Ab", yes: [#""QQBiAA==""#], no: [#""AEEAYg==""#]),
        Row(line: "f|utf16be|base64: Ab", yes: [#""AEEAYg==""#], no: [#""QQBiAA==""#]),
        Row(line: "f|utf16|base64: Ab", yes: [#""//5BAGIA""#], no: [#""QQBiAA==""#]),
        Row(line: "f|wide: ab", yes: [#""a\u0000b\u0000""#], no: [#""ab""#]),
    ]

    static let numbers: [Row] = [
        Row(line: "f|lt: 5", yes: ["4", #""4.5""#, "-1"], no: ["5", #""x""#, "-"]),
        Row(line: "f|lte: 5", yes: ["5", "5.0"], no: ["6"]),
        Row(line: "f|gt: 1.5", yes: ["2", "1.6"], no: ["1.5"]),
        Row(line: "f|gte: '5'", yes: ["5"], no: ["4"]),
        Row(line: "f|gt: '9007199254740993'", yes: ["9007199254740994"], no: ["9007199254740993"]),
        Row(line: "f|lt|neq: 5", yes: ["5", "-"], no: ["4"]),
        Row(line: "f|hour: 13", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-02-29T14:05:00Z""#, #""13""#]),
        Row(line: "f|minute: [5, 6]", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-02-29T13:07:00Z""#]),
        Row(line: "f|day: 29", yes: [#""2024-02-29 13:05:00""#], no: [#""2024-02-28 13:05:00""#]),
        Row(line: "f|week: 9", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-03-04T13:05:00Z""#]),
        Row(line: "f|month: 2", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2024-03-04T13:05:00Z""#]),
        Row(line: "f|year: 2024", yes: [#""2024-02-29T13:05:00Z""#], no: [#""2023-03-04T13:05:00Z""#]),
        Row(line: "f|hour|gte: 20", yes: [#""2024-02-29T21:05:00Z""#], no: [#""2024-02-29T13:05:00Z""#]),
        Row(line: "f|cidr: 10.0.0.0/8", yes: [#""10.1.2.3""#], no: [#""11.1.2.3""#, #""x""#]),
        Row(line: "f|cidr: [2001:db8::/32, 10.0.0.0/8]", yes: [#""2001:db8::9""#, #""10.0.0.1""#], no: [#""::1""#]),
    ]

    static let fields: [Row] = [
        Row(line: "f|fieldref: g", yes: [#""Same""#], no: [#""other""#, "-"]),
        Row(line: "f|fieldref|startswith: g", yes: [#""same as""#], no: [#""a same""#]),
        Row(line: "f|fieldref|endswith: g", yes: [#""the same""#], no: [#""same as""#]),
        Row(line: "f|contains|fieldref: g", yes: [#""the same as""#], no: [#""sam""#]),
        Row(line: "f|fieldref|neq: g", yes: [#""other""#, "-"], no: [#""same""#]),
    ]

    @Test("on events", arguments: generic + texts + numbers + fields)
    func events(_ row: Row) throws {
        let (logic, diagnostics) = SigmaSample.logic(SigmaSample.line(row.line))
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        let condition = try #require(logic?.condition)
        #expect(logic?.obstacle == nil)
        for (values, truth) in [(row.yes, Truth.true), (row.no, .false)] {
            for value in values {
                let event = value == "-" ? #"{"g":"SAME"}"# : #"{"g":"SAME","f":\#(value)}"#
                #expect(try SigmaSample.truth(of: condition, at: event) == truth, "\(event)")
            }
        }
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
