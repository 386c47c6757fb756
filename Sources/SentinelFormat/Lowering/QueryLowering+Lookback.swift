import Conditions
import KQL

/// How far a query looks back.
extension QueryLowering {
    /// A test of the event's time against the time at which the query runs. That the event is not older than so much is how far
    /// the query looks back: of an event that has just come it is true. Nil for any other comparison.
    func lookback(
        _ symbol: BinaryOperator,
        _ left: QueryValue,
        _ right: QueryValue,
        _ rows: inout Rows
    ) -> Condition? {
        switch (left, symbol, right) {
        case (.reading(let reading), .greater, .moment(let before)),
            (.reading(let reading), .greaterOrEqual, .moment(let before)),
            (.moment(let before), .less, .reading(let reading)),
            (.moment(let before), .lessOrEqual, .reading(let reading)):
            guard reading.isEventTime else { return nil }
            return look(back: before, &rows)
        case (.reading(let reading), .less, .moment(let before)),
            (.reading(let reading), .lessOrEqual, .moment(let before)),
            (.moment(let before), .greater, .reading(let reading)),
            (.moment(let before), .greaterOrEqual, .reading(let reading)):
            // Not in the future.
            guard reading.isEventTime, before?.ticks == 0 else { return nil }
            return .constant(true)
        case (.bin(let reading, _), .greater, .moment(let before)),
            (.bin(let reading, _), .greaterOrEqual, .moment(let before)):
            guard reading.isEventTime else { return nil }
            return look(back: before, &rows)
        default: return nil
        }
    }

    func lookback(
        _ subject: QueryValue,
        _ low: QueryValue,
        _ high: QueryValue,
        _ isNegated: Bool,
        _ rows: inout Rows
    ) -> Condition? {
        guard !isNegated, case .reading(let reading) = subject, reading.isEventTime, case .moment(let before) = low
        else {
            return nil
        }
        switch high {
        case .moment(let end) where end?.ticks == 0: return look(back: before, &rows)
        // `between (ago(1d) .. 1d)`: so long from the first.
        case .span(let length) where length == before: return look(back: before, &rows)
        default: return nil
        }
    }

    private func look(back before: Timespan?, _ rows: inout Rows) -> Condition {
        if let seconds = before?.seconds, seconds > 0 { rows.lookbackSeconds = max(rows.lookbackSeconds ?? 0, seconds) }
        return .constant(true)
    }
}
