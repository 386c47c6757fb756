import Conditions
import Detections
import Events
package import PythonRuntime

extension Scanner {
    /// Runs one rule on the event that was begun last, and adds its match or errors to `found`.
    ///
    /// What it says of state that outlives the event decides whether the rule may run beside others and out of order.
    package mutating func evaluate(_ index: Int, record: Int, into found: inout FoundMatches) -> StateUse {
        guard let stopwatch = options.stopwatch else { return run(index, record, &found) }
        let started = stopwatch()
        let use = run(index, record, &found)
        counters.add(nanoseconds: stopwatch() &- started, to: index)
        return use
    }

    private mutating func run(_ index: Int, _ record: Int, _ found: inout FoundMatches) -> StateUse {
        let time = eventTime
        counters.countCandidate(index)
        let truth = truth(of: index)
        if truth == .false { return .none }
        prepareCode()
        let isMatch = truth == .true && isDecided[index]
        if !isMatch {
            if let outcome = host.filterOutcome(index, tape.view) {
                if case .error(let error) = outcome {
                    found.matches.append(
                        ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error))
                    )
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
            if found.writesLines, write(index, record, to: &found) { break }
            let content = host.content(index, input, tape.view, &outputs, &evaluator)
            var match = ScanMatch(record: record, detection: index, eventTime: time, verdict: .match(content))
            if !correlationFields.isEmpty, let fields = correlationFields[index] {
                match.correlationValues = correlationValues(fields, index, content)
            }
            found.matches.append(match)
        case .error(let error):
            found.matches.append(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
        default: break
        }
        // Without code there is no state.
        guard !isSimple else { return .none }
        let use = host.takeStateUse()
        if let error = host.finish() {
            found.matches.append(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
        }
        return use
    }

    /// Writes the line of a match, if that takes no code and nobody else asks for the match.
    @inline(__always)
    private mutating func write(_ index: Int, _ record: Int, to found: inout FoundMatches) -> Bool {
        let start = found.lines.place
        guard correlated.isEmpty || !correlated.contains(index),
            matchLines.write(index, record: record, eventTime, &outputs, &evaluator, to: &found.lines)
        else { return false }
        found.lines.lineFeed()
        found.line = start..<found.lines.place
        return true
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
