package import Detections

/// The matches that a correlation has seen, and whether they are what it looks for.
///
/// Pure: time comes with each match and with each question. Matches are kept as long as the window reaches back.
package struct CorrelationStateMachine: Sendable {
    /// What is looked for.
    package let correlation: Correlation
    private let limits: CorrelationLimits
    /// By step, after an evaluation in order of time; of one time in order of arrival.
    package private(set) var rows: [[CorrelationRow]]
    private var isSorted = true
    /// By step: the fields that links read.
    private let fields: [[String]]

    /// Nothing seen yet.
    package init(_ correlation: Correlation, limits: CorrelationLimits = CorrelationLimits()) {
        self.correlation = correlation
        self.limits = limits
        rows = Array(repeating: [], count: correlation.steps.count)
        var fields: [[String]] = Array(repeating: [], count: correlation.steps.count)
        for field in correlation.links.flatMap(\.fields) where !fields[field.step].contains(field.path) {
            fields[field.step].append(field.path)
        }
        self.fields = fields
    }

    /// The fields that the correlation reads in a step's matches.
    package func fields(ofStep step: Int) -> [String] { fields[step] }

    /// Takes a match of a step's detection, in any order. O(1).
    package mutating func receive(_ row: CorrelationRow, step: Int) throws(CorrelationFault) {
        guard rows.indices.contains(step) else { return }
        guard rows[step].count < limits.rowsMax else { throw .tooManyRows }
        if let last = rows[step].last, last.time > row.time { isSorted = false }
        rows[step].append(row)
    }

    /// Brings rows into order of time; those of one time stay in order of arrival.
    private mutating func sort() {
        guard !isSorted else { return }
        for step in rows.indices {
            let ordered = rows[step].enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            rows[step] = ordered.map(\.element)
        }
        isSorted = true
    }

    /// Forgets what no evaluation at `time` or later can see.
    package mutating func expire(at time: Int64) {
        sort()
        let start = windowStart(time)
        for step in rows.indices {
            rows[step].removeFirst(rows[step].prefix { $0.time < start }.count)
        }
    }

    /// The matches of the correlation at `time`, one for each list of values in common; at most so many as `count`, or the
    /// limit, says. O(matches in the window · log), where values in common are few for each; the limit on work bounds the rest.
    package mutating func matches(at time: Int64, count: Int = .max) throws(CorrelationFault) -> [CorrelationMatch] {
        sort()
        let start = windowStart(time)
        let window = rows.map { rows in
            rows.indices.filter { rows[$0].time >= start && rows[$0].time <= time }
        }
        var evaluation = CorrelationEvaluation(
            correlation: correlation,
            rows: rows,
            fields: fields,
            window: start...time,
            work: limits.workMax,
            matchesMax: min(count, limits.matchesMax)
        )
        return try evaluation.run(window)
    }

    private func windowStart(_ time: Int64) -> Int64 {
        let (start, overflows) = time.subtractingReportingOverflow(Self.microseconds(correlation.lookbackMinutes))
        return overflows ? .min : start
    }

    /// Minutes of at most a hundred years.
    static func microseconds(_ minutes: Int) -> Int64 {
        Int64(min(max(minutes, 0), Correlation.minutesMax)) * 60_000_000
    }
}
