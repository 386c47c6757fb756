import Detections

/// The tables that a query reads, as far as a scan of its words can tell.
///
/// The reference parses Snowflake's SQL and accepts what it cannot parse. This looks at names after `FROM` and `JOIN`, and passes
/// over what is no plain name (functions, subqueries, placeholders), and over queries that are known to be beyond that grammar:
/// where the two differ, this mostly accepts.
enum QueryTables {
    /// Bytes of a query that is looked at; longer ones are accepted.
    static let bytesMax = 256 << 10

    /// The names in `query` that are not Panther's, lower case, in order; each as often as it is read.
    ///
    /// A name is Panther's if it has three parts of which the second is `public`, if it lies in `snowflake.account_usage`, or
    /// if `alsoValid` begins to match it (`*` stands for anything). Names that `WITH` declares are none.
    static func invalidNames(in query: String, alsoValid: [String]) -> [String] {
        guard query.utf8.count <= bytesMax else { return [] }
        let words = words(of: query)
        guard !isBeyondSnowflake(words) else { return [] }
        var declared = Set<String>()
        var names: [String] = []
        for (index, word) in words.enumerated() {
            let next = words.indices.contains(index + 1) ? words[index + 1] : ""
            let afterNext = words.indices.contains(index + 2) ? words[index + 2] : ""
            let mayDeclare = ["with", "recursive", ","].contains(word) && next != "recursive"
            if mayDeclare, afterNext == "as" || (afterNext == "(" && word != ",") { declared.insert(next) }
            guard word == "from" || word == "join", isName(next), afterNext != "(" else { continue }
            // `EXTRACT(day FROM x)` and its like are no tables.
            if word == "from", isInsideFunction(words, index) { continue }
            names.append(next)
        }
        return names.filter { name in
            if declared.contains(name) || ["lateral", "table", "values", "select"].contains(name) { return false }
            if alsoValid.contains(where: { PathName.matches(name, $0.lowercased() + "*") }) { return false }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            return
                !(parts.count == 3
                && (parts[1] == "public" || (parts[0] == "snowflake" && parts[1] == "account_usage")))
        }
    }

    /// Whether the query is in Panther's dialect where Snowflake's grammar ends, so that the reference cannot parse it: bare
    /// durations (`p_occurs_since(90m)`), arguments left out (`f(a, , b)`), imports of templates.
    private static func isBeyondSnowflake(_ words: [String]) -> Bool {
        for (index, word) in words.enumerated() {
            if word == ",", index > 0, words[index - 1] == "," { return true }
            if isDuration(word) { return true }
            if word == "import", index > 1, words[index - 1] == "%", words[index - 2] == "{" { return true }
        }
        return false
    }

    /// `90m`, `1h`; not `1e5`, which is a number.
    private static func isDuration(_ word: String) -> Bool {
        let digits = word.utf8.prefix { (48...57).contains($0) }
        let rest = word.utf8.dropFirst(digits.count)
        guard !digits.isEmpty, let first = rest.first else { return false }
        if first == UInt8(ascii: "e"), rest.dropFirst().allSatisfy({ (48...57).contains($0) }) { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    }

    /// Whether the `FROM` at `index` belongs to a function's arguments: between it and the parenthesis that is open there is no
    /// `SELECT`, and before the parenthesis stands such a function.
    private static func isInsideFunction(_ words: [String], _ index: Int) -> Bool {
        var depth = 0
        var place = index
        while place > 0 {
            place -= 1
            switch words[place] {
            case ")": depth += 1
            case "(":
                if depth == 0 {
                    return place > 0
                        && ["extract", "trim", "substring", "position", "overlay"].contains(words[place - 1])
                }
                depth -= 1
            case "select" where depth == 0: return false
            default: break
            }
        }
        return false
    }

    private static func isName(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) || first == UInt8(ascii: "_")
            || first == UInt8(ascii: "\"")
    }

    /// Words in lower case, dotted names whole, each mark by itself; texts and comments are left out.
    private static func words(of query: String) -> [String] {
        let bytes = Array(query.utf8)
        var words: [String] = []
        var place = 0
        func at(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }
        func skip(to end: [UInt8], from start: Int) -> Int {
            var offset = start
            while offset < bytes.count {
                if bytes[offset...].starts(with: end) { return offset + end.count }
                offset += 1
            }
            return bytes.count
        }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "-"), at(place + 1) == byte {
                place = skip(to: [UInt8(ascii: "\n")], from: place)
            } else if byte == UInt8(ascii: "/"), at(place + 1) == UInt8(ascii: "*") {
                place = skip(to: Array("*/".utf8), from: place + 2)
            } else if byte == UInt8(ascii: "'") {
                place = skip(to: [byte], from: place + 1)
                words.append("''")
            } else if isNameByte(byte) {
                let start = place
                while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
                words.append(String(decoding: bytes[start..<place], as: UTF8.self).lowercased())
            } else {
                if byte > 0x20 { words.append(String(decoding: [byte], as: UTF8.self)) }
                place += 1
            }
        }
        return words
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (48...57).contains(byte) || byte >= 0x80
            || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "\"")].contains(byte)
    }
}
