import Conditions
import KQL

/// Groups and their measures.
extension QueryLowering {
    mutating func summarize(
        _ rows: inout Rows,
        _ aggregates: [NamedExpression],
        _ keys: [NamedExpression],
        _ step: Expression,
        _ scope: Scope
    ) {
        var kept: [(name: String, column: Rows.Column)] = []
        var fields: [FieldReference] = []
        var window: Int?
        for key in keys {
            let name = key.names.first ?? Self.impliedName(of: key.value, "Column1")
            let value = self.value(key.value, &rows, scope)
            if case .bin(let reading, let size) = value, reading.isEventTime {
                window = size.seconds
            } else if case .reading(let reading) = value, reading.transforms.isEmpty {
                fields.append(rows.eventField(reading, names))
            } else {
                fields += reads(of: value, rows)
            }
            kept.append((name, Rows.Column(value: value, origin: "summarize")))
        }
        fields = fields.distinct
        let base = condition(of: rows, at: step)
        let context = GroupContext(
            base: base,
            keys: fields,
            window: window ?? rows.group?.windowSeconds,
            before: rows.group
        )
        var pick: Condition?
        for aggregate in aggregates {
            let measured = measure(aggregate.value, &rows, scope, context)
            if measured.isOfOneEvent { pick = pick ?? opaque(.otherEvents, aggregate.value, reads: fields) }
            if measured.columns.isEmpty, case .call(_, let arguments) = aggregate.value.kind, measured.isOfOneEvent {
                // `arg_max(t, *)` keeps all columns of one event, `arg_max(t, a, b)` those.
                keepColumns(arguments, &rows, scope, &kept)
            }
            let name = aggregate.names.first ?? measured.name ?? Self.impliedName(of: aggregate.value, "Column1")
            kept.append((name, Rows.Column(value: measured.value, origin: "summarize")))
            for (name, value) in measured.columns {
                kept.append((name, Rows.Column(value: value, origin: "summarize")))
            }
        }
        let keepsAll = pick != nil && aggregates.contains { Self.keepsAllColumns($0.value) }
        let open = rows
        regroup(&rows, base, fields, context.window)
        rows.group?.pick = pick
        rows.close(kept)
        guard keepsAll else { return }
        // The columns of the one event are there too.
        for name in open.order where rows.columns[name] == nil {
            if let column = open.columns[name] { rows.set(name, column.value, origin: column.origin) }
        }
        rows.isClosed = open.isClosed
        rows.unknownColumns = open.unknownColumns
    }

    /// Makes groups of the rows. What they are made of stays readable under the same fields.
    private func regroup(_ rows: inout Rows, _ base: Condition, _ keys: [FieldReference], _ window: Int?) {
        // Conditions of several events stay as they are: readings name the event of the row.
        rows.group = Rows.Group(base: base, keys: keys, windowSeconds: window)
        for index in rows.participants.indices {
            rows.participants[index].conditions = []
            rows.participants[index].isAbsent = false
            for frame in rows.participants[index].frames.indices {
                rows.participants[index].frames[frame].conditions = []
            }
        }
        rows.tests = []
        rows.joinBy = []
        rows.constants = nil
    }

    /// What groups are made of.
    struct GroupContext {
        var base: Condition
        var keys: [FieldReference]
        var window: Int?
        /// What the rows were groups of before they are grouped again.
        var before: Rows.Group?
    }

    /// What an aggregation function gives.
    private struct Measured {
        var value: QueryValue
        /// The name of its column where it has none of its own.
        var name: String?
        /// Further columns.
        var columns: [(String, QueryValue)] = []
        /// Whether it picks one event of the group.
        var isOfOneEvent = false
    }

    private static func keepsAllColumns(_ value: Expression) -> Bool {
        guard case .call(let name, let arguments) = value.kind,
            ["arg_max", "arg_min", "take_any", "any"].contains(name)
        else { return false }
        return arguments.contains { if case .star = $0.value.kind { true } else { false } }
    }

    private mutating func keepColumns(
        _ arguments: [NamedExpression],
        _ rows: inout Rows,
        _ scope: Scope,
        _ kept: inout [(name: String, column: Rows.Column)]
    ) {
        for argument in arguments.dropFirst() {
            if case .star = argument.value.kind { continue }
            let name = argument.names.first ?? Self.impliedName(of: argument.value, "Column1")
            kept.append((name, Rows.Column(value: value(argument.value, &rows, scope), origin: "summarize")))
        }
    }

    private mutating func measure(
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope,
        _ context: GroupContext
    ) -> Measured {
        guard case .call(let function, let arguments) = expression.kind else {
            // An expression of measures, such as `count() * 2`.
            return Measured(value: .opaque(.computedValue, reads: readsInside(expression, &rows, scope)))
        }
        let column = arguments.first.map { Self.impliedName(of: $0.value, "") } ?? ""
        func measured(_ kind: Measure.Kind, _ child: Condition? = nil, _ reads: [FieldReference]) -> QueryValue {
            .measure(
                Measure(
                    kind: kind,
                    child: child ?? context.base,
                    groupBy: context.keys,
                    windowSeconds: context.window,
                    reads: reads
                )
            )
        }
        switch function {
        case "count":
            guard let before = context.before else {
                return Measured(value: measured(.metric(.count), nil, context.keys), name: "count_")
            }
            // Of groups by one key more, so many values of that key.
            let keys = Set(context.keys)
            let more = before.keys.filter { !keys.contains($0) }
            guard more.count == 1 else {
                return Measured(value: .opaque(.otherEvents, reads: before.keys), name: "count_")
            }
            return Measured(value: measured(.metric(.distinct(more[0])), nil, more), name: "count_")
        case "countif":
            let test = arguments.first.map { countedIf($0.value, &rows, scope) } ?? .constant(true)
            let child = Condition.all([context.base, test])
            return Measured(value: measured(.metric(.count), child, reads(of: test)), name: "countif_")
        default: break
        }
        guard let first = arguments.first else {
            return Measured(value: .opaque(.unknownFunction, reads: []), name: "\(function)_")
        }
        let inner = value(first.value, &rows, scope)
        let reads = reads(of: inner, rows)
        var child: Condition?
        if function.hasSuffix("if"), arguments.count > 1 {
            child = .all([context.base, countedIf(arguments[1].value, &rows, scope)])
        }
        let name = Self.impliedName(of: function, column)
        if let (kind, child) = kind(of: function, inner, arguments, child, rows) {
            return Measured(value: measured(kind, child, reads), name: name)
        }
        switch function {
        case "arg_max", "arg_min":
            return Measured(value: inner, name: column, isOfOneEvent: true)
        case "take_any", "any", "take_anyif", "anyif":
            // Any one of the events: what it carries is a field of it.
            return Measured(value: inner, name: column, isOfOneEvent: true)
        default:
            return Measured(value: .opaque(.computedValue, reads: reads), name: name)
        }
    }

    /// What tells the events that are counted. Of items of a list, it is not events that are.
    private mutating func countedIf(_ test: Expression, _ rows: inout Rows, _ scope: Scope) -> Condition {
        outsideOfLists(bounded(condition(test, &rows, scope), test), test)
    }

    /// The name that Kusto gives the column of an aggregation function.
    private static func impliedName(of function: String, _ column: String) -> String {
        switch function {
        case "make_set", "makeset", "make_set_if": "set_\(column)"
        case "make_list", "makelist", "make_list_if", "make_list_with_nulls": "list_\(column)"
        case "make_bag", "make_bag_if": "bag_\(column)"
        case "make_dictionary": "dictionary_\(column)"
        default: "\(function)_\(column)"
        }
    }

    /// What a function measures of a field; nil where that is no measure of ours.
    private func kind(
        of function: String,
        _ inner: QueryValue,
        _ arguments: [NamedExpression],
        _ child: Condition?,
        _ rows: Rows
    ) -> (Measure.Kind, Condition?)? {
        if case .measure(let measure) = inner {
            // A sum of counts counts the same events.
            guard function == "sum", case .metric(.count) = measure.kind else { return nil }
            return (.metric(.count), measure.child)
        }
        guard case .reading(let reading) = inner, reading.transforms.allSatisfy(\.keepsDistinct) else { return nil }
        let field = rows.eventField(reading, names)
        switch function {
        case "dcount", "dcountif", "count_distinct", "count_distinctif": return (.metric(.distinct(field)), child)
        case "sum", "sumif": return (.metric(.sum(field)), child)
        case "avg", "avgif": return (.metric(.average(field)), child)
        case "max", "maxif": return (.extreme(field, isLargest: true), child)
        case "min", "minif": return (.extreme(field, isLargest: false), child)
        case "make_set", "makeset", "make_set_if":
            return (.values(field, isSet: true), function == "make_set_if" ? child : nil)
        case "make_list", "makelist", "make_list_if", "make_list_with_nulls": return (.values(field, isSet: false), nil)
        case "percentile":
            guard arguments.count > 1, case .constant(let constant) = arguments[1].value.kind else { return nil }
            switch constant {
            case .long(let percent): return (.metric(.percentile(field, Double(percent))), nil)
            case .real(let percent): return (.metric(.percentile(field, percent)), nil)
            default: return nil
            }
        default: return nil
        }
    }

    mutating func makeSeries(_ rows: inout Rows, _ series: MakeSeries, _ step: Expression, _ scope: Scope) {
        var kept: [(name: String, column: Rows.Column)] = []
        for key in series.by {
            let name = key.names.first ?? Self.impliedName(of: key.value, "Column1")
            kept.append((name, Rows.Column(value: value(key.value, &rows, scope), origin: "make-series")))
        }
        for aggregate in series.aggregates {
            let name = aggregate.value.names.first ?? Self.impliedName(of: aggregate.value.value, "Column1")
            let reads = readsInside(aggregate.value.value, &rows, scope)
            kept.append((name, Rows.Column(value: .opaque(.otherEvents, reads: reads), origin: "make-series")))
        }
        let base = condition(of: rows, at: step)
        regroup(&rows, base, [], nil)
        rows.close(kept)
        rows.unknownColumns = .otherEvents
    }
}

extension Transform {
    /// Whether different values stay different, but for case.
    fileprivate var keepsDistinct: Bool {
        switch self {
        case .lower, .upper, .casefold, .string, .integer: true
        default: false
        }
    }
}
