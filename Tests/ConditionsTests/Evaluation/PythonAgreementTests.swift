import Conditions
import Events
import TestSupport
import Testing

/// What an evaluation knows, the Python that the condition stands for says too.
@Suite("Agreement with Python")
struct PythonAgreementTests {
    static let seeds: [UInt64] = [1, 2, 3, 4]

    /// Random conditions on random events, in both orders. A known truth is Python's result; in sequential order also
    /// nothing raised before it.
    @Test("random conditions mean what their Python means", arguments: seeds)
    func random(seed: UInt64) throws {
        var generator = SampleGenerator(random: Seeded(seed))
        let samples = (0..<150).map { _ in generator.condition(generator.random.below(7) + 1) }
        let events = (0..<60).map { _ in generator.event() }
        var rules = try PythonRules(samples.map(\.python))
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let conditions = samples.map { compiled.add($0.condition, keys: &keys) }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        var known = 0
        var decided = 0
        for event in events {
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            for (index, sample) in samples.enumerated() {
                let expected = try rules.result(index, at: event)
                let truth = evaluator.evaluate(conditions[index])
                if truth != .unknown {
                    #expect(truth == expected.map(Truth.init), "\(sample.python) at \(event): \(sample.condition)")
                    known += 1
                }
                if expected != nil { decided += 1 }
                let kleene = evaluator.evaluate(conditions[index], .kleene)
                if truth != .unknown { #expect(kleene == truth, "\(sample.python) at \(event)") }
                if kleene != .unknown, let expected {
                    #expect(kleene == Truth(expected), "\(sample.python) at \(event)")
                }
            }
        }
        // What is out of reach: loops over the characters of texts, mostly.
        #expect(Double(known) > 0.85 * Double(decided), "\(known) of \(decided)")
    }
}
