import Conditions
import KQL

/// Tables beside tables.
extension QueryLowering {
    mutating func join(
        _ rows: inout Rows,
        _ expression: Expression,
        _ condition: JoinCondition,
        _ step: TabularOperator,
        _ scope: Scope
    ) {
        var right = table(expression, scope)
        let isLookup = if case .lookup = step.kind { true } else { false }
        let kind = step.word("kind") ?? (isLookup ? "leftouter" : "innerunique")
        let keys = joinKeys(condition, &rows, &right, scope)
        let leftReads = kept(keys.pairs.flatMap { reads(of: $0.left, rows) })
        if let constants = right.constants {
            return join(&rows, withConstants: constants, right, kind, keys, step, leftReads)
        }
        if let reason = Self.outside(right) {
            return join(&rows, withOutside: reason, right, kind, step, leftReads)
        }
        switch kind {
        case "leftouter": enrich(&rows, with: right, step, leftReads, origin: "join")
        case "rightouter":
            var main = right
            enrich(&main, with: rows, step, kept(keys.pairs.flatMap { reads(of: $0.right, right) }), origin: "join")
            rows = main
        case "fullouter":
            rows.tests.append(opaque(.otherEvents, at: step, reads: leftReads))
            rows.unknownColumns = .otherEvents
        case "leftanti", "anti", "leftantisemi": pair(&rows, right, keys, step, isAbsent: true, keepsRight: false)
        case "leftsemi": pair(&rows, right, keys, step, isAbsent: false, keepsRight: false)
        case "rightanti", "rightantisemi", "rightsemi":
            let swapped = JoinKeys(pairs: keys.pairs.map { ($0.right, $0.left) }, isWhole: keys.isWhole)
            let left = rows
            rows = right
            pair(&rows, left, swapped, step, isAbsent: kind != "rightsemi", keepsRight: false)
        default: pair(&rows, right, keys, step, isAbsent: false, keepsRight: true)
        }
    }

    /// What two tables share.
    struct JoinKeys {
        var pairs: [(left: QueryValue, right: QueryValue)]
        /// Whether the condition says nothing else.
        var isWhole = true
    }

    private mutating func joinKeys(
        _ condition: JoinCondition,
        _ left: inout Rows,
        _ right: inout Rows,
        _ scope: Scope
    ) -> JoinKeys {
        var keys = JoinKeys(pairs: [])
        guard case .on(let expressions) = condition else {
            keys.isWhole = false
            return keys
        }
        for expression in expressions.flatMap(Self.conjuncts) {
            switch expression.kind {
            case .name(let name): keys.pairs.append((left.column(name), right.column(name)))
            case .binary(.equal, let first, let second), .binary(.equalIgnoringCase, let first, let second):
                switch (Self.side(first), Self.side(second)) {
                case (.left(let name)?, .right(let other)?), (.right(let other)?, .left(let name)?):
                    keys.pairs.append((left.column(name), right.column(other)))
                default: keys.isWhole = false
                }
            default: keys.isWhole = false
            }
        }
        return keys
    }

    private static func conjuncts(_ expression: Expression) -> [Expression] {
        if case .all(let parts) = expression.kind { parts.flatMap(conjuncts) } else { [expression] }
    }

    private enum Side { case left(String), right(String) }

    private static func side(_ expression: Expression) -> Side? {
        guard case .member(let base, let name) = expression.kind, case .name(let side) = base.kind else { return nil }
        return side == "$left" ? .left(name) : side == "$right" ? .right(name) : nil
    }

    /// Why a table is no log: it comes from outside of the query.
    private static func outside(_ rows: Rows) -> OpaqueReason? {
        guard rows.tables.isEmpty else { return nil }
        for test in rows.tests { if case .opaque(let part) = test { return part.reason } }
        return .enrichment
    }

    private mutating func join(
        _ rows: inout Rows,
        withConstants constants: [String: [Literal]],
        _ right: Rows,
        _ kind: String,
        _ keys: JoinKeys,
        _ step: TabularOperator,
        _ reads: [FieldReference]
    ) {
        let isAnti = kind.contains("anti")
        if kind != "leftouter", kind != "fullouter" {
            for pair in keys.pairs {
                guard case .reading(let reading) = pair.left, case .constant(.list(let values)) = pair.right,
                    !values.isEmpty
                else {
                    rows.tests.append(opaque(.computedValue, at: step, reads: reads))
                    continue
                }
                let leaf = self.leaf(reading, .isIn, values, isNegated: isAnti, whole(step), rows)
                rows.add(leaf, owner: reading.participant)
            }
        }
        guard !isAnti, kind != "leftsemi" else { return }
        for name in right.order where rows.columns[name] == nil {
            rows.set(name, .opaque(.computedValue, reads: reads), origin: "join")
        }
    }

    private func join(
        _ rows: inout Rows,
        withOutside reason: OpaqueReason,
        _ right: Rows,
        _ kind: String,
        _ step: TabularOperator,
        _ reads: [FieldReference]
    ) {
        if kind != "leftouter" { rows.tests.append(opaque(reason, at: step, reads: reads)) }
        for name in right.order where rows.columns[name] == nil {
            rows.set(name, .opaque(reason, reads: reads), origin: "join")
        }
        if !right.isClosed { rows.unknownColumns = reason }
    }

    /// Columns of another table where there is a row that fits: they decide nothing.
    private func enrich(
        _ rows: inout Rows,
        with right: Rows,
        _ step: TabularOperator,
        _ reads: [FieldReference],
        origin: String
    ) {
        for name in right.order where rows.columns[name] == nil {
            rows.set(name, .opaque(.enrichment, reads: reads), origin: origin)
        }
        if !right.isClosed { rows.unknownColumns = .enrichment }
    }

    /// Rows of events that belong together.
    private func pair(
        _ rows: inout Rows,
        _ right: Rows,
        _ keys: JoinKeys,
        _ step: TabularOperator,
        isAbsent: Bool,
        keepsRight: Bool
    ) {
        let first = sealed(rows, step)
        let second = sealed(right, step)
        let offset = first.participants.count
        var joined = first
        guard offset + second.participants.count <= Self.participantsMax, !isAbsent || second.participants.count == 1
        else {
            rows.tests.append(opaque(.otherEvents, at: step))
            if keepsRight { rows.unknownColumns = .otherEvents }
            return
        }
        joined.participants += second.participants.map { participant in
            var participant = participant
            participant.isAbsent = participant.isAbsent || isAbsent
            return participant
        }
        joined.tests += second.tests
        joined.joinBy += second.joinBy
        for pair in keys.pairs {
            let sides = reads(of: pair.left, rows) + reads(of: pair.right, right)
            if sides.isEmpty { continue }
            joined.joinBy.append(sides.count == 2 && sides[0] == sides[1] ? [sides[0]] : sides)
        }
        if !keys.isWhole || keys.pairs.isEmpty { joined.tests.append(opaque(.otherEvents, at: step)) }
        joined.lookbackSeconds = [rows.lookbackSeconds, right.lookbackSeconds].compactMap { $0 }.max()
        if keepsRight {
            for name in second.order {
                guard let column = second.columns[name] else { continue }
                // A name that both have is told apart by a number.
                let own =
                    joined.columns[name] == nil && !(joined.participants[0].mentioned.contains(name))
                    ? name : name + "1"
                joined.set(own, column.value.moved(by: offset), origin: column.origin)
            }
            joined.isClosed = first.isClosed && second.isClosed
        }
        joined.unknownColumns = first.unknownColumns ?? (keepsRight ? second.unknownColumns : nil)
        rows = joined
    }

    /// Tables that one query joins.
    private static let participantsMax = 8

    /// Rows whose groups are one event for what follows, so that they can be joined.
    private func sealed(_ rows: Rows, _ step: TabularOperator) -> Rows {
        guard rows.group != nil else { return rows }
        var sealed = rows
        let condition = condition(of: rows, at: whole(step))
        var participant = Rows.Participant(tables: rows.tables, conditions: [condition])
        participant.mentioned = rows.participants.reduce(into: []) { $0.formUnion($1.mentioned) }
        sealed.participants = [participant]
        sealed.tests = []
        sealed.joinBy = []
        sealed.group = nil
        for (name, column) in sealed.columns { sealed.columns[name]?.value = column.value.sealed }
        return sealed
    }
}

extension QueryValue {
    /// The same value, of events that stand so many places further in the row.
    func moved(by offset: Int) -> QueryValue {
        switch self {
        case .reading(var reading):
            reading.participant += offset
            return .reading(reading)
        case .parts(var reading, let separator):
            reading.participant += offset
            return .parts(reading, separator: separator)
        case .bin(var reading, let size):
            reading.participant += offset
            return .bin(reading, size)
        case .cases(let cases):
            return .cases(cases.map { Case(condition: $0.condition, value: $0.value.moved(by: offset)) })
        default: return self
        }
    }

    /// What is left of a value once its group is one event among others: measures cannot be tested any more.
    fileprivate var sealed: QueryValue {
        switch self {
        case .measure(let measure): return .opaque(.otherEvents, reads: measure.reads)
        case .reading(let reading): return reading.sealed.map { .reading($0) } ?? Self.item
        case .parts(let reading, let separator):
            return reading.sealed.map { .parts($0, separator: separator) } ?? Self.item
        case .bin(let reading, let size): return reading.sealed.map { .bin($0, size) } ?? Self.item
        case .condition(let condition): return condition.innermostLevel == nil ? self : Self.item
        case .cases(let cases):
            guard cases.allSatisfy({ $0.condition.innermostLevel == nil }) else { return Self.item }
            return .cases(cases.map { Case(condition: $0.condition, value: $0.value.sealed) })
        default: return self
        }
    }

    /// What is left of an item of a list of an event of a group.
    private static var item: QueryValue { .opaque(.otherEvents, reads: []) }
}

extension Reading {
    /// The same field of the one event that the group has become; nil for an item of a list.
    fileprivate var sealed: Reading? {
        guard frame == nil else { return nil }
        var sealed = self
        sealed.participant = 0
        return sealed
    }
}
