import Diagnostics
import PythonSyntax
import Testing

/// What readers tell apart in Python.
@Suite struct PythonWordTests {
    /// A text and its words: `kind:text`.
    static let cases: [(text: String, words: [String])] = [
        ("", []),
        ("x = 1", ["name:x", "sign:=", "number:1"]),
        (
            "def rule(event):\n    return None  # all\n",
            [
                "keyword:def", "definition:rule", "sign:(", "name:event", "sign:)", "sign::", "keyword:return",
                "keyword:None", "comment:# all",
            ]
        ),
        ("# only\n\n# comments", ["comment:# only", "comment:# comments"]),
        ("s = '# no comment'  # one", ["name:s", "sign:=", "string:'# no comment'", "comment:# one"]),
        ("f'{x}' + \"\"\"a\nb\"\"\"", ["string:f'{x}'", "sign:+", "string:\"\"\"a\nb\"\"\""]),
        ("class A: pass", ["keyword:class", "definition:A", "sign::", "keyword:pass"]),
        // What is no Python gives what words it has.
        ("a ? b", ["name:a", "name:b"]),
        ("x = 'open\ny = 1", ["name:x", "sign:=", "name:y", "sign:=", "number:1"]),
    ]

    @Test("words", arguments: cases)
    func words(text: String, words: [String]) {
        let source = Source(path: "a.py", text: text)
        #expect(PythonWord.words(of: source).map { "\($0.kind):\(source.text(of: $0.span))" } == words)
    }
}
