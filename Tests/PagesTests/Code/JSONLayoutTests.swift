import Testing

@testable import Pages

/// JSON over lines.
@Suite struct JSONLayoutTests {
    static let cases: [(json: String, lines: String)] = [
        ("{}", "{}"),
        ("[]", "[]"),
        ("{\"a\":1,\"b\":[1,2],\"c\":{}}", "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\": {}\n}"),
        // Texts and numbers stay as they are.
        ("{\"a\":\"{\\\"x\\\": [1, 2]}\",\"n\":1.0e5}", "{\n  \"a\": \"{\\\"x\\\": [1, 2]}\",\n  \"n\": 1.0e5\n}"),
        (" [ 1 , 2 ] ", "[\n  1,\n  2\n]"),
        // What is no JSON does no harm.
        ("]]]", "\n]\n]\n]"),
        ("\"open", "\"open"),
        ("", ""),
    ]

    @Test("laid out", arguments: cases)
    func layout(json: String, lines: String) { #expect(JSONLayout.lines(of: json) == lines) }

    @Test("deep levels are not indented without end")
    func depth() {
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(JSONLayout.lines(of: deep).utf8.count < 1000 * (2 * JSONLayout.indentMax + 3))
    }
}
