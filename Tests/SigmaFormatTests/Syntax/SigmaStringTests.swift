import SigmaFormat
import Testing

@Suite("Sigma texts") struct SigmaStringTests {
    private static func bytes(_ text: String) -> SigmaString.Part { .bytes(Array(text.utf8)) }

    /// A text as a rule writes it, what it means, and how it is printed if not as it was written.
    static let rows: [(String, [SigmaString.Part], String?)] = [
        ("", [], nil), ("abc", [bytes("abc")], nil), ("a*", [bytes("a"), .anyText], nil),
        ("?b", [.anyCharacter, bytes("b")], nil),
        // "Plain backslash not followed by a wildcard can be expressed as single `\` or double backslash."
        (#"C:\x"#, [bytes(#"C:\x"#)], nil), (#"C:\\x"#, [bytes(#"C:\x"#)], #"C:\x"#), (#"\"#, [bytes(#"\"#)], nil),
        (#"\\"#, [bytes(#"\"#)], #"\"#),
        // "A wildcard has to be escaped to be handled as a plain character."
        (#"\*"#, [bytes("*")], nil), (#"a\?b"#, [bytes("a?b")], nil),
        // "The backslash before a wildcard has to be escaped to handle the value as a backslash followed by a wildcard."
        (#"\\*"#, [bytes(#"\"#), .anyText], nil),
        // "Three backslashes are necessary to escape both."
        (#"\\\*"#, [bytes(#"\*"#)], nil),
        // "Three or four backslashes are handled as double backslash."
        (#"\\\"#, [bytes(#"\\"#)], nil), (#"\\\\"#, [bytes(#"\\"#)], #"\\\"#), ("**", [.anyText, .anyText], nil),
        ("é*", [bytes("é"), .anyText], nil), ("%x%", [bytes("%x%")], nil),
    ]

    @Test("are read and printed", arguments: rows)
    func reads(_ row: (String, [SigmaString.Part], String?)) {
        let string = SigmaString(written: row.0)
        #expect(string.parts == row.1)
        #expect(string.written == row.2 ?? row.0)
        #expect(SigmaString(written: string.written) == string)
    }

    static let placeholders: [(String, [SigmaString.Part])] = [
        ("%name%", [.placeholder("name")]), ("a%name%b", [bytes("a"), .placeholder("name"), bytes("b")]),
        // "A plain percent character can be used by escaping it with a backslash."
        (#"\%plain%name%"#, [bytes("%plain"), .placeholder("name")]), ("100%", [bytes("100%")]), ("%%", [bytes("%%")]),
        ("%a b%", [bytes("%a b%")]), ("*%x%", [.anyText, .placeholder("x")]),
    ]

    @Test("hold placeholders where they are expanded", arguments: placeholders)
    func placeholder(_ row: (String, [SigmaString.Part])) {
        #expect(SigmaString(written: row.0).withPlaceholders.parts == row.1)
    }
}
