import Foundation
import TestSupport
import Testing

@testable import PythonRegex

/// Our engine beside CPython's `re`: flags, groups, spans of all modes, iteration, splitting, templates, errors.
@Suite(.enabled(if: pythonPath != nil)) struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// Cases of the random test; set `MARGAY_REGEX_CASES` and `MARGAY_REGEX_SEED` for a longer or another run.
    static let randomCount = environment["MARGAY_REGEX_CASES"].flatMap { Int($0) } ?? 4000
    static let seed = environment["MARGAY_REGEX_SEED"].flatMap { UInt64($0) } ?? 20
    /// A file of patterns to compile besides, a JSON list of strings.
    static let patternFile = environment["MARGAY_REGEX_PATTERNS"]

    @Test("patterns of the table match as in CPython") func table() throws {
        #expect(PatternTable.all.count >= 400)
        let comparison = try expectNoDifference(PatternTable.all)
        #expect(comparison.undecided == 0)
    }

    @Test("errors are CPython's, message and place") func errors() throws {
        let comparison = try expectNoDifference(ErrorTable.all)
        #expect(comparison.undecided == 0)
    }

    @Test("random patterns match as in CPython") func random() throws {
        var generator = RandomPatterns(seed: Self.seed)
        let cases = (0..<Self.randomCount).map { _ in generator.nextCase() }.filter { !$0.hasKnownDifference }
        let comparison = try expectNoDifference(cases)
        #expect(comparison.undecided <= Self.randomCount / 1000)
    }

    @Test("patterns of a file compile as in CPython", .enabled(if: patternFile != nil)) func file() throws {
        let data = try Data(contentsOf: URL(filePath: Self.patternFile ?? ""))
        let patterns = try JSONDecoder().decode([String].self, from: data)
        let subjects = patterns + ["arn:aws:iam::123456789012:user/x", "10.0.0.1 GET /x?y=%2e 2026-01-01T00:00:00.1Z"]
        let cases = patterns.flatMap { pattern in
            [RegexFlags(), .ignoreCase].flatMap { flags in
                subjects.prefix(40).map {
                    RegexCase(flags: flags, pattern: Array(pattern.utf8), subject: Array($0.utf8))
                }
            }
        }
        try expectNoDifference(cases)
    }

    /// Every n-th code point; the whole of Unicode with `MARGAY_REGEX_STRIDE=1`.
    static let stride = environment["MARGAY_REGEX_STRIDE"].flatMap { UInt32($0) } ?? 257

    @Test("classes hold the characters they hold in CPython") func classes() throws {
        let codes = Swift.stride(from: UInt32(0), through: 0x10_FFFF, by: Int(Self.stride)) + Array(0x80...0x600)
        var subject: [UInt8] = []
        for code in codes where !CodePoints.isSurrogate(code) { CodePoints.append(code, to: &subject, kind: .text) }
        let patterns = [
            #"\d"#, #"\w"#, #"\s"#, #"\W"#, #"[^\W]+"#, #"\S+"#, #"[\D]+"#, #"\b"#, "[a-zß-ÿ]", "[^k-z]+", "[𐐀-𐐟Ā-ž]",
        ]
        let cases = patterns.flatMap { pattern in
            [RegexFlags(), .ascii, .ignoreCase, [.ascii, .ignoreCase]].map {
                RegexCase(flags: $0, pattern: Array(pattern.utf8), subject: subject)
            }
        }
        try expectNoDifference(cases)
    }

    @Test("every cased character finds its kin as in CPython") func casing() throws {
        var subject: [UInt8] = []
        for code in CaseTable.cased { CodePoints.append(code, to: &subject, kind: .text) }
        let step = Self.stride == 1 ? 1 : 101
        let extra = CaseTable.extraCases.keys.sorted().map(Int.init) + Array(0x41...0x5A)
        let chosen = Swift.stride(from: 0, to: CaseTable.cased.count, by: step).map { Int(CaseTable.cased[$0]) } + extra
        let cases = chosen.flatMap { code in
            [("", ""), ("[^", "]"), ("[", "-]")].map { before, after in
                var pattern = Array(before.utf8)
                CodePoints.append(UInt32(code), to: &pattern, kind: .text)
                return RegexCase(flags: .ignoreCase, pattern: pattern + after.utf8, subject: subject)
            }
        }
        try expectNoDifference(cases)
    }

    /// Records up to forty differences.
    @discardableResult
    func expectNoDifference(_ cases: [RegexCase]) throws -> Comparison {
        let comparison = try compareWithReference(cases)
        for difference in comparison.differences.prefix(40) {
            let outcomes = "\n  CPython: \(difference.theirs)\n  ours:    \(difference.ours)"
            Issue.record("\(difference.test.testDescription)\(outcomes)")
        }
        let counts = "\(comparison.agreed) equal, \(comparison.undecided) undecided"
        #expect(comparison.differences.isEmpty, "\(comparison.differences.count) differ, \(counts)")
        return comparison
    }
}
