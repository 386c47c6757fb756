import PythonRegex
import Testing

/// Matching: bounds, faults, limits on both sides, lone surrogates.
@Suite struct PatternMatcherTests {
    /// Spans of `pattern` in `subject`, nil where nothing matches.
    private func spans(
        _ pattern: Pattern,
        _ subject: [UInt8],
        mode: MatchMode = .search,
        from start: Int = 0,
        to end: Int? = nil,
        limits: MatchLimits = MatchLimits()
    ) throws -> [Int]? {
        let matcher = try PatternMatcher(pattern, workspace: MatchWorkspace(limits: limits))
        var captures = [Int](repeating: -7, count: pattern.captureSlotCount)
        let isFound = try subject.withUnsafeBytes { bytes in
            try captures.withUnsafeMutableBufferPointer {
                try matcher.find(mode, in: bytes, from: start, to: end, captures: $0)
            }
        }
        return isFound ? captures : nil
    }

    @Test("captures are byte offsets, -1 where a group took no part") func captures() throws {
        let pattern = try Pattern(#"(?i)(\w+)@(?P<domain>\w+)\.com|(x)"#)
        #expect(try spans(pattern, Array("é Bob@Ex.COM".utf8)) == [3, 13, 3, 6, 7, 9, -1, -1])
        #expect(pattern.flags == [.ignoreCase, .unicode])
        #expect(pattern.groupCount == 3)
        #expect(pattern.groupNames.map(\.name) == ["domain"])
    }

    @Test("a bytes pattern takes any bytes") func anyBytes() throws {
        let pattern = try Pattern([0xFF, 0x2E], kind: .bytes)
        #expect(pattern.flags == [])
        #expect(try spans(pattern, [0x41, 0xFF, 0x80]) == [1, 3])
    }

    @Test(
        "a subject that is not text is refused",
        arguments: [
            [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x9F, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0xFF], [0xE2, 0x82],
        ] as [[UInt8]]
    ) func invalidText(_ subject: [UInt8]) throws {
        let pattern = try Pattern(".")
        #expect(throws: MatchFault.invalidText) { try spans(pattern, subject) }
    }

    @Test("lone surrogates match as characters of their own") func surrogates() throws {
        let subject: [UInt8] = [0x61, 0xED, 0xA0, 0x80, 0x62]
        #expect(try spans(Pattern("a.b"), subject) == [0, 5])
        #expect(try spans(Pattern(#"\ud800"#), subject) == [1, 4])
        #expect(try spans(Pattern(#"\ud801"#), subject) == nil)
        #expect(try spans(Pattern(#"[\ud800-\udfff]b"#), subject) == [1, 5])
        #expect(try spans(Pattern(#"\w{3}"#), subject) == nil)
        #expect(try spans(Pattern([0xED, 0xA0, 0x80]), subject) == [1, 4])
        #expect(try spans(Pattern(#"\ud800"#), Array("\u{e000}".utf8)) == nil)
    }

    @Test("offsets outside of the subject, crossed or within a character are refused") func ranges() throws {
        let pattern = try Pattern("")
        let subject = Array("aé".utf8)
        #expect(try spans(pattern, subject, from: 3) == [3, 3])
        for (start, end) in [(-1, 3), (4, nil), (2, 1), (0, 4), (2, nil)] as [(Int, Int?)] {
            #expect(throws: MatchFault.invalidRange) { try spans(pattern, subject, from: start, to: end) }
        }
        #expect(throws: MatchFault.invalidText) { try spans(pattern, subject, to: 2) }
    }

    @Test("an empty buffer without an address is a subject") func emptyBuffer() throws {
        let pattern = try Pattern("^$")
        let matcher = try PatternMatcher(pattern, workspace: MatchWorkspace())
        var captures = [7, 7]
        let isFound = try captures.withUnsafeMutableBufferPointer {
            try matcher.find(.fullMatch, in: UnsafeRawBufferPointer(start: nil, count: 0), captures: $0)
        }
        #expect(isFound && captures == [0, 0])
    }

    // MARK: Limits

    /// Patterns that explode, each with what makes them.
    static let catastrophes: [(String, [UInt8])] = [
        ("(a+)+$", Array(String(repeating: "a", count: 30).utf8) + [0x21]),
        ("(a|aa)+$", Array(String(repeating: "a", count: 60).utf8) + [0x21]),
        ("^(?:a?){40}a{40}[bc]", Array(String(repeating: "a", count: 60).utf8)),
        (#"(\w+\s?)+[!?]"#, Array(String(repeating: "ab ", count: 40).utf8)),
        ("(?:ab?|b)*(?:ab?|b)*[cd]", Array(String(repeating: "ab", count: 120).utf8)),
        ("(?:ab?|b)*[cd]", Array(String(repeating: "ab", count: 20_000).utf8)),
        (String(repeating: "x?", count: 40) + "[yz]", Array(String(repeating: "x", count: 300).utf8)),
        (String(repeating: "(?:x|xx)", count: 40) + "[yz]", Array(String(repeating: "x", count: 300).utf8)),
        ("(x+x+)+[yz]", Array(String(repeating: "x", count: 5_000).utf8)),
        (#"(?:\s|x)+$"#, Array(String(repeating: " ", count: 50_000).utf8) + [0x79]),
        ("[ab]*?[ab]*?[cd]", Array(String(repeating: "ab", count: 10_000).utf8)),
    ]

    @Test("a pattern that explodes ends with a fault, soon", arguments: catastrophes)
    func catastrophe(_ source: String, _ subject: [UInt8]) throws {
        let pattern = try Pattern(source)
        let clock = ContinuousClock()
        let time = clock.measure {
            let fault = #expect(throws: MatchFault.self) { try spans(pattern, subject) }
            #expect(fault == .steps || fault == .memory)
        }
        // Generous for busy machines and for the interpreter; 1 ms and 50 ms were measured.
        #expect(time < .seconds(5), "\(source): \(time)")
    }

    @Test("steps: the limit passes, one less does not") func steps() throws {
        let pattern = try Pattern("(?:ab?|b)*[cd]")
        let short = Array("abababab".utf8)
        #expect(try spans(pattern, short, limits: MatchLimits(steps: 1000)) == nil)
        #expect(throws: MatchFault.steps) { try spans(pattern, short, limits: MatchLimits(steps: 2)) }
        let metered = MatchLimits(meteredFromBytes: 0, meteredSteps: 1000, meteredStepsPerByte: 0)
        #expect(try spans(pattern, short, limits: metered) == nil)
        #expect(throws: MatchFault.steps) {
            try spans(
                pattern,
                short,
                limits: MatchLimits(meteredFromBytes: 0, meteredSteps: 10, meteredStepsPerByte: 0)
            )
        }
    }

    @Test("a long subject that asks for one pass is matched") func longSubject() throws {
        let words = Array(String(repeating: "lorem ipsum ", count: 20_000).utf8)
        #expect(try spans(Pattern(#"(?:\w+\s)+$"#), words) == [0, words.count])
        #expect(try spans(Pattern(#"[\w.]+@[\w.]+"#), words + Array("a@b".utf8)) == [words.count, words.count + 3])
        #expect(try spans(Pattern("dolor"), words) == nil)
    }

    @Test("a match too deep for the JIT's stack goes to the interpreter, within its heap") func stack() throws {
        let subject = Array(String(repeating: "ab", count: 20_000).utf8)
        let pattern = try Pattern("(?:(a)(b)|c)*$")
        let small = MatchLimits(stackBytes: 32 << 10)
        #expect(try spans(pattern, subject, limits: small) == [0, 40_000, 39_998, 39_999, 39_999, 40_000])
        let smaller = MatchLimits(heapKibibytes: 1, stackBytes: 32 << 10)
        #expect(throws: MatchFault.memory) { try spans(pattern, subject, limits: smaller) }
    }

    @Test("the subject's length has a limit") func subjectLength() throws {
        let pattern = try Pattern("a")
        let limits = MatchLimits(subjectBytes: 4)
        #expect(try spans(pattern, Array("xxxa".utf8), limits: limits) == [3, 4])
        #expect(throws: MatchFault.subjectLength) { try spans(pattern, Array("xxxxa".utf8), limits: limits) }
        #expect(try spans(pattern, Array("xxxax".utf8), to: 4, limits: limits) == [3, 4])
    }

    @Test(
        "the last group is the one that closed last",
        arguments: [
            ("(a)(b)", "ab", 2), ("((a)(b))", "ab", 1), ("(a)|(b)", "a", 1), ("a", "a", nil), ("(a)(b)?", "a", 1),
            ("(?:(a)|(b))*", "ba", 1), ("(a)(b?)", "a", 2),
        ] as [(String, String, Int?)]
    )
    func lastGroup(_ source: String, _ subject: String, _ expected: Int?) throws {
        let pattern = try Pattern(source)
        var captures = try #require(try spans(pattern, Array(subject.utf8)))
        #expect(captures.withUnsafeMutableBufferPointer { pattern.lastGroup(of: $0) } == expected)
    }
}
