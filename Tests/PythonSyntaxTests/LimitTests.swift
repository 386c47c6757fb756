import Diagnostics
import Testing

@testable import PythonSyntax

/// Every limit of ``ParserLimits``, at it and one past it.
@Suite struct LimitTests {
    static func codes(_ text: String, _ limits: ParserLimits = .default) -> [String] {
        Parser.parse(Source(path: "<test>", text: text), limits: limits).diagnostics.map(\.code.identifier)
    }

    static func limits(_ change: (inout ParserLimits) -> Void) -> ParserLimits {
        var limits = ParserLimits()
        change(&limits)
        return limits
    }

    @Test func sourceBytes() {
        let limits = Self.limits { $0.sourceBytes = 5 }
        #expect(Self.codes("a = 1", limits).isEmpty)
        #expect(Self.codes("a = 12", limits) == ["MG0103"])
    }

    @Test func tokens() {
        // Four tokens with the line's end.
        #expect(Self.codes("a = 1", Self.limits { $0.tokens = 3 }).isEmpty)
        #expect(Self.codes("a = 1", Self.limits { $0.tokens = 2 }).contains("MG0103"))
    }

    @Test("names of characters") func characterNames() {
        let name = "LATIN SMALL LETTER A WITH ACUTE"
        #expect(CharacterNames.scalar(named: name, lengthMax: name.utf8.count) == "á")
        #expect(CharacterNames.scalar(named: name, lengthMax: name.utf8.count - 1) == nil)
        // No name is as long, so that a text of a megabyte is not looked for and nothing else is lost.
        #expect(CharacterNames.table.keys.allSatisfy { $0.utf8.count < CharacterNames.nameLengthMax })
        for count in [CharacterNames.nameLengthMax, CharacterNames.nameLengthMax + 1] {
            #expect(Self.codes("'\\N{\(String(repeating: "A", count: count))}'").count == 1)
        }
    }

    @Test("diagnostics", arguments: [")\n", "\"\n", "return\n", "x = '\\q\\x'\n", "é€ €\n"]) func diagnostics(
        _ line: String
    ) {
        // The last line counts one error for each of its words.
        let errors = line.hasPrefix("é") ? 2 : 1
        #expect(Self.codes(String(repeating: line, count: 100 / errors)).count == 100)
        let codes = Self.codes(String(repeating: line, count: 100 / errors + 1))
        #expect(codes.count == 101 && codes.last == "MG0103")
        #expect(Self.codes(String(repeating: line, count: 50_000)).count == 101)
    }

    @Test func integerDigits() {
        let most = String(repeating: "9", count: 4_300)
        #expect(Self.codes(most).isEmpty)
        #expect(Self.codes(most + "9") == ["MG0103"])
        #expect(Self.codes("0x" + String(repeating: "f", count: 3_571)).isEmpty)
        #expect(Self.codes("0x" + String(repeating: "f", count: 3_572)) == ["MG0103"])
    }

    /// Prefix and suffix of one level; the core is `a`.
    static let levels: [(String, String)] = [
        ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("a[", "]"), ("lambda: ", ""), ("a ** ", ""), ("[*", "]"),
        ("{**", "}"), ("{a: ", "}"), ("(yield ", ")"), ("f(*", ")"), ("f(b=", ")"), ("[", " for a in b]"),
        ("[a for a in ", "]"), ("(a := ", ")"), ("(a if b else ", ")"), ("(not ", ")"),
    ]

    @Test("nesting", arguments: levels) func nesting(_ level: (String, String)) {
        func text(_ count: Int) -> String {
            "def f():\n    b = " + String(repeating: level.0, count: count) + "a"
                + String(repeating: level.1, count: count)
        }
        // Some levels count twice, for the bracket and the operator in it.
        #expect(!Self.codes(text(99)).contains("MG0103"), "\(level)")
        #expect(Self.codes(text(201)) == ["MG0103"], "\(level)")
        #expect(Self.codes(text(20_000)) == ["MG0103"], "\(level)")
    }

    @Test func nestingAtTheLimit() {
        func text(_ count: Int) -> String {
            String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
        }
        #expect(Self.codes(text(200)).isEmpty)
        #expect(Self.codes(text(201)) == ["MG0103"])
    }

    @Test func patterns() {
        func text(_ count: Int) -> String {
            "match a:\n case " + String(repeating: "[", count: count) + "a" + String(repeating: "]", count: count)
                + ": 1"
        }
        #expect(Self.codes(text(199)).isEmpty)
        #expect(Self.codes(text(200)) == ["MG0103"])
        #expect(Self.codes(text(20_000)) == ["MG0103"])
    }

    @Test func indentation() {
        func text(_ count: Int) -> String {
            (0..<count).map { String(repeating: " ", count: $0) + "if a:\n" }.joined()
                + String(repeating: " ", count: count) + "b\n"
        }
        #expect(Self.codes(text(99)).isEmpty)
        #expect(Self.codes(text(100)).contains("MG0103"))
        #expect(Self.codes(text(500)).contains("MG0103"))
    }

    /// Texts that grow the tree by one for each repetition.
    static let chains = [" + a", ".b", "()", "[0]", " if b else a", " ** a"]

    @Test("chains", arguments: chains) func treeHeight(_ link: String) {
        if link != " ** a" {
            #expect(Self.codes("a" + String(repeating: link, count: 999)).isEmpty)
        }
        #expect(Self.codes("a" + String(repeating: link, count: 1_000)) == ["MG0103"])
        #expect(Self.codes("a" + String(repeating: link, count: 50_000)) == ["MG0103"])
    }

    @Test("prefixes", arguments: ["not ", "-", "~"]) func prefixes(_ link: String) {
        #expect(Self.codes(String(repeating: link, count: 999) + "a").isEmpty)
        #expect(Self.codes(String(repeating: link, count: 1_000) + "a") == ["MG0103"])
        #expect(Self.codes(String(repeating: link, count: 50_000) + "a") == ["MG0103"])
    }

    /// Lists as long as the source may be, none of them deep.
    @Test(
        "long but flat",
        arguments: [" and a", " or a", " < a", ", a", " = a", "; a", "\na", " 'x'"]
    )
    func flat(_ link: String) {
        let start = link == " 'x'" ? "'x'" : "a"
        #expect(Self.codes(start + String(repeating: link, count: 50_000)).isEmpty)
    }

    @Test func elifs() {
        let text = "if a: b\n" + String(repeating: "elif a: b\n", count: 10_000)
        let result = Parser.parse(Source(path: "<test>", text: text))
        #expect(result.isValid)
        #expect(Dumper.dump(result.module).utf8.count > 10_000 * 50)
    }

    @Test("dumping and freeing a tree of 10,000 levels")
    func deepDump() {
        let limits = Self.limits { $0.treeHeight = 20_000 }
        let text = "a" + String(repeating: ".b", count: 10_000)
        let (expression, diagnostics) = Parser.parseExpression(Source(path: "<test>", text: text), limits: limits)
        #expect(diagnostics.isEmpty)
        #expect(expression.map { Dumper.dump($0).utf8.count > 10_000 * 20 } == true)
    }

    @Test("f-strings within f-strings use no more than the quotes allow")
    func formattedStrings() {
        #expect(Self.codes("f'{a:{b}}'").isEmpty)
        #expect(Self.codes("f'{a:{b:{c}}}'") == ["MG0131"])
        #expect(Self.codes("f'" + String(repeating: "{a}", count: 50_000) + "'").isEmpty)
    }
}
