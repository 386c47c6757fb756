import Pages
import Testing

/// Texts of strangers become text and nothing else.
@Suite struct MarkupTests {
    static let cases: [(text: String, html: String)] = [
        ("", ""),
        ("plain", "plain"),
        ("line\nand\ttab", "line\nand\ttab"),
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        ("\"quoted\" and 'quoted'", "&quot;quoted&quot; and &#39;quoted&#39;"),
        // A quote and an accent are one character; the quote must go all the same.
        ("\"\u{301} onmouseover=x", "&quot;\u{301} onmouseover=x"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"),
        ("&\u{20DD}lt;", "&amp;\u{20DD}lt;"),
        // What nobody sees, or what turns the reading order, is spelled out.
        ("a\u{202E}b", "a⟨U+202E⟩b"),
        ("a\u{2066}b\u{2069}", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("\u{200F}\u{061C}", "⟨U+200F⟩⟨U+061C⟩"),
        ("a\u{200B}b\u{FEFF}", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("\u{1B}[31mred", "⟨U+001B⟩[31mred"),
        ("a\0b\u{7F}\u{9B}", "a⟨U+0000⟩b⟨U+007F⟩⟨U+009B⟩"),
        ("\u{E0041}", "⟨U+E0041⟩"),
        ("a\r\nb", "a⟨U+000D⟩\nb"),
        // Letters of all scripts stay, and so does what spells words and emoji.
        ("é ü ש 日本 ×", "é ü ש 日本 ×"),
        ("नमस्\u{200D}ते 👩\u{200D}💻", "नमस्\u{200D}ते 👩\u{200D}💻"),
    ]

    @Test("a text is escaped", arguments: cases)
    func escapes(text: String, html: String) { #expect(Markup(text).html == html) }

    @Test("a text that goes back is escaped and keeps all it can")
    func verbatim() { #expect(Markup(verbatim: "\u{202E}<\r\n\0").html == "\u{202E}&lt;\r\n\u{FFFD}") }

    @Test("parts are put together")
    func joins() {
        var markup = Markup(literal: "<b>")
        markup.append("<")
        markup.append(literal: "</b>")
        #expect(Markup.joined([markup, Markup("x")], separator: Markup(literal: "<br>")).html == "<b>&lt;</b><br>x")
    }
}
