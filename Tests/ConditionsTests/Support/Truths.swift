import Conditions
import Events

/// Evaluates one condition after the other on events given as text.
enum Truths {
    /// The truth of `condition` at the event.
    static func truth(
        of condition: Condition,
        at event: String,
        _ order: TruthOrder = .sequential
    ) throws -> Truth {
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let id = compiled.add(condition, keys: &keys)
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var limits = TapeLimits()
        limits.allowsNonFinite = true
        var tape = Tape(keys: keys, limits: limits)
        try tape.parse(copying: event.utf8)
        evaluator.begin(tape.view)
        return evaluator.evaluate(id, order)
    }
}
