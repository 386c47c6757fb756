import Diagnostics
import PythonSyntax
import TestSupport
import Testing

/// How the common mistakes are reported.
@Suite struct DiagnosticTests {
    static func render(_ text: String) -> String {
        Parser.parse(Source(path: "rule.py", text: text)).diagnostics.map(Renderer(usesColor: false).render).joined()
    }

    /// Name of the golden file → source. One mistake each, or one that must not lead to others.
    static let mistakes: [(name: String, text: String)] = [
        ("missing-colon", "def rule(event)\n    return True\n\nx = 1\n"),
        (
            "equal-in-condition",
            "def rule(event):\n    if event.get('a') = 'b':\n        return True\n    else:\n        return False\n"
        ),
        (
            "unclosed-bracket",
            "def rule(event):\n    return any([\n        event.get('a'),\n\ndef title(event):\n    return 'x'\n"
        ),
        ("mismatched-bracket", "x = f(a[1)\ny = 2\n"),
        ("print-statement", "def rule(event):\n    print 'x'\n    return True\n"),
        ("unexpected-indent", "a = 1\n    b = 2\nc = 3\n"),
        ("missing-block", "def rule(event):\nreturn True\n"),
        ("unmatched-dedent", "def rule(event):\n        a = 1\n    return a\n"),
        ("mixed-tabs", "if a:\n        b = 1\n\tc = 2\n"),
        (
            "unterminated-string",
            "def rule(event):\n    return event.get('a) == 'b'\n\ndef title(event):\n    return 'x\n"
        ),
        ("unterminated-triple", "x = 1\ny = \"\"\"text\nmore\n"),
        ("curly-quotes", "x = “a”\ny = 1\n"),
        ("non-breaking-space", "x =\u{A0}1\n"),
        ("else-if", "if a:\n    b\nelse if c:\n    d\nelse:\n    e\n"),
        ("missing-comma", "x = ['a', 'b' 'c', d e]\n"),
        ("assign-to-call", "f(x) = 1\n"),
        ("keyword-as-name", "class = 1\n"),
        ("except-comma", "try:\n    a\nexcept A, e:\n    b\n"),
        ("repeated-keyword", "f(a=1, b=2, a=3)\n"),
        ("positional-after-keyword", "f(a=1, b)\n"),
        ("repeated-parameter", "def f(a, b, a): pass\n"),
        ("default-order", "def f(a=1, b): pass\n"),
        ("return-outside", "return 1\n"),
        ("break-outside", "if a:\n    break\n"),
        ("global-after-use", "def f():\n    x = 1\n    global x\n"),
        ("formatted-string", "x = f'{a b} {c'\n"),
        ("formatted-backslash", "x = f\"{'\\n'.join(a)}\"\n"),
        ("operators", "a = b && c\nd = e || f\ng = !h\ni++\nj === k\nl <> m\n"),
        ("leading-zero", "x = 0123\n"),
        ("lone-else", "x = 1\nelse:\n    y = 2\n"),
        ("invalid-utf8", "x = 1\n"),
        (
            "several",
            """
            import re
            def rule(event)
                if event["a"] = 1:
                    return re.match("x, event)
                return f(a b)
            def title(event):
                x = (1,
                return x
            def dedup(event):
                return “x”
            """
        ),
    ]

    @Test("rendered", arguments: mistakes) func rendered(_ mistake: (name: String, text: String)) throws {
        var bytes = Array(mistake.text.utf8)
        if mistake.name == "invalid-utf8" { bytes.insert(0xFF, at: 4) }
        let diagnostics = Parser.parse(Source(path: "rule.py", bytes: bytes)).diagnostics
        try expectGolden("\(mistake.name).txt", diagnostics.map(Renderer(usesColor: false).render).joined())
    }

    @Test("codes are distinct and explained") func codes() {
        let codes = Diagnostic.syntaxCodes
        #expect(Set(codes.map(\.identifier)).count == codes.count)
        for code in codes {
            #expect(code.identifier.hasPrefix("MG01"))
            #expect(!code.title.isEmpty && code.explanation.hasSuffix("."))
        }
    }

    @Test("statements around an error are kept")
    func kept() {
        let result = Parser.parse(Source(path: "rule.py", text: "a = 1\nb = = 2\nc = 3\n"))
        #expect(result.module.body.count == 2)
        #expect(result.diagnostics.count == 1)
    }

    @Test(
        "an expression alone",
        arguments: [("a + b", true), ("a, b", true), ("a b", false), ("a = 1", false), ("", false), ("*a", false)]
    )
    func expression(_ text: String, isValid: Bool) {
        let (expression, diagnostics) = Parser.parseExpression(Source(path: "<text>", text: text))
        #expect((expression != nil) == isValid)
        #expect(diagnostics.isEmpty == isValid)
    }

    @Test(
        "docstrings",
        arguments: [("def f(): 'a' 'b'", "ab"), ("def f():\n  f'a'", nil), ("def f(): b'a'", nil), ("def f(): 1", nil)]
    )
    func docstring(_ text: String, _ wanted: String?) {
        guard case .functionDef(let function) = Parser.parse(Source(path: "<text>", text: text)).module.body.first?.kind
        else { return #expect(Bool(false), "no function") }
        #expect(function.docstring?.text == wanted)
    }

    /// Source, and the text of the span of the statement's value.
    static let spans: [(String, String)] = [
        ("x = (a, b)", "(a, b)"), ("x = a, b", "a, b"), ("x = (a)", "a"), ("x = f(a)[0].b", "f(a)[0].b"),
        ("x = (i for i in j)", "(i for i in j)"), ("x = 'a' 'b'", "'a' 'b'"), ("x = not a", "not a"),
        ("x = é + 1", "é + 1"), ("x = [1, 2]", "[1, 2]"), ("x = a if b else c", "a if b else c"),
        ("x = lambda: 0", "lambda: 0"), ("x = f'{a}'", "f'{a}'"),
    ]

    @Test("spans", arguments: spans) func span(_ text: String, _ wanted: String) {
        let source = Source(path: "<text>", text: text)
        guard case .assign(_, let value) = Parser.parse(source).module.body.first?.kind else {
            return #expect(Bool(false), "no assignment")
        }
        #expect(source.text(of: value.span) == wanted)
    }

    @Test("a field of an f-string has its place in the source") func fieldSpan() {
        let source = Source(path: "<text>", text: "x = 'é' f'a{ b.c !r:>{d}}'")
        guard case .assign(_, let value) = Parser.parse(source).module.body.first?.kind,
            case .joinedStr(let values) = value.kind, case .formattedValue(let field, _, _) = values.last?.kind
        else { return #expect(Bool(false), "no f-string") }
        #expect(source.text(of: field.span) == "b.c")
    }
}
