import Foundation
import PythonRegex
import TestSupport
import Testing

/// Where we and CPython differ, of many cases at once.
struct Comparison {
    /// Case, CPython's outcome, ours.
    var differences: [(test: RegexCase, theirs: String, ours: String)] = []
    /// Cases that one of the two gave up for time or a limit.
    var undecided = 0
    /// Cases of which both said the same.
    var agreed = 0
}

/// Runs `cases` in one process of CPython and in our engine.
func compareWithReference(_ cases: [RegexCase]) throws -> Comparison {
    let python = try #require(pythonPath)
    let input = Data(cases.map { $0.line + "\n" }.joined().utf8)
    let result = try run(python, ["-c", referenceScript], input: input)
    try #require(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == cases.count)
    // Every case in code for short subjects and in metered code.
    let outcomes = [MatchLimits(), MatchLimits(meteredFromBytes: -1)].map {
        Outcome(workspace: MatchWorkspace(limits: $0))
    }
    var comparison = Comparison()
    for (test, line, ours) in outcomes.flatMap({ outcome in zip(cases, lines).map { ($0, $1, outcome.text(of: $0)) } })
    {
        let oursHexadecimal = hexadecimal(ours.utf8)
        if oursHexadecimal == line {
            comparison.agreed += 1
        } else if line == hexadecimal("T".utf8) || ours.hasPrefix("X") {
            comparison.undecided += 1
        } else {
            comparison.differences.append((test, text(ofHexadecimal: line), ours))
        }
    }
    return comparison
}

private func text(ofHexadecimal line: Substring) -> String {
    let digits = Array(line)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return String(decoding: bytes, as: UTF8.self)
}
