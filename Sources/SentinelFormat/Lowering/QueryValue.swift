import Conditions
import KQL

/// What an expression of a query stands for.
indirect enum QueryValue {
    /// A field of an event.
    case reading(Reading)
    /// A part of a text of an event, before one is picked: `split(field, ",")`.
    case parts(Reading, separator: String)
    /// A field of an event, rounded down to so much: `bin(field, 1h)`.
    case bin(Reading, Timespan)
    /// A scalar.
    case constant(Literal)
    /// A length of time.
    case span(Timespan)
    /// A time that depends on when the query runs: so long before, if that is known.
    case moment(before: Timespan?)
    /// Whether something holds.
    case condition(Condition)
    /// One of several values: the first whose condition holds, the last in any case.
    case cases([Case])
    /// A measure of a group of events.
    case measure(Measure)
    /// A table.
    case rows(Rows)
    /// A function of the query.
    case function(Expression.Function, Scope)
    /// Something that conditions cannot say.
    case opaque(OpaqueReason, reads: [FieldReference])

    /// A value and when it is.
    struct Case {
        var condition: Condition
        var value: QueryValue
    }
}

/// A field of one of the events that a row is made of, and what is done to it.
struct Reading: Hashable {
    /// Which event of the row: 0 for the table that the query begins with, others by joins.
    var participant = 0
    /// The list whose element it starts from, by its place among those that were expanded; nil for the event.
    var frame: Int?
    /// The way from there; the first step is a column.
    var steps: [FieldStep]
    /// What is done to the value.
    var transforms: [Transform] = []

    /// A column.
    init(column: String, participant: Int = 0) {
        steps = [FieldStep(.key(column, .exact))]
        self.participant = participant
    }

    /// The column it starts with, if it starts with one.
    var column: String? {
        if frame == nil, case .key(let name, _)? = steps.first?.selector { name } else { nil }
    }

    /// Whether it is the column that holds the time of the event, as it is.
    var isEventTime: Bool {
        guard steps.count == 1, transforms.isEmpty, let column else { return false }
        return Self.timeColumns.contains(column)
    }

    /// Columns that hold the time of the event, in the tables of Sentinel, of Defender XDR, and by their common aliases.
    private static let timeColumns: Set<String> = ["TimeGenerated", "Timestamp", "timestamp", "ingestion_time()"]

    /// One step further; nil where that cannot be said of a value that was computed, or the way is too long.
    func then(_ selector: FieldStep.Selector) -> Reading? {
        guard transforms.isEmpty, steps.count < Self.stepsMax else { return nil }
        var next = self
        next.steps.append(FieldStep(selector))
        return next
    }

    /// With one more thing done to it; nil after too many.
    func transformed(_ transform: Transform) -> Reading? {
        guard transforms.count < Self.stepsMax else { return nil }
        var next = self
        next.transforms.append(transform)
        return next
    }

    /// Steps of a way, and things done to what is there. Columns that each go one step further hold all those before.
    static let stepsMax = 64
}

/// A measure of a group of events.
struct Measure {
    /// What is measured.
    var kind: Kind
    /// The events of the group; those that the measure does not count are left out.
    var child: Condition
    /// What tells groups apart.
    var groupBy: [FieldReference]
    /// How long a group lasts, if that is known.
    var windowSeconds: Int?
    /// What the measure is of.
    var reads: [FieldReference]

    enum Kind: Hashable {
        case metric(Aggregate.Metric)
        /// The values that a field has in the group, each once or not.
        case values(FieldReference, isSet: Bool)
        /// The smallest or the largest value of a field.
        case extreme(FieldReference, isLargest: Bool)
    }
}
