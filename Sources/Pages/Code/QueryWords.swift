/// Tells the words of a query language apart: comments, strings, numbers, reserved words, placeholders.
struct QueryWords {
    /// What languages differ in.
    struct Dialect {
        /// Reserved words.
        var keywords: Set<String>
        /// Whether `` ` `` and `/` begin strings that end with the same.
        var hasRawStrings: Bool
        /// What may stand between two words of which each alone is a name: `mv-expand`.
        var joinsWithHyphens: Bool
    }

    private let bytes: [UInt8]
    private let dialect: Dialect
    private var place = 0
    private var words: [CodeWord] = []
    /// The last byte before `place` that is no blank: tells a pattern in slashes from a division.
    private var lastSign: UInt8 = UInt8(ascii: "(")

    init(_ bytes: [UInt8], _ dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func add(_ kind: CodeWord.Kind, from start: Int) {
        if start < place { words.append(CodeWord(kind, start..<place)) }
    }

    mutating func read() -> [CodeWord] {
        while place < bytes.count {
            let start = place
            switch bytes[place] {
            case UInt8(ascii: "/") where byte(place + 1) == UInt8(ascii: "/"):
                skip { $0 != UInt8(ascii: "\n") }
                add(.comment, from: start)
            case UInt8(ascii: "/") where byte(place + 1) == UInt8(ascii: "*"):
                place += 2
                while place < bytes.count, !(bytes[place] == UInt8(ascii: "*") && byte(place + 1) == UInt8(ascii: "/"))
                {
                    place += 1
                }
                place = min(place + 2, bytes.count)
                add(.comment, from: start)
            case UInt8(ascii: "/") where dialect.hasRawStrings && "(=,:~!".utf8.contains(lastSign): readString(start)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(start)
            case UInt8(ascii: "`") where dialect.hasRawStrings: readString(start)
            case UInt8(ascii: "@") where byte(place + 1) == UInt8(ascii: "\"") || byte(place + 1) == UInt8(ascii: "'"):
                place += 1
                readString(start, isVerbatim: true)
            case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"):
                place += 1
                skip(while: Self.isLetter)
                if place > start + 1 { add(.variable, from: start) }
                lastSign = UInt8(ascii: "a")
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                skip { Self.isLetter($0) || $0 == UInt8(ascii: ".") }
                add(.number, from: start)
                lastSign = UInt8(ascii: "0")
            case let byte where Self.isLetter(byte): readName(start)
            case let byte:
                if byte > 0x20 { lastSign = byte }
                place += 1
            }
        }
        return words
    }

    private mutating func skip(while holds: (UInt8) -> Bool) {
        while place < bytes.count, holds(bytes[place]) { place += 1 }
    }

    /// A string whose opening quote is at `place`; ends with the line at the latest.
    private mutating func readString(_ start: Int, isVerbatim: Bool = false) {
        let quote = bytes[place]
        let isRaw = isVerbatim || quote == UInt8(ascii: "`")
        place += 1
        while place < bytes.count, bytes[place] != quote, bytes[place] != UInt8(ascii: "\n") {
            place += !isRaw && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place, bytes.count)
        if byte(place) == quote { place += 1 }
        add(.string, from: start)
        lastSign = UInt8(ascii: "\"")
    }

    private mutating func readName(_ start: Int) {
        skip(while: Self.isLetter)
        while dialect.joinsWithHyphens, byte(place) == UInt8(ascii: "-"), place + 1 < bytes.count,
            Self.isLetter(bytes[place + 1])
        {
            let end = place
            place += 1
            skip(while: Self.isLetter)
            guard isKeyword(start) else {
                place = end
                break
            }
        }
        if isKeyword(start) {
            // `or /x/` and `and /x/` are followed by patterns as signs are.
            lastSign = UInt8(ascii: "(")
            return add(.keyword, from: start)
        }
        lastSign = UInt8(ascii: "a")
    }

    private func isKeyword(_ start: Int) -> Bool {
        dialect.keywords.contains(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

extension QueryWords.Dialect {
    /// Source: Google SecOps, YARA-L 2.0 language syntax.
    static let yaral = QueryWords.Dialect(
        keywords: [
            "rule", "meta", "events", "match", "condition", "outcome", "options", "and", "or", "not", "nocase", "over",
            "in", "regex", "cidr", "any", "all", "if", "true", "false", "after", "before", "is", "null",
        ],
        hasRawStrings: true,
        joinsWithHyphens: false
    )

    /// Source: Kusto's documents of tabular operators, scalar operators and statements.
    static let kql = QueryWords.Dialect(
        keywords: [
            "let", "where", "filter", "extend", "project", "project-away", "project-rename", "project-reorder",
            "project-keep", "summarize", "join", "lookup", "union", "by", "on", "kind", "inner", "innerunique",
            "leftouter", "rightouter", "fullouter", "leftanti", "rightanti", "leftsemi", "rightsemi", "distinct",
            "sort",
            "order", "asc", "desc", "top", "take", "limit", "count", "mv-expand", "mvexpand", "mv-apply", "parse",
            "parse-where", "parse-kv", "evaluate", "invoke", "render", "serialize", "datatable", "externaldata", "with",
            "make-series", "search", "find", "print", "as", "and", "or", "not", "in", "has", "has_any", "has_all",
            "contains", "contains_cs", "startswith", "endswith", "matches", "regex", "between", "true", "false", "null",
            "has_cs", "hasprefix", "hassuffix", "startswith_cs", "endswith_cs", "to", "typeof", "set", "declare",
        ],
        hasRawStrings: false,
        joinsWithHyphens: true
    )
}
