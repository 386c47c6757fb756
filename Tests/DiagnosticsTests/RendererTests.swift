import Diagnostics
import TestSupport
import Testing

@Suite struct RendererTests {
    static let code = Diagnostic.Code("MG9999", "a test", "Only tests report this.")

    @Test("message, place, line, underline, note and hint") func whole() throws {
        let source = Source(path: "rules/login.py", text: "def rule(event):\n    return usr.name == \"root\"\n")
        let diagnostic = Diagnostic(
            Self.code,
            "unknown name `usr`",
            source: source,
            span: Span(28, 31),
            notes: [.init("the function starts here", span: Span(0, 3))],
            hint: "did you mean `user`?"
        )
        try expectGolden("whole.txt", Renderer(usesColor: false).render(diagnostic))
    }

    struct Place: CustomTestStringConvertible, Sendable {
        var text: String
        var offset: Int
        var line: Int
        var column: Int
        var testDescription: String { "\(text.debugDescription)@\(offset)" }
    }

    @Test(
        "lines and columns as people count them",
        arguments: [
            Place(text: "", offset: 0, line: 1, column: 1),
            Place(text: "ab", offset: 2, line: 1, column: 3),
            Place(text: "a\nb", offset: 1, line: 1, column: 2),
            Place(text: "a\nb", offset: 2, line: 2, column: 1),
            Place(text: "a\r\nb", offset: 3, line: 2, column: 1),
            Place(text: "a\rb", offset: 2, line: 2, column: 1),
            Place(text: "é=1", offset: 2, line: 1, column: 2),
            Place(text: "ab", offset: 99, line: 1, column: 3),
        ]
    )
    func location(_ place: Place) {
        let source = Source(path: "x", text: place.text)
        #expect(source.location(at: place.offset) == Location(line: place.line, column: place.column))
    }

    @Test("a line of a megabyte shows its window") func longLine() {
        let source = Source(path: "x", text: String(repeating: "a", count: 1_000_000) + "!")
        let text = Renderer(usesColor: false)
            .render(Diagnostic(Self.code, "here", source: source, span: Span(1_000_000, 1_000_001)))
        #expect(text.utf8.count < 600)
        #expect(text.contains("a!"))
    }

    /// The text of the line that is shown, and how far in it the place is marked.
    static func excerpt(_ line: String, column: Int) throws -> (shown: String, mark: Int) {
        let source = Source(path: "x", text: line)
        let diagnostic = Diagnostic(code, "here", source: source, span: Span(column - 1, column))
        let lines = Renderer(usesColor: false).render(diagnostic).split(separator: "\n")
        try #require(lines.count == 5)
        let head = "1 | ".count
        return (String(lines[3].dropFirst(head)), lines[4].dropFirst(head).prefix { $0 == " " }.count)
    }

    @Test("a line as long as the limit is shown whole, a longer one is cut") func lineLength() throws {
        let most = Renderer.lineLengthMax
        let whole = String(repeating: "a", count: most - 1) + "!"
        for column in [1, most] {
            let found = try Self.excerpt(whole, column: column)
            #expect(found.shown == whole)
            #expect(found.mark == column - 1)
        }
        let first = try Self.excerpt(whole + "?", column: most)
        #expect(first.shown == whole)
        #expect(first.mark == most - 1)
        let last = try Self.excerpt(whole + "?", column: most + 1)
        #expect(last.shown.hasSuffix("a!?") && last.shown.count < most)
        #expect(last.mark == last.shown.count - 1, "the mark stands under what it means")
    }

    @Test(
        "the closest name, or none",
        arguments: [
            ("severty", "severity"), ("Severity", nil), ("tilte", "title"), ("zzzz", nil), ("", nil),
        ] as [(String, String?)]
    )
    func spelling(name: String, expected: String?) {
        #expect(["severity", "Severity", "title"].closest(to: name) == (name == "Severity" ? "severity" : expected))
    }
}
