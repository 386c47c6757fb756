/// Tells the words of YAML, and so of JSON, apart: line by line, with what reaches over lines kept between them.
///
/// For colours only: a file that is no YAML gets some colours too.
struct YAMLWords {
    private let bytes: [UInt8]
    private var place = 0
    /// One past the current line, its end not counted.
    private var lineEnd = 0
    private var words: [CodeWord] = []
    /// Of a block of text (`|`, `>`): what its lines are indented more than.
    private var blockIndent: Int?
    /// The quote that the last line left open.
    private var openQuote: UInt8?
    /// Open `[` and `{`.
    private var flowDepth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() -> [CodeWord] {
        while place < bytes.count {
            lineEnd = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            readLine()
            place = lineEnd + 1
        }
        return words
    }

    private func byte(_ place: Int) -> UInt8 { place < lineEnd ? bytes[place] : UInt8(ascii: "\n") }

    private mutating func add(_ kind: CodeWord.Kind, _ start: Int, _ end: Int) {
        if start < end { words.append(CodeWord(kind, start..<end)) }
    }

    private mutating func skipBlanks() {
        while place < lineEnd, Self.isBlank(bytes[place]) { place += 1 }
    }

    private mutating func readLine() {
        let start = place
        if let quote = openQuote {
            readQuoted(quote, from: place)
            return readValues(indent: 0)
        }
        skipBlanks()
        if let indent = blockIndent {
            if place >= lineEnd || place - start > indent { return add(.string, place, lineEnd) }
            blockIndent = nil
        }
        var indent = place - start
        // Each `- ` of a list is a level of its own.
        while flowDepth == 0, byte(place) == UInt8(ascii: "-"), Self.isBlank(byte(place + 1)) || place + 1 == lineEnd {
            indent = place - start
            place += 1
            skipBlanks()
        }
        if flowDepth == 0, let colon = keyEnd() {
            indent = place - start
            add(.key, place, colon)
            place = colon + 1
        }
        readValues(indent: indent)
    }

    /// Where the colon after a key is, if the line goes on with one.
    private func keyEnd() -> Int? {
        var end = place
        if Self.isQuote(byte(end)) {
            guard let close = closingQuote(byte(end), from: end + 1) else { return nil }
            end = close + 1
            while Self.isBlank(byte(end)), end < lineEnd { end += 1 }
            return byte(end) == UInt8(ascii: ":") ? end : nil
        }
        guard !"[]{}#&*!|>%@`,".utf8.contains(byte(end)) else { return nil }
        while end < lineEnd {
            if bytes[end] == UInt8(ascii: ":"), end + 1 >= lineEnd || Self.isBlank(bytes[end + 1]) { return end }
            if bytes[end] == UInt8(ascii: "#"), end > place, Self.isBlank(bytes[end - 1]) { return nil }
            end += 1
        }
        return nil
    }

    private func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
        var end = start
        while end < lineEnd {
            if bytes[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                end += 2
                continue
            }
            if bytes[end] == quote {
                guard quote == UInt8(ascii: "'"), end + 1 < lineEnd, bytes[end + 1] == quote else { return end }
                end += 1
            }
            end += 1
        }
        return nil
    }

    /// A quoted text from `start` on, its opening quote before `place`; what follows is left for the caller.
    private mutating func readQuoted(_ quote: UInt8, from start: Int) {
        guard let close = closingQuote(quote, from: place) else {
            openQuote = quote
            add(.string, start, lineEnd)
            place = lineEnd
            return
        }
        openQuote = nil
        place = close + 1
        let next = bytes[place..<lineEnd].first { !Self.isBlank($0) }
        add(flowDepth > 0 && next == UInt8(ascii: ":") ? .key : .string, start, place)
    }

    /// What stands on the line after its key.
    private mutating func readValues(indent: Int) {
        while place < lineEnd {
            skipBlanks()
            let start = place
            switch byte(place) {
            case UInt8(ascii: "#")
            where place == 0 || Self.isBlank(bytes[place - 1]) || bytes[place - 1] == UInt8(ascii: "\n"):
                add(.comment, place, lineEnd)
                place = lineEnd
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                place += 1
                readQuoted(byte(start), from: start)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                flowDepth += 1
                place += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                flowDepth = max(0, flowDepth - 1)
                place += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): place += 1
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                while place < lineEnd, !Self.isBlank(bytes[place]), !(flowDepth > 0 && Self.endsFlow(bytes[place])) {
                    place += 1
                }
                add(.variable, start, place)
            case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
                blockIndent = indent
                while place < lineEnd, !Self.isBlank(bytes[place]) { place += 1 }
                add(.keyword, start, place)
            default: readPlain()
            }
        }
    }

    /// A text without quotes: to the end of the line, a comment, or what ends it in brackets.
    private mutating func readPlain() {
        let start = place
        var end = place
        while place < lineEnd {
            let byte = bytes[place]
            if flowDepth > 0, Self.endsFlow(byte) { break }
            if byte == UInt8(ascii: "#"), Self.isBlank(bytes[place - 1]) { break }
            place += 1
            if !Self.isBlank(byte) { end = place }
        }
        // A comment or comma at the very start would not have come here: something is taken.
        if place == start { place += 1 }
        if Self.isNumber(bytes[start..<end]) { add(.number, start, end) }
    }

    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        switch String(decoding: text, as: UTF8.self) {
        case "true", "false", "null", "True", "False", "yes", "no", "~": return true
        default: break
        }
        guard let first = text.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }) else {
            return false
        }
        return (0x30...0x39).contains(first)
            && text.allSatisfy { (0x30...0x39).contains($0) || "+-._eExXabcdfABCDF".utf8.contains($0) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    private static func endsFlow(_ byte: UInt8) -> Bool { ",[]{}".utf8.contains(byte) }
}
