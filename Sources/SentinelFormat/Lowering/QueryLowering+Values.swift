import Conditions
import KQL

/// What expressions stand for.
extension QueryLowering {
    /// What an expression stands for in a row.
    mutating func value(_ expression: Expression, _ rows: inout Rows, _ scope: Scope) -> QueryValue {
        guard enter() else {
            leave()
            return .opaque(.limit, reads: [])
        }
        defer { leave() }
        switch expression.kind {
        case .name(let name): return value(named: name, &rows, scope)
        case .constant(let constant): return Self.value(of: constant)
        case .dynamic(let value):
            let literal = Self.literal(of: value)
            return spend(on: literal) ? .constant(literal) : .opaque(.limit, reads: [])
        case .member(let base, let name):
            if case .name(let side) = base.kind, side == "$left" || side == "$right" { return rows.column(name) }
            return step(value(base, &rows, scope), .key(name, .exact), rows)
        case .index(let base, let place): return index(base, place, &rows, scope)
        case .call(let name, let arguments): return call(name, arguments, expression, &rows, scope)
        case .method: return .opaque(.unknownFunction, reads: [])
        case .sign(let isNegative, let operand):
            let inner = value(operand, &rows, scope)
            return isNegative ? Self.negated(inner) ?? .opaque(.computedValue, reads: reads(of: inner, rows)) : inner
        case .binary(.add, let left, let right), .binary(.subtract, let left, let right),
            .binary(.multiply, let left, let right), .binary(.divide, let left, let right),
            .binary(.modulo, let left, let right):
            let values = (value(left, &rows, scope), value(right, &rows, scope))
            guard case .binary(let symbol, _, _) = expression.kind else { return values.0 }
            return arithmetic(symbol, values.0, values.1, rows)
        case .binary, .all, .any, .membership, .between:
            return .condition(bounded(condition(expression, &rows, scope), expression))
        case .pipeline: return scalar(of: table(expression, scope))
        case .dataTable, .externalData: return .rows(table(expression, scope))
        case .function(let function): return .function(function, scope)
        case .wildcard, .star: return .opaque(.unsupported, reads: [])
        }
    }

    /// A constant expression; nil for any other.
    mutating func constant(_ expression: Expression, _ scope: Scope) -> QueryValue? {
        var nothing = Rows(tables: [], tests: [])
        nothing.isClosed = true
        return value(expression, &nothing, scope)
    }

    /// A table where a scalar is wanted: its first column, if the query itself holds it.
    private func scalar(of rows: Rows) -> QueryValue {
        if rows.constants != nil, let first = rows.order.first, let value = rows.columns[first]?.value { return value }
        return .rows(rows)
    }

    private mutating func value(named name: String, _ rows: inout Rows, _ scope: Scope) -> QueryValue {
        if rows.columns[name] != nil { return rows.column(name) }
        switch definitions.entry(name, in: scope) {
        case .definition(let value, let inner):
            if case .function(let function) = value.kind {
                guard function.parameters.isEmpty, let (body, bodyScope) = bind(function, [], inner, from: scope)
                else { return .function(function, inner) }
                return self.value(body, &rows, bodyScope)
            }
            // An argument is said in terms of the row in which the function is called.
            return self.value(value, &rows, inner)
        case .parameter: return .opaque(.environment, reads: [])
        case nil: return rows.column(name)
        }
    }

    // MARK: Literals

    static func value(of constant: Constant) -> QueryValue {
        switch constant {
        case .string(let text, _): .constant(.string(text))
        case .long(let number): .constant(.int(number))
        case .real(let number): .constant(.double(number))
        case .bool(let value): .constant(.bool(value))
        case .timespan(let span): .span(span)
        case .typed(let type, let text): value(ofType: type, text)
        }
    }

    private static func value(ofType type: String, _ text: String) -> QueryValue {
        let bare = text.filter { $0 != "\"" && $0 != "'" }
        if bare == "null" { return .constant(.null) }
        switch type {
        case "timespan", "time":
            let digits = bare.prefix { $0.isNumber || $0 == "." }
            let unit = bare.dropFirst(digits.count).filter { $0 != " " }
            if let count = Double(digits), let span = Timespan(count: count, unit: unit) { return .span(span) }
            return .opaque(.computedValue, reads: [])
        default: return .constant(.string(bare))
        }
    }

    static func literal(of value: DynamicValue) -> Literal {
        switch value {
        case .null: .null
        case .constant(let constant):
            switch Self.value(of: constant) {
            case .constant(let literal): literal
            case .span(let span): .int(Int64(span.seconds))
            default: .null
            }
        case .array(let elements): .list(elements.map(literal))
        case .bag(let members): .object(Self.members(of: members))
        }
    }

    /// The first of each name.
    private static func members(of bag: [DynamicValue.Member]) -> [Literal.Member] {
        var names: Set<String> = []
        return bag.filter { names.insert($0.name).inserted }.map { Literal.Member($0.name, literal(of: $0.value)) }
    }

    // MARK: Paths

    /// One step into a value.
    func step(_ base: QueryValue, _ selector: FieldStep.Selector, _ rows: Rows) -> QueryValue {
        switch base {
        case .reading(let reading):
            if let next = reading.then(selector) { return .reading(next) }
            let reason: OpaqueReason = reading.transforms.isEmpty ? .limit : .computedValue
            return .opaque(reason, reads: [rows.eventField(reading, names)])
        case .parts(let reading, let separator):
            guard case .index(let index) = selector else {
                return .opaque(.computedValue, reads: reads(of: base, rows))
            }
            guard let part = reading.transformed(.split(separator: separator, index: index)) else {
                return .opaque(.limit, reads: reads(of: base, rows))
            }
            return .reading(part)
        case .constant(.list(let elements)):
            guard case .index(let index) = selector else { return .constant(.null) }
            let place = index < 0 ? elements.count + index : index
            return .constant(elements.indices.contains(place) ? elements[place] : .null)
        case .constant(.object(let members)):
            guard case .key(let key, _) = selector else { return .constant(.null) }
            return .constant(members.first { $0.name == key }?.value ?? .null)
        case .cases(let cases):
            return .cases(cases.map { QueryValue.Case(condition: $0.condition, value: step($0.value, selector, rows)) })
        case .opaque(let reason, let reads): return .opaque(reason, reads: reads)
        default: return .opaque(.computedValue, reads: reads(of: base, rows))
        }
    }

    private mutating func index(
        _ base: Expression,
        _ place: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> QueryValue {
        let inner = value(base, &rows, scope)
        switch value(place, &rows, scope) {
        case .constant(.int(let number)):
            return step(inner, .index(Int(clamping: number)), rows)
        case .constant(.string(let name)): return step(inner, .key(name, .exact), rows)
        case let other: return .opaque(.dynamicKey, reads: kept(reads(of: inner, rows) + reads(of: other, rows)))
        }
    }

    // MARK: Arithmetic

    private static func negated(_ value: QueryValue) -> QueryValue? {
        switch value {
        case .constant(.int(let number)) where number != .min: .constant(.int(-number))
        case .constant(.double(let number)): .constant(.double(-number))
        case .span(let span) where span.ticks != .min: .span(Timespan(ticks: -span.ticks))
        default: nil
        }
    }

    private func arithmetic(
        _ symbol: BinaryOperator,
        _ left: QueryValue,
        _ right: QueryValue,
        _ rows: Rows
    ) -> QueryValue {
        switch (left, symbol, right) {
        case (.constant(let left), _, .constant(let right)):
            if let result = Self.arithmetic(symbol, left, right) { return .constant(result) }
        case (.span(let left), .add, .span(let right)):
            let (sum, overflows) = left.ticks.addingReportingOverflow(right.ticks)
            if !overflows { return .span(Timespan(ticks: sum)) }
        case (.constant(let count), .multiply, .span(let span)), (.span(let span), .multiply, .constant(let count)):
            if let count = count.number, let ticks = Int64(exactly: (Double(span.ticks) * count).rounded()) {
                return .span(Timespan(ticks: ticks))
            }
        case (.moment(let before), .subtract, .span(let span)):
            return .moment(
                before: before.map { Timespan(ticks: $0.ticks.addingReportingOverflow(span.ticks).partialValue) }
            )
        case (.moment(let before), .add, .span(let span)):
            return .moment(
                before: before.map { Timespan(ticks: $0.ticks.subtractingReportingOverflow(span.ticks).partialValue) }
            )
        default: break
        }
        var reason = OpaqueReason.computedValue
        for value in [left, right] {
            if case .opaque(let inner, _) = value, inner != .computedValue { reason = inner }
            if case .moment = value { reason = .clock }
        }
        return .opaque(reason, reads: kept(reads(of: left, rows) + reads(of: right, rows)))
    }

    private static func arithmetic(_ symbol: BinaryOperator, _ left: Literal, _ right: Literal) -> Literal? {
        if case .int(let left) = left, case .int(let right) = right {
            let result: (partialValue: Int64, overflow: Bool)
            switch symbol {
            case .add: result = left.addingReportingOverflow(right)
            case .subtract: result = left.subtractingReportingOverflow(right)
            case .multiply: result = left.multipliedReportingOverflow(by: right)
            case .divide where right != 0: result = left.dividedReportingOverflow(by: right)
            default: return nil
            }
            return result.overflow ? nil : .int(result.partialValue)
        }
        guard let left = left.number, let right = right.number else { return nil }
        switch symbol {
        case .add: return .double(left + right)
        case .subtract: return .double(left - right)
        case .multiply: return .double(left * right)
        case .divide where right != 0: return .double(left / right)
        default: return nil
        }
    }

    // MARK: Reads

    /// The fields that a value is made of, as fields of events: each once, as many as are told.
    func reads(of value: QueryValue, _ rows: Rows) -> [FieldReference] {
        switch value {
        case .reading(let reading), .parts(let reading, _), .bin(let reading, _): [rows.eventField(reading, names)]
        case .constant, .span, .moment, .function: []
        case .condition(let condition): reads(of: condition)
        case .cases(let cases): kept(cases.flatMap { reads(of: $0.condition) + reads(of: $0.value, rows) })
        case .measure(let measure): kept(measure.reads)
        case .rows(let rows): reads(of: rows.condition)
        case .opaque(_, let reads): kept(reads)
        }
    }

    /// The fields of the event that a condition reads: each once, as many as are told.
    func reads(of condition: Condition) -> [FieldReference] {
        condition.weighs(atMost: limits.queryNodes) ? kept(fields(of: condition)) : []
    }

    /// All fields of the event that a condition reads, each once.
    func fields(of condition: Condition) -> [FieldReference] {
        var fields: [FieldReference] = []
        condition.forEach { part in
            switch part {
            case .leaf(let leaf): fields += [leaf.field] + (leaf.other.map { [$0.field] } ?? [])
            case .quantifier(let quantifier): fields.append(quantifier.field)
            case .opaque(let opaque): fields += opaque.reads
            default: break
            }
        }
        return fields.filter { $0.root == .event }.map { field in
            var field = field
            field.missing = .null
            return field
        }.distinct
    }

    /// The fields that all parts of an expression read.
    mutating func readsInside(_ expression: Expression, _ rows: inout Rows, _ scope: Scope) -> [FieldReference] {
        switch expression.kind {
        case .call(_, let arguments):
            return arguments.flatMap { readsInside($0.value, &rows, scope) }.distinct
        case .binary(_, let left, let right):
            return (readsInside(left, &rows, scope) + readsInside(right, &rows, scope)).distinct
        case .star: return []
        default: return reads(of: value(expression, &rows, scope), rows)
        }
    }
}

extension Literal {
    /// How much of memory it takes: one for each element, and one for each 64 bytes of text.
    var weight: Int {
        switch self {
        case .null, .bool, .int, .double: 1
        case .string(let text): 1 + text.utf8.count / 64
        case .list(let elements): elements.reduce(1) { $0 + $1.weight }
        case .object(let members): members.reduce(1) { $0 + 1 + $1.name.utf8.count / 64 + $1.value.weight }
        }
    }

    /// Its value if it is a number.
    var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}

extension Array where Element: Hashable {
    /// Each element once, in order.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
