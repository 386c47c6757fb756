import Diagnostics

/// Takes a file of YARA-L apart into tokens; comments are set aside.
///
/// Source: Google SecOps documentation, "YARA-L 2.0 language syntax". Never fails: what is no token is reported and passed over.
struct Lexer {
    let source: Source
    private(set) var tokens: [Token] = []
    /// Comments of both kinds, in order.
    private(set) var comments: [Span] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let limits: YaraLLimits
    private var position = 0
    private var startsLine = true

    init(_ source: Source, limits: YaraLLimits) {
        self.source = source
        self.limits = limits
    }

    private var bytes: [UInt8] { source.bytes }

    private func byte(_ offset: Int = 0) -> UInt8? {
        let place = position + offset
        return place < bytes.count ? bytes[place] : nil
    }

    /// Reads everything; ends early only where ``YaraLLimits/errorsMax`` is passed.
    mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count, diagnostics.count < limits.errorsMax { step() }
        tokens.append(Token(kind: .end, span: Span(bytes.count, bytes.count), startsLine: true))
    }

    private mutating func step() {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            startsLine = true
            position += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
        case UInt8(ascii: "/"): slash()
        case UInt8(ascii: "\""): text()
        case UInt8(ascii: "`"): rawText()
        case UInt8(ascii: "$"):
            position += 1
            take(.variable(word()), from: start)
            reportIfNameless(start)
        case UInt8(ascii: "#"):
            position += 1
            take(.count(word()), from: start)
            reportIfNameless(start)
        case UInt8(ascii: "%") where byte(1).map(Self.startsWord) == true && tokens.last?.endsOperand != true:
            position += 1
            take(.list(word()), from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case let byte where Self.startsWord(byte): take(.name(word()), from: start)
        default: sign()
        }
    }

    private mutating func take(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: Span(start, position), startsLine: startsLine))
        startsLine = false
    }

    private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private mutating func reportIfNameless(_ start: Int) {
        guard position == start + 1 else { return }
        report(.expected("a name after `\(source.text(of: Span(start, position)))`", Span(start, position), source))
    }

    // MARK: Words

    private static func startsWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Letters, digits and underscores from here on; perhaps none.
    private mutating func word() -> String {
        let start = position
        while let byte = byte(), Self.startsWord(byte) || Self.isDigit(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() {
        while let byte = byte(), Self.isDigit(byte) { position += 1 }
    }

    /// Units that are written right behind a number.
    private static let units: Set<String> = ["s", "m", "h", "d", "w"]

    private mutating func number() {
        let start = position
        digits()
        if byte() == UInt8(ascii: "."), byte(1).map(Self.isDigit) == true {
            position += 1
            digits()
            take(.number(source.text(of: Span(start, position))), from: start)
            return
        }
        let end = position
        let unit = word()
        if Self.units.contains(unit.lowercased()) {
            take(.duration(source.text(of: Span(start, end)), unit: unit.lowercased()), from: start)
        } else {
            position = end
            take(.number(source.text(of: Span(start, end))), from: start)
        }
    }

    // MARK: Comments and patterns

    private mutating func slash() {
        let start = position
        switch byte(1) {
        case UInt8(ascii: "/"):
            while let byte = byte(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { position += 1 }
            comments.append(Span(start, position))
        case UInt8(ascii: "*"):
            position += 2
            while position < bytes.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
                if byte() == UInt8(ascii: "\n") { startsLine = true }
                position += 1
            }
            if position < bytes.count {
                position += 2
            } else {
                report(.unterminated("comment", "*/", Span(start, start + 2), source))
            }
            comments.append(Span(start, position))
        default:
            if tokens.last?.endsOperand == true { sign() } else { pattern() }
        }
    }

    /// `/…/`, in which `\/` stands for a slash and every other escape is the pattern's own.
    private mutating func pattern() {
        let start = position
        position += 1
        var pattern: [UInt8] = []
        while let byte = byte(), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\\"), let next = self.byte(1), next != UInt8(ascii: "\n"),
                next != UInt8(ascii: "\r")
            {
                if next != UInt8(ascii: "/") { pattern.append(byte) }
                pattern.append(next)
                position += 2
            } else {
                pattern.append(byte)
                position += 1
            }
        }
        if byte() == UInt8(ascii: "/") {
            position += 1
        } else {
            report(.unterminated("pattern", "/", Span(start, position), source))
        }
        take(.pattern(String(decoding: pattern, as: UTF8.self)), from: start)
    }

    // MARK: Texts

    private mutating func text() {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = byte(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !goesOn(after: position) { break }
            if byte == UInt8(ascii: "\\"), let next = self.byte(1), next != UInt8(ascii: "\n"),
                next != UInt8(ascii: "\r")
            {
                text += Self.escaped(next)
                position += 2
            } else {
                text.append(byte)
                position += 1
            }
        }
        if byte() == UInt8(ascii: "\"") {
            position += 1
        } else {
            report(.unterminated("text", "\"", Span(start, position), source))
        }
        take(.text(String(decoding: text, as: UTF8.self), isRaw: false), from: start)
    }

    /// Whether a text goes on after the end of a line: another quote follows on the next one, which does not begin as the lines of
    /// sections do. Else one quote that is missing would turn the rest of the file inside out.
    private func goesOn(after end: Int) -> Bool {
        var place = end
        while place < bytes.count, bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") {
            place += 1
        }
        let stop = bytes[place...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        let line = bytes[place..<stop].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let first = line.first, line.contains(UInt8(ascii: "\"")), !"$#!}({/".utf8.contains(first) else {
            return false
        }
        let words = line.split(maxSplits: 1, omittingEmptySubsequences: true) {
            !Self.startsWord($0) && !Self.isDigit($0)
        }
        if let word = words.first, Self.startsWord(first) {
            let name = String(decoding: word, as: UTF8.self).lowercased()
            let next = line.dropFirst(word.count).first { $0 != UInt8(ascii: " ") }
            return !["and", "or", "not"].contains(name) && next != UInt8(ascii: "=") && next != UInt8(ascii: ":")
        }
        return true
    }

    /// What a letter after a backslash stands for; one that means nothing keeps its backslash, as in a pattern.
    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "n"): [0x0A]
        case UInt8(ascii: "r"): [0x0D]
        case UInt8(ascii: "t"): [0x09]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "`"): [byte]
        default: [UInt8(ascii: "\\"), byte]
        }
    }

    private mutating func rawText() {
        let start = position
        position += 1
        while let byte = byte(), byte != UInt8(ascii: "`") { position += 1 }
        let text = source.text(of: Span(start + 1, position))
        if position < bytes.count {
            position += 1
        } else {
            report(.unterminated("text", "`", Span(start, start + 1), source))
        }
        take(.text(text, isRaw: true), from: start)
    }

    // MARK: Signs

    private static let signs = Token.Sign.allCases.sorted { $0.rawValue.utf8.count > $1.rawValue.utf8.count }

    private mutating func sign() {
        let start = position
        for sign in Self.signs where bytes[position...].starts(with: sign.rawValue.utf8) {
            position += sign.rawValue.utf8.count
            take(.sign(sign), from: start)
            return
        }
        // All bytes of a character, so that it is reported once.
        position += 1
        while let byte = byte(), byte & 0xC0 == 0x80 { position += 1 }
        report(.strangeCharacter(Span(start, position), source))
    }
}
