package import Conditions
import Events

/// A condition, ready to be asked about events one by one.
package struct ConditionJudge {
    private let compiled: CompiledConditions
    private let keys: KeyTable
    private let id: CompiledConditions.ID

    /// Compiles `condition`.
    package init(_ condition: Condition) {
        var keys = KeyTable()
        var compiled = CompiledConditions()
        id = compiled.add(condition, keys: &keys)
        self.compiled = compiled
        self.keys = keys
    }

    /// What it says of an event, evaluated in order; unknown for what is no JSON.
    package func truth(_ json: [UInt8]) -> Truth {
        var limits = TapeLimits()
        limits.allowsNonFinite = true
        var tape = Tape(keys: keys, limits: limits)
        guard (try? tape.parse(copying: json)) != nil else { return .unknown }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        evaluator.begin(tape.view)
        return evaluator.evaluate(id)
    }
}
