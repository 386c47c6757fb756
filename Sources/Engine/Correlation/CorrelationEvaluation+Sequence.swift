import Detections

/// The order of a sequence.
extension CorrelationEvaluation {
    /// Whether rows of the steps can be chosen, ``Correlation/Step/minimum`` of each, so that all of a step come before all of the
    /// next, transitions keep their time and no absent step comes between.
    ///
    /// Step by step it notes after which rows the sequence can stand so far. Most transitions need one look back for a row: of
    /// the rows before it the latest is the best. Only an absent step with a bound on its time after the row before it makes
    /// earlier ones worth trying.
    mutating func isSequence(
        _ places: [[Int]],
        _ transitions: [Correlation.Transition]
    ) throws(CorrelationFault) -> Bool {
        let steps = correlation.steps
        var previous: (step: Int, ends: [Int])?
        for step in steps.indices where !steps[step].isAbsent {
            // Too many in the window are too many wherever they are.
            guard places[step].count <= steps[step].maximum ?? .max else { return false }
            var starts: [Int] = []
            for (order, place) in places[step].enumerated()
            where try canFollow(previous, step, place, places, transitions) {
                starts.append(order)
            }
            guard let first = starts.first else { return false }
            // The last of the chosen rows: any with enough rows from a start up to it.
            let needed = max(1, steps[step].minimum)
            let ends: [Int]
            if needed == 1 {
                ends = starts.map { places[step][$0] }
            } else {
                guard first + needed - 1 < places[step].count else { return false }
                ends = Array(places[step][(first + needed - 1)...])
            }
            previous = (step, ends)
        }
        guard let previous else { return false }
        let trailing = steps.indices.filter { $0 > previous.step }
        for end in previous.ends.reversed() {
            try pay(1)
            let time = rows[previous.step][end].time
            if try areAbsent(trailing, after: (previous.step, time), before: nil, places, transitions) { return true }
        }
        return false
    }

    /// Whether the row at `place` can be the first of its step's, given the rows that the step before can end with.
    private mutating func canFollow(
        _ previous: (step: Int, ends: [Int])?,
        _ step: Int,
        _ place: Int,
        _ places: [[Int]],
        _ transitions: [Correlation.Transition]
    ) throws(CorrelationFault) -> Bool {
        try pay(1)
        let row = rows[step][place]
        guard let previous else {
            return try areAbsent(Array(0..<step), after: nil, before: (step, row.time), places, transitions)
        }
        let between = Array((previous.step + 1)..<step)
        let within = transitions.filter { $0.from == previous.step && $0.to == step }.map(\.withinMinutes).min()
        let isEarlierWorthTrying = transitions.contains { $0.from == previous.step && between.contains($0.to) }
        // Rows are in order of time: the last that is not later comes first.
        var low = 0
        var high = previous.ends.count
        while low < high {
            let middle = (low + high) / 2
            if rows[previous.step][previous.ends[middle]].time <= row.time { low = middle + 1 } else { high = middle }
        }
        for end in previous.ends[..<low].reversed() {
            try pay(1)
            let earlier = rows[previous.step][end]
            // Steps on one detection see the same matches.
            if earlier.number == row.number { continue }
            if let within, row.time - earlier.time > CorrelationStateMachine.microseconds(within) { return false }
            if try areAbsent(
                between,
                after: (previous.step, earlier.time),
                before: (step, row.time),
                places,
                transitions
            ) {
                return true
            }
            if !isEarlierWorthTrying { return false }
        }
        return false
    }

    /// Whether none of the absent steps has enough rows between two moments. Times of transitions from the one before and to the one
    /// after narrow what counts.
    private mutating func areAbsent(
        _ absent: [Int],
        after: (step: Int, time: Int64)?,
        before: (step: Int, time: Int64)?,
        _ places: [[Int]],
        _ transitions: [Correlation.Transition]
    ) throws(CorrelationFault) -> Bool {
        for step in absent {
            var start = after?.time ?? window.lowerBound
            var end = before?.time ?? window.upperBound
            for transition in transitions {
                let within = CorrelationStateMachine.microseconds(transition.withinMinutes)
                if let after, transition.from == after.step, transition.to == step {
                    end = min(end, Self.sum(after.time, within))
                }
                if let before, transition.from == step, transition.to == before.step {
                    start = max(start, Self.sum(before.time, -within))
                }
            }
            try pay(places[step].count)
            let count = places[step].count { rows[step][$0].time >= start && rows[step][$0].time <= end }
            if correlation.steps[step].isEnough(count) { return false }
        }
        return true
    }

    private static func sum(_ time: Int64, _ span: Int64) -> Int64 {
        let (sum, overflows) = time.addingReportingOverflow(span)
        return overflows ? (span < 0 ? .min : .max) : sum
    }
}
