import Conditions
import Detections
import Events

/// The detections of a pack that are conditions, ready for the tapes of one machine: a worker's own.
///
/// Detections are added as they are loaded, and linked together before the first tape is made: fields are numbered in the key table
/// that the tape is made with, so that finding one compares numbers.
struct LogicProgram: ~Copyable {
    private var conditions = CompiledConditions()
    private var evaluator = ConditionEvaluator(CompiledConditions())
    /// By the detection's index in the pack.
    private var numbers: [CompiledConditions.ID?]
    /// What was added since the last link.
    private var added: [(index: Int, condition: Condition)] = []
    /// Whether the evaluator looks at an earlier event still.
    private var isBehind = true

    /// None yet, of a pack of so many detections.
    init(detectionCount: Int) { numbers = Array(repeating: nil, count: detectionCount) }

    /// Adds a detection.
    mutating func add(_ index: Int, _ condition: Condition) {
        added.append((index, condition))
    }

    /// Makes what was added ready. Its names join `keys`, which tapes must be made with. O(conditions).
    mutating func link(_ keys: inout KeyTable) {
        guard !added.isEmpty else { return }
        for (index, condition) in added { numbers[index] = conditions.add(condition, keys: &keys) }
        added = []
        evaluator = ConditionEvaluator(conditions, keys: keys)
        isBehind = true
    }

    /// Turns to another event, or to one that has changed.
    @inline(__always)
    mutating func begin() { isBehind = true }

    /// Whether a detection that is linked matches the event that was begun last.
    mutating func matches(_ index: Int, _ event: TapeView) throws(FunctionError) -> Bool {
        guard let number = numbers[index] else { return false }
        if isBehind { evaluator.begin(event) }
        isBehind = false
        switch evaluator.evaluate(number) {
        case .true: return true
        case .false: return false
        case .unknown:
            throw FunctionError(
                type: "BudgetExceeded",
                message: "the condition looks at more than is allowed, or holds something that cannot be evaluated"
            )
        }
    }
}

extension Detection {
    /// What scans and tests evaluate of a detection that is a condition on single events; nil for any other.
    var evaluatedCondition: Condition? {
        guard case .logic(let logic) = body, kind == .rule, logic.obstacle == nil else { return nil }
        return logic.condition
    }
}
