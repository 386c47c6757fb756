import Detections
package import Events
package import PythonRuntime

extension RuleHost {
    /// What a detection says of an event that it matches, as in production: a function that raises falls back to what the
    /// detection's file says.
    ///
    /// The same as ``evaluate(_:_:_:mode:filtering:)`` finds, without a place for each function that is not there: it is what a
    /// match costs.
    package mutating func content(_ index: Int, _ input: Value, _ tape: TapeView) -> MatchContent {
        guard !expressions.hasAlertKeys(index), var content = drafts[index] else {
            var result = DetectionResult()
            result.matched = true
            complete(&result, index, input, tape, mode: .production)
            return MatchContent(result, compiled.pack.detections[index])
        }
        var input = input
        var left = auxiliaries[index]
        while left != 0 {
            let function = DetectionFunction.auxiliary[left.trailingZeroBitCount]
            left &= left &- 1
            input = renewed(input, index)
            if function == .dedup {
                // One that says nothing stands back behind the detection's own string, not behind the title.
                content.deduplication = drafts[index]?.deduplication ?? content.deduplication
                content.take(attempt(index, .dedup, input), of: .dedup)
            } else {
                content.take(auxiliary(index, function, input, mode: .production), of: function)
            }
        }
        return content
    }

    /// Prepares ``content(_:_:_:)`` for a detection that has been loaded.
    mutating func prepareContent(_ index: Int) {
        drafts[index] = MatchContent(of: compiled.pack.detections[index])
        for (place, function) in DetectionFunction.auxiliary.enumerated() where slot(index, function) != nil {
            auxiliaries[index] |= 1 << UInt16(place)
        }
    }
}
