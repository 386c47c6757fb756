import Detections
import Diagnostics
import Documents
import PantherFormat
import Testing

@Suite struct ExpressionReaderTests {
    static func read(_ text: String) throws -> (expression: MatchExpression, diagnostics: [Diagnostic]) {
        let source = Source(path: "a.yml", text: text)
        var reader = ExpressionReader(source)
        let expression = reader.together(try #require(try YAMLDocument.parse(source)))
        return (expression, reader.diagnostics)
    }

    static let faults: [(text: String, message: String, column: Int, hint: String?)] = [
        ("[{Key: a, Condition: equals, Value: 1}]", "unknown condition `equals`", 22, "did you mean `Equals`?"),
        (
            "[{Key: a, Condition: IsIPAddresInCIDR}]", "unknown condition `IsIPAddresInCIDR`", 22,
            "did you mean `IsIPAddressInCIDR`?"
        ),
        ("[{Key: a, Condition: Resembles}]", "unknown condition `Resembles`", 22, nil),
        ("[{Key: a, Condition: Equals}]", "`Equals` needs one `Value`", 22, nil),
        ("[{Key: a, Condition: Equals, Values: [1]}]", "`Equals` needs one `Value`", 38, nil),
        ("[{Key: a, Condition: IsIn, Value: 1}]", "`IsIn` needs a list, `Values`", 35, nil),
        ("[{Key: a, Condition: IsNull, Value: 1}]", "`IsNull` compares with nothing", 37, nil),
        ("[{Key: a, Condition: StartsWith, Value: 1}]", "`StartsWith` compares with a string, not an integer", 41, nil),
        (
            "[{Key: a, Condition: IsIPAddressInCIDR, Value: 10.0.0.0/33}]",
            "`IsIPAddressInCIDR` needs an address or a network, as `10.0.0.0/8`", 48, nil
        ),
        (
            "[{Condition: IsNull, Values: [{Key: a}, {Key: b}]}]",
            "`IsNull` needs a key of its own: it compares with nothing", 14, nil
        ),
        (
            "[{KeyPath: a..b, Condition: IsNull}]",
            "the key `a..b` cannot be followed: a name or an index is expected at `.b`", 12,
            "write `a.b[0].c`, `a[*].b`, or the names as a list, `DeepKey: [a, b]`"
        ),
        (
            "[{DeepKey: [], Condition: IsNull}]", "a key is a list of names and numbers, not empty and not too long",
            12, nil
        ),
    ]

    @Test("a fault has its place and what was meant", arguments: faults)
    func fault(_ text: String, _ message: String, _ column: Int, _ hint: String?) throws {
        let diagnostics = try Self.read(text).diagnostics
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.first?.location == Location(line: 1, column: column))
        #expect(diagnostics.first?.hint == hint)
    }

    @Test("all faults of a file are found")
    func several() throws {
        let text = "[{Key: a, Condition: X}, {Any: [{Key: a, Condition: Y}, {Key: b, Condition: IsNull}]}]"
        #expect(try Self.read(text).diagnostics.count == 2)
    }

    @Test("depth is limited")
    func depth() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "[{All: ", count: count) + "[]" + String(repeating: "}]", count: count)
        }
        #expect(try Self.read(nested(MatchExpression.depthMax)).diagnostics.isEmpty)
        #expect(try Self.read(nested(MatchExpression.depthMax + 1)).diagnostics.count == 1)
    }

    @Test("number is limited")
    func number() throws {
        func many(_ count: Int) -> String { "[" + String(repeating: "{Condition: AlwaysTrue},", count: count) + "]" }
        #expect(try Self.read(many(MatchExpression.countMax)).diagnostics.isEmpty)
        #expect(try Self.read(many(MatchExpression.countMax + 1)).diagnostics.count == 1)
    }

    static let titles: [(String, [TitleTemplate.Part])] = [
        ("plain", [.text("plain")]), ("", []),
        ("{a}", [.value(KeySpecifier(steps: [.name("a")], text: "a"))]),
        ("x {a} y", [.text("x "), .value(KeySpecifier(steps: [.name("a")], text: "a")), .text(" y")]),
        ("{{a}}", [.text("{a}")]), ("{", [.text("{")]), ("a}", [.text("a}")]), ("{}", [.text("{}")]),
    ]

    @Test("a title is text and keys", arguments: titles)
    func title(_ text: String, _ parts: [TitleTemplate.Part]) {
        var template = AlertTemplate()
        template.title = SourcedNode(DataNode(.string(text)), in: Source(path: "a.yml", text: text))
        let (keys, diagnostics) = ExpressionReader.alertKeys(template)
        #expect(keys.title?.parts == parts)
        #expect(diagnostics.isEmpty)
    }

    @Test("a title with a key that leads nowhere, a severity that does not exist")
    func alertKeys() throws {
        var template = AlertTemplate()
        let title = Source(path: "a.yml", text: "'x {a..b}'")
        template.title = SourcedNode(try #require(try YAMLDocument.parse(title)), in: title)
        let severities = Source(path: "a.yml", text: "[{ChangeTo: Hihg, Conditions: []}]")
        template.severities = SourcedNode(try #require(try YAMLDocument.parse(severities)), in: severities)
        let diagnostics = ExpressionReader.alertKeys(template).diagnostics
        #expect(
            diagnostics.map(\.message) == [
                "the key `a..b` cannot be followed: a name or an index is expected at `.b`",
                "`ChangeTo` cannot be `Hihg`",
            ]
        )
        #expect(diagnostics.last?.hint == "did you mean `High`?")
    }
}
