import Conditions
import Detections
import Events
import PythonRuntime

extension RuleHost {
    /// What a detection says of an event that it matches, as in production: a function that raises falls back to what the
    /// detection's file says.
    ///
    /// The same as ``evaluate(_:_:_:mode:filtering:)`` finds, without a place for each function that is not there: it is what a
    /// match costs.
    /// What `outputs` knows of it for the event that `evaluator` is at is taken from there, and no code is run for it.
    mutating func content(
        _ index: Int,
        _ input: Value,
        _ tape: TapeView,
        _ outputs: inout OutputProgram,
        _ evaluator: inout ConditionEvaluator
    ) -> MatchContent {
        guard !expressions.hasAlertKeys(index) else {
            var result = DetectionResult()
            result.matched = true
            complete(&result, index, input, tape, mode: .production)
            return MatchContent(result, compiled.pack.detections[index])
        }
        var left = auxiliaries[index]
        guard left != 0 else { return drafts[index] }
        var content = drafts[index].texts
        var input = input
        while left != 0 {
            let function = DetectionFunction.auxiliary[left.trailingZeroBitCount]
            left &= left &- 1
            // One that says nothing stands back behind the detection's own string, not behind the title.
            if function == .dedup { content.deduplication = drafts[index].deduplication }
            if let outcome = outputs.outcome(of: function, index, &evaluator) {
                content.take(function == .severity ? severity(outcome) : outcome, of: function)
                continue
            }
            input = renewed(input, index)
            let outcome =
                function == .dedup
                ? attempt(index, .dedup, input) : auxiliary(index, function, input, mode: .production)
            content.take(outcome, of: function)
        }
        return MatchContent(content)
    }

    /// What a text that was put together means as a severity: none it must not be.
    private func severity(_ said: FunctionOutcome) -> FunctionOutcome {
        guard let text = said.text else { return said }
        let severity = severity(text)
        return severity.error == nil ? severity : .absent
    }

    /// The functions beside the matcher that a loaded detection has, in the order of calls.
    func auxiliaryFunctions(_ index: Int) -> [DetectionFunction] {
        DetectionFunction.auxiliary.enumerated().filter { auxiliaries[index] & 1 << UInt16($0.offset) != 0 }.map(
            \.element
        )
    }

    /// Prepares ``content(_:_:_:)`` for a detection that has been loaded.
    mutating func prepareContent(_ index: Int) {
        for (place, function) in DetectionFunction.auxiliary.enumerated() where slot(index, function) != nil {
            auxiliaries[index] |= 1 << UInt16(place)
        }
    }
}
