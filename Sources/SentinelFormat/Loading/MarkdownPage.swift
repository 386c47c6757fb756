import KQL

/// A page of Markdown as far as queries are concerned: its code blocks, and the text around them.
struct MarkdownPage {
    /// The code blocks, in order.
    private(set) var blocks: [Block] = []
    /// What is said around them.
    private(set) var prose: Prose

    /// A code block between fences.
    struct Block {
        /// What its fence says.
        var label: Label
        /// The heading that it stands under.
        var heading: String?
        /// What is between the fences.
        var text: ArraySlice<UInt8>
        /// As many empty lines as stand before it, then the text: places in it are those of the file.
        var source: [UInt8]
    }

    /// What a fence says of its block.
    enum Label {
        /// KQL, under any of its names.
        case query
        /// Nothing, or a language that pages use for want of KQL.
        case unknown
        /// Another language.
        case other

        init(_ text: String) {
            let word = text.lowercased().prefix { !$0.isWhitespace && $0 != "{" }
            if word.contains("kql") || word.contains("kusto") {
                self = .query
            } else if word.isEmpty || ["c#", "cs", "csharp", "sql", "text", "txt", "plaintext", "none"].contains(word) {
                self = .unknown
            } else {
                self = .other
            }
        }

        var isQuery: Bool { self == .query }
        var mayBeQuery: Bool { self != .other }
    }

    init(_ bytes: [UInt8], blocksMax: Int) {
        prose = Prose()
        var fence: (mark: UInt8, count: Int, label: Label, start: Int, lines: Int)?
        var heading: String?
        var said: [ArraySlice<UInt8>] = []
        var (place, line) = (0, 0)
        while place < bytes.count {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let text = bytes[place..<end]
            let next = min(end + 1, bytes.count)
            let indent = text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            let run = Self.fence(text.dropFirst(indent))
            if let open = fence {
                if let run, run.mark == open.mark, run.count >= open.count {
                    if run.label.isEmpty {
                        append(open, bytes, place, heading, blocksMax)
                        fence = nil
                    } else if open.label.isQuery, Label(run.label).isQuery {
                        // No line of a query reads like this: its end was labelled too, or was forgotten before another.
                        append(open, bytes, place, heading, blocksMax)
                        let isAnother = Self.looksLikeQuery(Self.upToFence(bytes[next...]))
                        fence = isAnother ? (run.mark, run.count, .query, next, line + 1) : nil
                    }
                }
            } else if let run {
                fence = (run.mark, run.count, Label(run.label), next, line + 1)
            } else {
                let bare = text.drop { $0 == UInt8(ascii: "#") }
                if bare.count < text.count { heading = String(decoding: bare, as: UTF8.self).trimmingBlanks }
                said.append(text)
            }
            place = next
            line += 1
        }
        if let fence { append(fence, bytes, bytes.count, heading, blocksMax) }
        // Most pages of a repository have no query, and nobody asks what they say.
        guard !blocks.isEmpty else { return }
        for text in said { prose.append(String(decoding: text, as: UTF8.self)) }
    }

    private mutating func append(
        _ fence: (mark: UInt8, count: Int, label: Label, start: Int, lines: Int),
        _ bytes: [UInt8],
        _ end: Int,
        _ heading: String?,
        _ blocksMax: Int
    ) {
        guard blocks.count < blocksMax, fence.label.mayBeQuery else { return }
        let text = bytes[min(fence.start, end)..<end]
        let source = [UInt8](repeating: UInt8(ascii: "\n"), count: fence.lines) + text
        blocks.append(Block(label: fence.label, heading: heading, text: text, source: source))
    }

    /// The fence at the beginning of a line: three or more marks, and what follows them.
    private static func fence(_ line: ArraySlice<UInt8>) -> (mark: UInt8, count: Int, label: String)? {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let count = line.prefix { $0 == mark }.count
        guard count >= 3 else { return nil }
        let label = String(decoding: line.dropFirst(count), as: UTF8.self).trimmingBlanks
        // Code in a line is no fence.
        guard !label.utf8.contains(UInt8(ascii: "`")) else { return nil }
        return (mark, count, label)
    }

    /// The lines before the next fence.
    private static func upToFence(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var place = text.startIndex
        while place < text.endIndex {
            let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            let line = text[place..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if fence(line) != nil { break }
            place = min(end + 1, text.endIndex)
        }
        return text[..<place]
    }

    /// Whether a text without a label has a line that begins with one of KQL's operators after a bar.
    static func looksLikeQuery(_ text: ArraySlice<UInt8>) -> Bool {
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let bare = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard bare.first == UInt8(ascii: "|") else { continue }
            let word = bare.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                .prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
            if Parser.operatorNames.contains(String(decoding: word, as: UTF8.self)) { return true }
        }
        return false
    }
}

extension StringProtocol {
    /// Without blanks around it.
    var trimmingBlanks: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
