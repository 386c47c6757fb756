import Foundation
import PythonRegex
import TestSupport
import Testing

/// Our engine beside CPython's `re`.
@Suite(.enabled(if: pythonPath != nil)) struct DifferentialTests {
    /// Cases of the random test; set `MARGAY_REGEX_CASES` and `MARGAY_REGEX_SEED` for a longer or another run.
    static let environment = ProcessInfo.processInfo.environment
    static let randomCount = environment["MARGAY_REGEX_CASES"].flatMap { Int($0) } ?? 4000
    static let seed = environment["MARGAY_REGEX_SEED"].flatMap { UInt64($0) } ?? 20

    @Test("random patterns match as in CPython") func random() throws {
        var generator = RandomPatterns(seed: Self.seed)
        let cases = (0..<Self.randomCount).map { _ in generator.nextCase() }
        let comparison = try compareWithReference(cases)
        for difference in comparison.differences.prefix(40) {
            Issue.record(
                "\(difference.test.testDescription)\n  CPython: \(difference.theirs)\n  ours:    \(difference.ours)"
            )
        }
        #expect(comparison.differences.count == 0)
        print(
            "random: \(comparison.agreed) equal, \(comparison.undecided) undecided, \(comparison.differences.count) differ"
        )
    }
}
