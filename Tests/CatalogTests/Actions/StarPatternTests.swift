import Catalog
import Testing

/// Patterns with stars.
@Suite struct StarPatternTests {
    static let cases: [(pattern: String, text: String, isMatch: Bool)] = [
        ("", "", true), ("", "a", false), ("a", "a", true), ("a", "ab", false), ("*", "", true), ("*", "abc", true),
        ("a*", "abc", true), ("a*", "ba", false), ("*c", "abc", true), ("*c", "cb", false), ("*b*", "abc", true),
        ("*b*", "ac", false), ("a*c", "abc", true), ("a*a", "a", false), ("ab*ba", "aba", false),
        ("ab*ba", "abba", true),
        ("a*b*c", "axxbyyc", true), ("a*b*c", "acb", false), ("*aa*aa*", "aaa", false), ("*aa*aa*", "aaaa", true),
        ("**", "x", true), ("a**b", "ab", true),
    ]

    @Test("a pattern and a text", arguments: cases)
    func matches(_ row: (pattern: String, text: String, isMatch: Bool)) {
        #expect(StarPattern(row.pattern).matches(Array(row.text.utf8)) == row.isMatch)
    }
}
