import Testing

@testable import PythonRegex

/// Compiling: faults that CPython has not, limits on both sides.
@Suite struct PatternTests {
    private func fault(_ pattern: String, _ flags: RegexFlags = []) -> PatternFault? {
        do {
            _ = try Pattern(pattern, flags: flags)
            return nil
        } catch {
            return error
        }
    }

    private func nested(_ depth: Int, _ opening: String = "(") -> String {
        String(repeating: opening, count: depth) + String(repeating: ")", count: depth)
    }

    @Test("groups nest to the limit and no deeper", arguments: ["(", "(?:", "(?=", "(?>", "(?i:", "(?<=", "(?P<a>(?:"])
    func nesting(_ opening: String) {
        let depth = PatternLimit.nestingMax
        if !opening.hasPrefix("(?P") { #expect(fault(nested(depth, opening)) == nil) }
        #expect(fault(nested(depth + 1, opening.hasPrefix("(?P") ? "(" : opening)) == .limit(.nesting))
        #expect(fault(nested(30_000)) == .limit(.nesting))
    }

    @Test("quantified groups nest to the limit") func quantified() {
        let depth = PatternLimit.nestingMax
        #expect(fault(String(repeating: "(?:", count: depth) + "a" + String(repeating: ")?+", count: depth)) == nil)
    }

    @Test("a count may be as large as PCRE2's") func repetition() {
        let most = PatternLimit.repeatMax
        for pattern in ["a{\(most)}", "a{0,\(most)}", "a{\(most),}"] { #expect(fault(pattern) == nil) }
        for pattern in ["a{\(most + 1)}", "a{0,\(most + 1)}", "a{\(most + 1),}"] {
            #expect(fault(pattern) == .limit(.repetition))
        }
    }

    /// CPython turns a count into an integer, zeros at its front included, and refuses as `int` does.
    @Test("a count may be written with so many digits", arguments: ["a{", "a{0,"]) func countDigits(_ opening: String) {
        func pattern(_ digits: Int) -> String { opening + String(repeating: "0", count: digits - 1) + "1}" }
        #expect(fault(pattern(PythonText.integerDigitsMax)) == nil)
        let past = PythonText.integerDigitsMax + 1
        #expect(
            fault(pattern(past))
                == .value(
                    "Exceeds the limit (4300 digits) for integer string conversion: value has \(past) digits; "
                        + "use sys.set_int_max_str_digits() to increase the limit"
                )
        )
    }

    @Test("a pattern may be so long") func length() {
        let text = String(repeating: "a", count: PatternLimit.lengthMax)
        #expect(fault(text + "a") == .limit(.length))
        if case .limit(.size) = fault(text) {} else { Issue.record("PCRE2's links are two bytes") }
        #expect(fault(String(repeating: "a", count: 20_000)) == nil)
        if case .limit(.size) = fault("(?:(?:abc){60}d){1000}") {} else { Issue.record("expansion is limited") }
    }

    @Test("a pattern may have so many caseless classes beyond ASCII") func wideClasses() {
        let most = String(repeating: "[é-ï]", count: PatternLimit.wideClassesMax)
        #expect(fault(most, .ignoreCase) == nil)
        #expect(fault(most + "[a-z]", .ignoreCase) == nil)
        #expect(fault(most + "[é-ï]", .ignoreCase) == .limit(.wideClasses))
        #expect(fault(most + "[é-ï]") == nil)
    }

    @Test("flags that exclude each other are a ValueError") func flags() throws {
        #expect(fault("a", .locale) == .value("cannot use LOCALE flag with a str pattern"))
        #expect(fault("a", [.ascii, .unicode]) == .value("ASCII and UNICODE flags are incompatible"))
        #expect(fault("a*", .template)?.message == "internal: unsupported template operator MAX_REPEAT")
        #expect(fault("a", .template) == nil)
        #expect(throws: PatternFault.value("cannot use UNICODE flag with a bytes pattern")) {
            try Pattern([0x61], kind: .bytes, flags: .unicode)
        }
        #expect(throws: PatternFault.value("ASCII and LOCALE flags are incompatible")) {
            try Pattern([0x61], kind: .bytes, flags: [.ascii, .locale])
        }
        #expect(try Pattern("a").flags.rawValue == 32)
        #expect(try Pattern("(?is)a", flags: .multiline).flags.rawValue == 58)
        #expect(try Pattern("(?a)a").flags.rawValue == 256)
        #expect(try Pattern([0x61], kind: .bytes, flags: .locale).flags.rawValue == 4)
    }

    @Test("an error says message and place") func error() {
        guard case .syntax(let error) = fault("a\n(b") else {
            Issue.record("no error")
            return
        }
        #expect(error.message == "missing ), unterminated subpattern")
        #expect([error.position, error.line, error.column] == [2, 2, 1])
        #expect(error.description == "missing ), unterminated subpattern at position 2 (line 2, column 1)")
    }

    @Test("bytes that are not text are no str pattern") func invalidText() {
        #expect(throws: PatternFault.invalidText) { try Pattern([0xFF]) }
    }

    @Test("escape writes what matches the text itself") func escape() throws {
        #expect(Pattern.escape(Array("a.b-c d\n#é~".utf8)) == Array("a\\.b\\-c\\ d\\\n\\#é\\~".utf8))
        #expect(Pattern.escape(Array("'\"!%,/:;<=>@_`".utf8)) == Array("'\"!%,/:;<=>@_`".utf8))
    }

    @Test("a template is pieces; neighbours are joined") func template() throws {
        let pattern = try Pattern("(?P<n>a)(b)")
        let template = try ReplacementTemplate(Array(#"x\.\g<n>\2\t\060"#.utf8), for: pattern)
        #expect(template.pieces == [.literal(Array(#"x\."#.utf8)), .group(1), .group(2), .literal(Array("\t0".utf8))])
        #expect(throws: PatternFault.unknownGroup("'m'")) {
            try ReplacementTemplate(Array(#"\g<m>"#.utf8), for: pattern)
        }
    }

    @Test("a substitution grows to its limit and no further") func resultLength() throws {
        let pattern = try Pattern("a")
        let template = try ReplacementTemplate(Array("bb".utf8), for: pattern)
        let subject = Array("aaa".utf8)
        for (limit, expected) in [(6, "bbbbbb"), (5, nil)] as [(Int, String?)] {
            let matcher = try PatternMatcher(
                pattern,
                workspace: MatchWorkspace(limits: MatchLimits(resultBytes: limit))
            )
            let result = try? subject.withUnsafeBytes { try matcher.substitute(template, in: $0).result }
            #expect(result == expected.map { Array($0.utf8) })
        }
    }

    @Test("what every match begins with") func beginnings() {
        let rows: [(pattern: String, beginning: String?)] = [
            ("abc", "abc"), ("abc|abd", nil), ("(abc|x)d", nil), ("(abc)d", "abcd"), ("(?:ab)+c", "ab"), ("ab+c", "ab"),
            ("ab*c", nil), ("abc?d", "ab"), ("ab{2}c", "ab"), ("ab{1}c", "abc"), ("^abc$", "abc"),
            (#"\bab\.c"#, "ab.c"),
            (":role/.+/i-", ":role/"), ("a.c", nil), ("[a]bc", "abc"), ("[ab]c", nil), ("(?i)abc", nil),
            ("(?i:abc)", nil), ("(?=ab)ab", nil),
            ("ab(?=c)d", "ab"), ("(?>ab)c", "abc"), (#"(ab)\1"#, "ab"), ("(?x) a b c", "abc"), ("é", "é"), ("a", nil),
            ("", nil), ("(", nil),
        ]
        for row in rows {
            #expect(
                Pattern.beginning(of: row.pattern).map { String(decoding: $0, as: UTF8.self) } == row.beginning,
                "\(row)"
            )
        }
    }

    private static func alternatives(_ count: Int) -> [String] { (0..<count).map { "p\($0 + 100)" } }

    @Test("what every match has in it") func certainParts() {
        let rows: [(pattern: String, parts: [String]?)] = [
            ("abc", ["abc"]), ("a.bcd.ef", ["bcd"]), ("a.bc.de", ["bc"]), ("x?abc", ["abc"]), ("(ab)+c", ["ab"]),
            ("ab{2}c", ["ab"]), ("ab{1}cd", ["abcd"]), ("ab*c", nil), ("^abc$", ["abc"]), (#"\bab\.c"#, ["ab.c"]),
            // Of alternatives one is there; of what is certain beside them the longest says most.
            ("ab|cde", ["ab", "cde"]), ("(?:ab|cde)f", ["ab", "cde"]), ("(?:abcd|ef)ghi", ["ghi"]), ("ab|c", nil),
            ("(?:ab|c)de", ["de"]), ("(?:ab|c*)", nil), ("[xy]abc", ["abc"]), (#"a\dbc"#, ["bc"]),
            // Letters in either case are those of ASCII.
            ("(?i)ABc", ["abc"]), ("(?i)aébc", ["bc"]), ("(?i:ab)cde", ["cde"]), ("aébc", ["aébc"]),
            ("(?=ab)cd", ["cd"]), ("(?<!ab)cd", ["cd"]), (#"(ab)\1x"#, ["ab"]), ("(?>ab)c", ["abc"]), ("a", nil),
            ("", nil), ("(", nil), (".*", nil), ("(?x) a b # c\n d", ["abd"]),
            (Self.alternatives(Pattern.certainPartsMax + 1).joined(separator: "|"), nil),
            (
                Self.alternatives(Pattern.certainPartsMax).joined(separator: "|"),
                Self.alternatives(Pattern.certainPartsMax)
            ),
        ]
        for row in rows {
            let found = Pattern.certainParts(of: row.pattern)
            #expect(found?.texts.map { String(decoding: $0, as: UTF8.self) } == row.parts, "\(row.pattern)")
            #expect(found.map(\.ignoresCase) ?? false == (row.parts != nil && row.pattern.hasPrefix("(?i)")), "\(row)")
        }
        let flagged = Pattern.certainParts(of: "AbC", flags: .ignoreCase)
        #expect(flagged == Pattern.CertainParts([Array("abc".utf8)], ignoresCase: true))
    }
}
