import Conditions

/// The rows of a table at a place of a query: which events they are made of, what those are like, and what the columns hold.
struct Rows {
    /// The events that a row is made of: one, or one for each table that was joined.
    var participants: [Participant]
    /// Values that events of a row share, by the field of each.
    var joinBy: [[FieldReference]] = []
    /// What is tested of several events of a row together, and what is said of the rows as a whole.
    var tests: [Condition] = []
    /// Columns that are not those of the table, or not under that name.
    var columns: [String: Column] = [:]
    /// The names of columns, in the order in which they would be shown.
    var order: [String] = []
    /// Whether there are no columns but ``columns``.
    var isClosed = false
    /// Once rows are groups: what they are groups of.
    var group: Group?
    /// Seconds of the time that the query looks back, where it says so.
    var lookbackSeconds: Int?
    /// Why columns that nothing defines cannot be followed to an event: an operator before has made some.
    var unknownColumns: OpaqueReason?
    /// The values of a table that the query itself holds, by column; nil for all others.
    var constants: [String: [Literal]]?

    /// What a column holds, and the operator that made it.
    struct Column {
        var value: QueryValue
        var origin: String
    }

    /// One of the events of a row.
    struct Participant {
        /// The tables that it may be from.
        var tables: [String]
        /// What is tested of it.
        var conditions: [Condition] = []
        /// Lists that were expanded, each within those before it.
        var frames: [Frame] = []
        /// Columns that the query names of it, which tell whose a column is after a join.
        var mentioned: Set<String> = []
        /// Whether there must be none.
        var isAbsent = false
    }

    /// A list whose elements have become rows.
    struct Frame {
        /// The list.
        var list: Reading
        /// What the log itself calls the list.
        var canonical: String?
        /// Where it is expanded.
        var place: SourcePlace?
        /// What is tested of the element.
        var conditions: [Condition] = []
    }

    /// What rows are groups of.
    struct Group {
        /// The events.
        var base: Condition
        /// What tells groups apart.
        var keys: [FieldReference]
        /// How long a group lasts.
        var windowSeconds: Int?
        /// What picks one event of each group, if its columns go on; nil also once that is said.
        var pick: Condition?
    }

    /// The rows of a table.
    init(table: String) { participants = [Participant(tables: [table])] }

    /// Rows that are made of no event that is known.
    init(tables: [String], tests: [Condition]) {
        participants = [Participant(tables: tables)]
        self.tests = tests
    }

    /// The tables that are read, each once.
    var tables: [String] {
        var seen: Set<String> = []
        return participants.flatMap(\.tables).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    // MARK: Columns

    /// Sets a column, at the end of the order if it is new.
    mutating func set(_ name: String, _ value: QueryValue, origin: String) {
        if columns[name] == nil { order.append(name) }
        columns[name] = Column(value: value, origin: origin)
    }

    /// What a column holds.
    mutating func column(_ name: String) -> QueryValue {
        if let column = columns[name] { return column.value }
        if isClosed { return .opaque(.unknownName, reads: []) }
        if let unknownColumns, !participants.contains(where: { $0.mentioned.contains(name) }) {
            return .opaque(unknownColumns, reads: [])
        }
        let present = participants.indices.filter { !participants[$0].isAbsent }
        // After a join a name that both tables have is told apart by a number.
        if name.hasSuffix("1"), !present.contains(where: { participants[$0].mentioned.contains(name) }) {
            let stem = String(name.dropLast())
            if let other = present.dropFirst().first(where: { participants[$0].mentioned.contains(stem) }) {
                return .reading(Reading(column: stem, participant: other))
            }
        }
        let owner = present.first { participants[$0].mentioned.contains(name) } ?? present.first ?? 0
        participants[owner].mentioned.insert(name)
        return .reading(Reading(column: name, participant: owner))
    }

    /// Closes the table: only `kept` columns, in that order.
    mutating func close(_ kept: [(name: String, column: Column)]) {
        columns = [:]
        order = []
        for (name, column) in kept {
            if columns[name] == nil { order.append(name) }
            columns[name] = column
        }
        isClosed = true
        unknownColumns = nil
    }

    // MARK: Fields

    /// A reading as a field of a condition that is tested where the rows are now.
    func field(_ reading: Reading, missing: MissingPolicy = .null, _ names: TableNames) -> FieldReference {
        let depth = participants[reading.participant].frames.count
        let root: FieldReference.Root = reading.frame.map { .element(depth - 1 - $0) } ?? .event
        return FieldReference(root, reading.steps, missing: missing, canonical: canonical(reading, names))
    }

    /// A reading as a field of the event, whatever lists are on the way: for groups and outputs.
    func eventField(_ reading: Reading, _ names: TableNames) -> FieldReference {
        var steps = reading.steps
        var frame = reading.frame
        while let place = frame {
            let list = participants[reading.participant].frames[place].list
            steps = list.steps + steps
            frame = list.frame
        }
        let isInList = reading.frame != nil
        var whole = reading
        (whole.steps, whole.frame) = (steps, nil)
        return FieldReference(
            .event,
            steps,
            style: isInList ? .walk(.all) : .direct,
            canonical: canonical(whole, names)
        )
    }

    private func canonical(_ reading: Reading, _ names: TableNames) -> String? {
        guard reading.frame == nil else { return nil }
        return names.canonical(reading.steps, tables: participants[reading.participant].tables)
    }

    // MARK: Conditions

    /// Takes a test of all events of a row, or of one of them, `owner`.
    mutating func add(_ test: Condition, owner: Int?) {
        if case .constant(true) = test { return }
        guard let owner, participants.indices.contains(owner) else { return tests.append(test) }
        let frames = participants[owner].frames.count
        guard frames > 0 else { return participants[owner].conditions.append(test) }
        // As far out as it can be said.
        guard let innermost = test.innermostLevel else { return participants[owner].conditions.append(test) }
        let frame = max(0, frames - 1 - innermost)
        participants[owner].frames[frame].conditions.append(test.loweringLevels(by: frames - 1 - frame))
    }

    /// What events must be like.
    var condition: Condition {
        if let group {
            let isMeasured = tests.contains { if case .aggregate = $0 { true } else { false } }
            return .all((isMeasured ? [] : [group.base]) + participants.flatMap(\.whole) + tests)
        }
        guard participants.count > 1 else { return .all(participants.flatMap(\.whole) + tests) }
        let steps = participants.map { participant in
            EventSequence.Step(
                .all([participant.tableTest] + participant.whole),
                name: participant.tables.count == 1 ? participant.tables[0] : nil,
                isAbsent: participant.isAbsent
            )
        }
        return .all([.sequence(EventSequence(steps, joinBy: joinBy, isOrdered: false))] + tests)
    }
}

extension Rows.Participant {
    /// All that is tested of it.
    var whole: [Condition] {
        var inner: Condition?
        for (index, frame) in frames.enumerated().reversed() {
            let tests = frame.conditions + (inner.map { [$0] } ?? [])
            let root: FieldReference.Root = frame.list.frame.map { .element(index - 1 - $0) } ?? .event
            let field = FieldReference(root, frame.list.steps, canonical: frame.canonical)
            inner =
                tests.isEmpty
                ? nil : .quantifier(Quantifier(.some, of: field, .elements, .all(tests), place: frame.place))
        }
        return conditions + (inner.map { [$0] } ?? [])
    }

    /// That it is from one of its tables. Every table of Sentinel has this column.
    var tableTest: Condition {
        let names = tables.filter { !$0.isEmpty }
        guard !names.isEmpty else { return .constant(true) }
        let field = FieldReference(.event, [FieldStep(.key("Type", .exact))])
        return .leaf(Leaf(field, names.count == 1 ? .equals : .isIn, names.map { .string($0) }))
    }
}

extension Condition {
    /// The smallest level of an element that it reads; nil if it reads none. Quantifiers within it are not made by queries.
    var innermostLevel: Int? {
        var level: Int?
        forEachField { field in
            if case .element(let number) = field.root { level = min(level ?? number, number) }
        }
        return level
    }

    private func forEachField(_ body: (FieldReference) -> Void) {
        forEach { part in
            switch part {
            case .leaf(let leaf):
                body(leaf.field)
                if let other = leaf.other { body(other.field) }
            case .opaque(let opaque): opaque.reads.forEach(body)
            default: break
            }
        }
    }

    /// The same, said `count` quantifiers further out.
    func loweringLevels(by count: Int) -> Condition {
        guard count > 0 else { return self }
        func lowered(_ field: FieldReference) -> FieldReference {
            guard case .element(let level) = field.root else { return field }
            var field = field
            field.root = .element(level - count)
            return field
        }
        switch self {
        case .leaf(var leaf):
            leaf.field = lowered(leaf.field)
            if let other = leaf.other { leaf.other?.field = lowered(other.field) }
            return .leaf(leaf)
        case .opaque(var opaque):
            opaque.reads = opaque.reads.map(lowered)
            return .opaque(opaque)
        default: return mapChildren { $0.loweringLevels(by: count) }
        }
    }
}
