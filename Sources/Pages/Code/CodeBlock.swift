/// A rule's text as HTML: words told apart, each line an element with an anchor, so that other parts of a page can lead to it.
package struct CodeBlock: Sendable {
    /// Longest text whose words are told apart.
    package static let wordBytesMax = 512 * 1024
    /// Longest text that a page shows; of more the beginning is shown.
    package static let shownBytesMax = 1024 * 1024
    /// Most lines that a page shows; of more the beginning is shown.
    package static let shownLinesMax = 20_000

    /// The HTML that goes between `<code>` and `</code>`.
    package private(set) var markup = Markup()
    /// Lines that are shown.
    package private(set) var lineCount = 0
    /// Whether not all is shown.
    package private(set) var isCut = false

    /// `text` in `language`. Lines get the anchors `<anchor>-1`, `<anchor>-2` …, or none.
    package init(_ text: String, _ language: CodeLanguage, anchor: String? = nil) {
        var bytes = Array(text.utf8.prefix(Self.shownBytesMax))
        isCut = bytes.count < text.utf8.count
        // A character that was cut in two is left out.
        if isCut {
            while let last = bytes.last, last >= 0x80 {
                bytes.removeLast()
                if last >= 0xC0 { break }
            }
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        let words = bytes.count <= Self.wordBytesMax ? language.words(of: bytes) : []
        write(bytes, words, anchor.map { Markup($0) })
    }

    /// A text within a line, its words told apart.
    static func words(of text: String, _ language: CodeLanguage) -> Markup {
        let bytes = Array(text.utf8)
        var markup = Markup()
        var place = 0
        for word in language.words(of: bytes) where word.range.lowerBound >= place {
            markup.append(Self.text(bytes[place..<word.range.lowerBound]))
            markup += opening(word.kind)
            markup.append(Self.text(bytes[word.range]))
            markup.append(literal: "</span>")
            place = word.range.upperBound
        }
        markup.append(Self.text(bytes[place...]))
        return markup
    }

    private mutating func write(_ bytes: [UInt8], _ words: [CodeWord], _ anchor: Markup?) {
        var next = words.startIndex
        var start = 0
        // A query that stands in a document keeps its line numbers; what stood before it is not shown.
        let first = bytes.firstIndex { $0 != UInt8(ascii: "\n") } ?? 0
        while start <= bytes.count, lineCount < Self.shownLinesMax {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            lineCount += 1
            markup.append(literal: start < first ? "<span class=\"line blank\"" : "<span class=\"line\"")
            if let anchor {
                markup.append(literal: " id=\"")
                markup += anchor
                markup += Markup("-\(lineCount)")
                markup.append(literal: "\"")
            }
            markup.append(literal: ">")
            var place = start
            while next < words.endIndex, words[next].range.lowerBound < end {
                let word = words[next]
                let from = max(word.range.lowerBound, place)
                let to = min(word.range.upperBound, end)
                markup.append(Self.text(bytes[place..<from]))
                markup += Self.opening(word.kind)
                markup.append(Self.text(bytes[from..<max(from, to)]))
                markup.append(literal: "</span>")
                place = max(from, to)
                // A word of several lines goes on in the next.
                guard word.range.upperBound <= end else { break }
                next += 1
            }
            markup.append(Self.text(bytes[place..<end]))
            markup.append(literal: "\n</span>")
            start = end + 1
        }
        isCut = isCut || start <= bytes.count
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func opening(_ kind: CodeWord.Kind) -> Markup {
        switch kind {
        case .keyword: Markup(literal: "<span class=\"k\">")
        case .definition: Markup(literal: "<span class=\"d\">")
        case .key: Markup(literal: "<span class=\"a\">")
        case .string: Markup(literal: "<span class=\"s\">")
        case .number: Markup(literal: "<span class=\"n\">")
        case .comment: Markup(literal: "<span class=\"c\">")
        case .variable: Markup(literal: "<span class=\"v\">")
        }
    }
}
