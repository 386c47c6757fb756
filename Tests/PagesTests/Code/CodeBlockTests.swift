import Pages
import Testing

/// Bodies with their words told apart.
@Suite struct CodeBlockTests {
    /// Words as the page marks them: `kind:text`, each with the letter of its class.
    static func words(_ text: String, _ language: CodeLanguage) -> [String] {
        CodeBlock(text, language).markup.html.matches(of: #/<span class="([a-z])">([^<]*)</#).map { match in
            "\(match.1):\(match.2.replacing("&quot;", with: "\"").replacing("&#39;", with: "'"))"
        }
    }

    static let cases: [(language: CodeLanguage, text: String, words: [String])] = [
        (.yaml, "A: b", ["a:A"]),
        (.yaml, "- Name: x # why\n  Count: 3", ["a:Name", "c:# why", "a:Count", "n:3"]),
        (.yaml, "a#b: 'c # d'", ["a:a#b", "s:'c # d'"]),
        (.yaml, "url: https://x.test/a:b", ["a:url"]),
        (.yaml, "\"quoted key\" : true", ["a:\"quoted key\" ", "n:true"]),
        (
            .yaml, "Text: >\n  several: lines\n\n  of it\nNext: 1",
            ["a:Text", "k:&gt;", "s:several: lines", "s:of it", "a:Next", "n:1"]
        ),
        (.yaml, "- |\n  x: y\n- z", ["k:|", "s:x: y"]),
        (.yaml, "a: \"open\n  and: closed\" # c", ["a:a", "s:\"open", "s:  and: closed\"", "c:# c"]),
        (.yaml, "a: &x !!str b\nc: *x", ["a:a", "v:&amp;x", "v:!!str", "a:c", "v:*x"]),
        (.yaml, "a: 'it''s'", ["a:a", "s:'it''s'"]),
        (.yaml, "a: [1, two, \"3\"]", ["a:a", "n:1", "s:\"3\""]),
        (
            .json, "{\"a\": [1, null, \"b\"], \"c\": {\"d\": -2.5e3}}",
            ["a:\"a\"", "n:1", "n:null", "s:\"b\"", "a:\"c\"", "a:\"d\"", "n:-2.5e3"]
        ),
        (.json, "{\n  \"a\": \"b: c\",\n  \"d\": true\n}", ["a:\"a\"", "s:\"b: c\"", "a:\"d\"", "n:true"]),
        (
            .kql, "T | where A == \"b\" // c\n| summarize count() by bin(X, 1h)",
            ["k:where", "s:\"b\"", "c:// c", "k:summarize", "k:count", "k:by", "n:1h"]
        ),
        (.kql, "T | mv-expand x | project-away y", ["k:mv-expand", "k:project-away"]),
        (.kql, "T | where A has @\"C:\\\" and B-1 > 2", ["k:where", "k:has", "s:@\"C:\\\"", "k:and", "n:1", "n:2"]),
        (
            .yaral, "rule a { events: $e.x = /a b/ nocase /* c */ }",
            ["k:rule", "k:events", "v:$e", "s:/a b/", "k:nocase", "c:/* c */"]
        ),
        (.yaral, "$a / 2 > 1 and #e > 5", ["v:$a", "n:2", "n:1", "k:and", "v:#e", "n:5"]),
        (.python, "def f():\n    return \"x\"", ["k:def", "d:f", "k:return", "s:\"x\""]),
        (.python, "a = \"\"\"one\ntwo\"\"\"", ["s:\"\"\"one", "s:two\"\"\""]),
        (.text, "def \"x\" 1", []),
    ]

    @Test("words are told apart", arguments: cases)
    func tellsApart(language: CodeLanguage, text: String, words: [String]) {
        #expect(Self.words(text, language) == words)
    }

    @Test("a query that stands in a document keeps the numbers of its lines, and what was before it takes no room")
    func leadingLines() {
        let html = CodeBlock("\n\nT\n\n| take 1", .kql, anchor: "b").markup.html
        let lines = html.matches(of: #/<span class="(line|line blank)" id="b-([0-9])">/#).map { "\($0.2) \($0.1)" }
        #expect(lines == ["1 line blank", "2 line blank", "3 line", "4 line", "5 line"])
    }

    /// Texts that end in the middle of something, and such that are nothing.
    static let fragments = [
        "\"", "'", "a: \"", "a: '", "a: |", "- ", "-", ":", "{", "}", "[[[", "]]]", "/*", "//", "`", "@\"", "$", "#",
        "\\", "\"\\",
        "a: &", "\u{0}", "🦊: 🐆", "a:\r\n  b: c\r\n", "\n\n\n", "/", "x-", "\t- a",
    ]

    @Test("no text is lost, whatever it is", arguments: fragments, CodeLanguage.allCases)
    func keepsText(text: String, language: CodeLanguage) {
        var shown = CodeBlock(text, language).markup.html.replacing(#/<[^>]*>/#, with: "")
        for (escape, sign) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            shown = shown.replacing(escape, with: sign)
        }
        var expected = text.replacing("\r\n", with: "\n").replacing("\0", with: "⟨U+0000⟩")
        while expected.hasSuffix("\n") { expected.removeLast() }
        #expect(shown == expected + "\n")
    }

    @Test("each line has its anchor, and every element is closed in it")
    func lines() {
        let block = CodeBlock("a = '''x\ny'''\nb", .python, anchor: "file0")
        #expect(block.lineCount == 3)
        #expect(
            block.markup.html
                == """
                <span class="line" id="file0-1">a = <span class="s">&#39;&#39;&#39;x</span>
                </span><span class="line" id="file0-2"><span class="s">y&#39;&#39;&#39;</span>
                </span><span class="line" id="file0-3">b
                </span>
                """
        )
    }

    @Test("at the limits all is shown, past them the beginning")
    func limits() {
        let lines = String(repeating: "\n", count: CodeBlock.shownLinesMax - 1) + "x"
        #expect(!CodeBlock(lines, .text).isCut)
        #expect(CodeBlock(lines + "\ny", .text).isCut)
        #expect(CodeBlock(lines + "\ny", .text).lineCount == CodeBlock.shownLinesMax)
        let bytes = String(repeating: "x", count: CodeBlock.shownBytesMax)
        #expect(!CodeBlock(bytes, .text).isCut)
        #expect(CodeBlock(bytes + "y", .text).isCut)
        // A character is not cut in two.
        #expect(!CodeBlock(bytes.dropLast() + "é", .text).markup.html.contains("\u{FFFD}"))
        let words = "a: 1 " + String(repeating: "x", count: CodeBlock.wordBytesMax - 5)
        #expect(CodeBlock(words, .yaml).markup.html.contains("class=\"a\""))
        #expect(!CodeBlock(words + "y", .yaml).markup.html.contains("class=\"a\""))
    }
}
