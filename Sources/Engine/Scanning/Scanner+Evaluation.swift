import Conditions
import Detections
import Events
package import PythonRuntime

extension Scanner {
    /// Runs one rule on the event that was begun last, and hands its match or errors to `emit`.
    ///
    /// What it says of state that outlives the event decides whether the rule may run beside others and out of order.
    package mutating func evaluate(_ index: Int, record: Int, emit: (ScanMatch) -> Void) -> StateUse {
        guard let stopwatch = options.stopwatch else { return run(index, record, emit) }
        let started = stopwatch()
        let use = run(index, record, emit)
        counters.add(nanoseconds: stopwatch() &- started, to: index)
        return use
    }

    private mutating func run(_ index: Int, _ record: Int, _ emit: (ScanMatch) -> Void) -> StateUse {
        let time = eventTime
        counters.countCandidate(index)
        let truth = truth(of: index)
        if truth == .false { return .none }
        prepareCode()
        let isMatch = truth == .true && isDecided[index]
        if !isMatch {
            if let outcome = host.filterOutcome(index, tape.view) {
                if case .error(let error) = outcome {
                    emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
                }
                return .none
            }
            counters.countEvaluation(index)
        }
        let isSimple = host.isSimple(index)
        let input = isSimple ? Value.none : host.machine.beginEvent(tape.view)
        let outcome: FunctionOutcome =
            isMatch ? .bool(true) : isSimple ? host.match(index, tape.view) : host.match(index, input)
        switch outcome {
        case .bool(true):
            var result = DetectionResult()
            result.matched = true
            host.complete(&result, index, input, tape.view, mode: .production)
            let content = MatchContent(result, host.compiled.pack.detections, index)
            var match = ScanMatch(record: record, detection: index, eventTime: time, verdict: .match(content))
            if let fields = correlationFields[index] {
                match.correlationValues = correlationValues(fields, index, content)
            }
            emit(match)
        case .error(let error):
            emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
        default: break
        }
        // Without code there is no state.
        guard !isSimple else { return .none }
        let use = host.takeStateUse()
        if let error = host.finish() {
            emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
        }
        return use
    }

    /// Whether the condition of a rule, its filters among it, is false at the event: it neither matches nor raises nor changes
    /// state, and its code need not run.
    @inline(__always)
    package mutating func isRefuted(_ index: Int) -> Bool { truth(of: index) == .false }

    /// What the condition of a rule says of the event. Where it is unknown, the code has to run.
    @inline(__always)
    private mutating func truth(of index: Int) -> Truth {
        guard index < lastConditions.count, let condition = lastConditions[index] else { return .unknown }
        prepareCondition(index)
        return evaluator.evaluate(condition)
    }
}
