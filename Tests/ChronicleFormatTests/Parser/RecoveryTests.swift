import ChronicleFormat
import Diagnostics
import Testing

/// What cannot be read is reported where it is, and the rest is kept.
@Suite struct RecoveryTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        /// `line:column code message` of each.
        var messages: [String]
        /// What is left, as it is printed.
        var events: [String]
        var testDescription: String { text }
    }

    static func rule(_ events: String) -> String { "rule r {\n  events:\n\(events)\n  condition:\n    $e\n}\n" }

    static let cases: [Case] = [
        Case(
            text: rule("$e.a = \n$e.b = 2"),
            messages: ["4:6 MG0901 expected a value, found `=`"],
            events: ["$e.a = $e.b", "?"]
        ),
        Case(
            text: rule("$e.a == 1\n$e.b = 2"),
            messages: ["3:6 MG0901 expected `=`, found `==`"],
            events: ["$e.a = 1", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = \"x\n$e.b = 2"),
            messages: ["3:8 MG0902 this text is not closed"],
            events: ["$e.a = \"x\"", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = /x\n$e.b = 2"),
            messages: ["3:8 MG0902 this pattern is not closed"],
            events: ["$e.a = /x/", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = “x”\n$e.b = 2"),
            messages: [
                "3:8 MG0903 `“` means nothing in YARA-L", "3:10 MG0903 `”` means nothing in YARA-L",
            ],
            events: ["$e.a = x", "$e.b = 2"]
        ),
        Case(
            text: rule("($e.a = 1 or\n$e.b = 2\n$e.c = 3"),
            messages: ["5:1 MG0901 expected `)`, found `$e`"],
            events: ["$e.a = 1 or $e.b = 2", "$e.c = 3"]
        ),
        Case(
            text: rule("re.regex($e.a, `x`\n$e.b = 2"),
            messages: ["4:1 MG0901 expected `)`, found `$e`"],
            events: ["re.regex($e.a, `x`)", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = 1)\n$e.b = 2"),
            messages: ["3:9 MG0901 expected a value, found `)`"],
            events: ["$e.a = 1", "?", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a in \"x\"\n$e.b = 2"),
            messages: ["3:9 MG0901 expected a reference list, such as `%servers`"],
            events: ["$e.a in \"x\"", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = 1\n$ = 2\n$e.b = 2"),
            messages: ["4:1 MG0901 expected a name after `$`"],
            events: ["$e.a = 1", "$ = 2", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a. = 1\n$e.b = 2"),
            messages: ["3:7 MG0901 expected the name of a field, found `=`"],
            events: ["$e.a = 1", "$e.b = 2"]
        ),
        Case(
            text: rule("$e.a = 1\n  order:\n$x desc"),
            messages: ["4:3 MG0905 a rule has no section `order`"],
            events: ["$e.a = 1"]
        ),
        Case(
            text: rule("$e.a = 1\n  events:\n$e.b = 2"),
            messages: ["4:3 MG0906 section `events` is written twice"],
            events: ["$e.a = 1", "$e.b = 2"]
        ),
        Case(
            text: "rule r {\n  events:\n    $e.a = 1\n  condition:\n    $e\nrule s {",
            messages: [
                "6:1 MG0901 expected `}` at the end of rule `r`, found `rule`",
                "6:9 MG0901 expected `}` at the end of rule `s`, found the end of the file",
            ],
            events: ["$e.a = 1"]
        ),
        Case(
            text: "x\n" + rule("$e.a = 1"),
            messages: ["1:1 MG0901 expected `rule`, found `x`"],
            events: ["$e.a = 1"]
        ),
        Case(
            text: rule("$e.a = 1 /* remark"),
            messages: [
                "3:10 MG0902 this comment is not closed",
                "7:1 MG0901 expected `}` at the end of rule `r`, found the end of the file",
            ],
            events: ["$e.a = 1"]
        ),
        Case(
            text: rule("$e.a = 1\n").replacing("$e\n", with: "$e\n    $f\n"),
            messages: ["7:5 MG0901 expected one condition, found another"],
            events: ["$e.a = 1"]
        ),
    ]

    @Test("an error costs what it stands in", arguments: cases)
    func recovery(_ test: Case) {
        let source = Source(path: "r.yaral", text: test.text)
        let result = YaraLParser.parse(source)
        let messages = result.diagnostics.map { diagnostic in
            let place = diagnostic.location
            return "\(place?.line ?? 0):\(place?.column ?? 0) \(diagnostic.code.identifier) \(diagnostic.message)"
        }
        #expect(messages == test.messages)
        #expect(result.file.rules.first?.events.map(YaraLPrinter.print) == test.events)
    }

    @Test("a text may go over a line's end, unless the next line is one of the rule's own")
    func textsOfSeveralLines() {
        let whole = YaraLParser.parse(Source(path: "r.yaral", text: Self.rule("$e.a = \"x\ny z\" or $e.b = 2")))
        #expect(whole.diagnostics.isEmpty)
        #expect(whole.file.rules.first?.events.map(YaraLPrinter.print) == ["$e.a = \"x\\ny z\" or $e.b = 2"])
        let open = YaraLParser.parse(Source(path: "r.yaral", text: "rule r {\n meta:\n a = \"x\n b = \"y\"\n}"))
        #expect(open.diagnostics.map(\.code.identifier) == ["MG0902"])
        #expect(open.file.rules.first?.metaText("b") == "y")
    }
}
