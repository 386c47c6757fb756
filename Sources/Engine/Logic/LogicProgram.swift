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
    private var numbers: [CompiledConditions.ID?] = []
    private var pending: [(index: Int, condition: Condition)] = []
    /// Whether there is any detection of the kind.
    private(set) var isEmpty = true

    /// None yet, of a pack of so many detections.
    init(detectionCount: Int) { numbers = Array(repeating: nil, count: detectionCount) }

    /// Adds a detection.
    mutating func add(_ index: Int, _ condition: Condition) {
        pending.append((index, condition))
        isEmpty = false
    }

    /// Makes what was added ready. Its names join `keys`, which tapes must be made with. O(conditions).
    mutating func link(_ keys: inout KeyTable) {
        guard !pending.isEmpty else { return }
        for (index, condition) in pending { numbers[index] = conditions.add(condition, keys: &keys) }
        pending = []
        evaluator = ConditionEvaluator(conditions, keys: keys)
    }

    /// Turns to an event.
    @inline(__always)
    mutating func begin(_ event: TapeView) { if !isEmpty { evaluator.begin(event) } }

    /// Whether a detection matches the event that was begun last.
    mutating func matches(_ index: Int) throws(FunctionError) -> Bool {
        guard let number = numbers[index] else { return false }
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
