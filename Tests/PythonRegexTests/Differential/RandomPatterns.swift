import PythonRegex

/// Random patterns and subjects; the same ones for a seed.
struct RandomPatterns {
    private var state: UInt64
    private var groups = 0
    private var names: [String] = []
    private var kind = PatternKind.text

    init(seed: UInt64) {
        state = seed
    }

    /// The next of a case; about one pattern in eight is no pattern but a heap of syntax.
    mutating func nextCase() -> RegexCase {
        groups = 0
        names = []
        kind = chance(8) ? .bytes : .text
        var flags: RegexFlags = []
        let all: [RegexFlags] = [.ignoreCase, .multiline, .dotAll, .ascii, .verbose]
        for flag in all where chance(flag == .verbose || flag == .ascii ? 10 : 5) { flags.formUnion(flag) }
        let text =
            chance(8)
            ? garbage() : (chance(12) ? "(?\(pick(["i", "m", "s", "x", "a", "im", "ix"])))" : "") + branches(depth: 3)
        var test = RegexCase(kind: kind, flags: flags, pattern: bytes(text), subject: bytes(subject()))
        if chance(3) { test.template = bytes(template()) }
        if chance(6) {
            let places = boundaries(of: test.subject)
            let start = places[below(places.count)]
            test.start = start
            test.end = places.filter { $0 >= start }.randomElement(using: &self) ?? start
        }
        return test
    }

    private func boundaries(of bytes: [UInt8]) -> [Int] {
        (0...bytes.count).filter { kind == .bytes || $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    }

    private func bytes(_ text: String) -> [UInt8] {
        kind == .text ? Array(text.utf8) : text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    private mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }
    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    // MARK: Patterns

    private static let plain = [
        "a", "b", "c", "A", "B", "1", "_", "k", "K", "s", "S", "i", "I", "é", "É", " ", "-", "ſ", "İ", "ı", "\u{212A}",
        "µ",
        "μ", "ß", "ẞ", "𐐀", "𐐨", "\u{1c}", "\u{85}", "\u{a0}", "٣", "²", "Σ", "σ", "ς", "ǅ", "\u{345}",
    ]
    private static let subjectOnly = [
        "\n", "\n", "a", "a", "b", "b", "c", "ab", "A", "\u{2028}", "\r", "x", "\t", ",", "\u{180e}",
    ]

    private mutating func subject() -> String {
        var result = ""
        for _ in 0..<below(11) {
            result += chance(2) ? pick(Array(Self.plain.prefix(6))) : pick(Self.plain + Self.subjectOnly)
        }
        return result
    }

    private mutating func branches(depth: Int) -> String {
        var result = sequence(depth: depth)
        while chance(4) { result += "|" + sequence(depth: depth) }
        return result
    }

    private mutating func sequence(depth: Int) -> String {
        var result = ""
        for _ in 0..<below(4) { result += item(depth: depth) }
        return result
    }

    private mutating func item(depth: Int) -> String {
        let atom = atom(depth: depth)
        guard chance(3) else { return atom }
        let quantifier = pick(["*", "+", "?", "{2}", "{1,2}", "{,2}", "{0,1}", "{2,}", "{0}", "{,}", "{x}", "{"])
        return atom + quantifier + (chance(4) ? pick(["?", "+"]) : "")
    }

    private mutating func atom(depth: Int) -> String {
        switch below(depth > 0 ? 24 : 14) {
        case 0...4: return pick(Array(Self.plain.prefix(6)))
        case 5, 6: return pick(Self.plain)
        case 7: return "."
        case 8: return pick([#"\d"#, #"\w"#, #"\s"#, #"\D"#, #"\W"#, #"\S"#])
        case 9: return pick(["^", "$", #"\A"#, #"\Z"#, #"\b"#, #"\B"#])
        case 10, 11: return characterClass()
        case 12:
            return groups > 0
                ? #"\#(chance(2) && !names.isEmpty ? "(?P=\(pick(names)))" : "\\\(1 + below(groups))")"# : "a"
        case 13: return pick([#"\n"#, #"\x41"#, #"\u0130"#, #"\101"#, #"\."#, #"\-"#, #"\t"#, "(?#c)", #"\0"#])
        case 14...17: return group(depth: depth)
        case 18: return "(?:" + branches(depth: depth - 1) + ")"
        case 19: return "(?" + pick(["=", "!"]) + branches(depth: depth - 1) + ")"
        case 20: return "(?<" + pick(["=", "!"]) + (chance(2) ? branches(depth: 0) : fixed()) + ")"
        case 21: return "(?>" + branches(depth: depth - 1) + ")"
        case 22:
            return "(?" + pick(["i", "-i", "s", "m", "x", "a", "u", "i-s", "-m"]) + ":" + branches(depth: depth - 1)
                + ")"
        default:
            guard groups > 0 else { return "b" }
            return "(?(\(1 + below(groups)))" + sequence(depth: depth - 1)
                + (chance(2) ? "|" + sequence(depth: depth - 1) : "") + ")"
        }
    }

    private mutating func group(depth: Int) -> String {
        groups += 1
        guard chance(4) else { return "(" + branches(depth: depth - 1) + ")" }
        let name = "n\(groups)"
        let body = branches(depth: depth - 1)
        names.append(name)
        return "(?P<\(name)>" + body + ")"
    }

    private mutating func fixed() -> String {
        let atoms = ["a", "b", ".", #"\w"#, "[ab]", "(a)", "(?:a|b)", "a{2}", "ab", "^", #"\b"#, "(?=b)"]
        return pick(atoms) + (chance(2) ? pick(atoms) : "")
    }

    private mutating func characterClass() -> String {
        var result = chance(3) ? "[^" : "["
        for _ in 0...below(3) {
            result += pick(
                Self.plain + [
                    "a-z", "A-C", "0-9", #"\d"#, #"\w"#, #"\s"#, #"\S"#, #"\W"#, "à-ö", "]", "[:alpha:]", "^", "-",
                    "&&", #"\n"#,
                    "𐐀-𐐅", "\u{130}-\u{133}", "Α-Ω", #"\-"#, #"\]"#, " -~", "k-t", #"\b"#,
                ]
            )
        }
        return result + "]"
    }

    private mutating func garbage() -> String {
        let tokens = [
            "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "\\", "^", "$", "a", "b", "1", "2", ",", "-", ":", "=",
            "!", "<",
            ">", "(?", "(?P<", "(?P=", "P", "n", "#", "(?(", "i", "L", "u", "x", "\\1", "\\8", "\\x", "\\u12",
            "\\U0001", "\\N{",
            "\\q", "(?<=", "(?<", "\n", "(?i)", "(?-", "(?P<a>", "é", "\\400", "\\07", "_", "'", "}", "{2,1}", "{1,2}",
            "Z", "g",
        ]
        var result = ""
        for _ in 0...below(7) { result += pick(tokens) }
        return result
    }

    private mutating func template() -> String {
        let tokens = [
            "a", "-", "é", #"\1"#, #"\2"#, #"\g<0>"#, #"\g<1>"#, #"\g<n1>"#, #"\n"#, #"\\"#, #"\q"#, #"\g"#, #"\g<"#,
            #"\0"#,
            #"\101"#, #"\07"#, #"\9"#, #"\400"#, "\\", #"\g<x>"#, #"\g< 1 >"#, #"\g<-1>"#, #"\."#, #"\g<1"#, #"\12"#,
            #"\é"#,
        ]
        var result = ""
        for _ in 0...below(3) { result += pick(tokens) }
        return result
    }
}

extension RandomPatterns: RandomNumberGenerator {
    /// SplitMix64: the standard generator's sequence is not promised to stay.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
