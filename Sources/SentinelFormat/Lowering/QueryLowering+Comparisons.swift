import Conditions
import KQL

/// Comparisons of two values.
extension QueryLowering {
    mutating func comparison(
        _ symbol: BinaryOperator,
        _ left: Expression,
        _ right: Expression,
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> Condition {
        if case .star = left.kind { return opaque(.unsupported, expression) }
        let values = (value(left, &rows, scope), value(right, &rows, scope))
        if let lookback = lookback(symbol, values.0, values.1, &rows) { return lookback }
        return compare(symbol, values.0, values.1, expression, rows)
    }

    /// The comparison of two values.
    func compare(
        _ symbol: BinaryOperator,
        _ left: QueryValue,
        _ right: QueryValue,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        switch (left, right) {
        case (.cases(let cases), _):
            return alternatives(cases, expression) { compare(symbol, $0, right, expression, rows) }
        case (_, .cases(let cases)):
            return alternatives(cases, expression) { compare(symbol, left, $0, expression, rows) }
        case (.reading(let reading), .constant(let literal)): return test(reading, symbol, literal, expression, rows)
        case (.constant(let literal), .reading(let reading)):
            guard let flipped = symbol.flipped else { break }
            return test(reading, flipped, literal, expression, rows)
        case (.reading(let first), .reading(let second)): return test(first, symbol, second, expression, rows)
        case (.measure(let measure), .constant(let literal)): return bound(measure, symbol, literal, expression)
        case (.constant(let literal), .measure(let measure)):
            guard let flipped = symbol.flipped else { break }
            return bound(measure, flipped, literal, expression)
        case (.condition(let condition), .constant(.bool(let wanted))),
            (.constant(.bool(let wanted)), .condition(let condition)):
            guard symbol == .equal || symbol == .notEqual else { break }
            return wanted == (symbol == .equal) ? condition : .not(condition)
        case (.constant(let first), .constant(let second)):
            if let truth = Self.truth(first, symbol, second) { return .constant(truth) }
        case (.span(let first), .span(let second)):
            if let comparison = symbol.comparison {
                return .constant(comparison.holds(first.ticks, second.ticks))
            }
        default: break
        }
        let reads = (reads(of: left, rows) + reads(of: right, rows)).distinct
        return opaque(Self.reason(left, right), expression, reads: reads)
    }

    /// Why two values cannot be compared.
    private static func reason(_ left: QueryValue, _ right: QueryValue) -> OpaqueReason {
        var found = OpaqueReason.computedValue
        for value in [left, right] {
            switch value {
            case .opaque(let reason, _): if found == .computedValue { found = reason }
            case .moment: return .clock
            case .rows, .measure: found = .otherEvents
            default: break
            }
        }
        return found
    }

    // MARK: A field and a constant

    private func test(
        _ reading: Reading,
        _ symbol: BinaryOperator,
        _ literal: Literal,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        if let test = symbol.textTest {
            // One constant of a list is enough, as an operand in brackets may be.
            var values = [literal]
            if case .list(let elements) = literal { values = elements }
            guard values.allSatisfy({ $0.kind == .string }) else {
                if case .matches = symbol, !values.isEmpty { return leaf(reading, .isIn, values, expression, rows) }
                return opaque(.unsupported, expression, reads: [rows.eventField(reading, names)])
            }
            return leaf(
                reading,
                test.op,
                values,
                isNegated: test.isNegated,
                isInsensitive: test.isInsensitive,
                expression,
                rows
            )
        }
        switch symbol {
        case .equal, .notEqual:
            if literal == .null { return leaf(reading, .isNull, [], isNegated: symbol == .notEqual, expression, rows) }
            if literal == .string("") {
                return leaf(reading, .isEmpty, [], isNegated: symbol == .notEqual, expression, rows)
            }
            return leaf(reading, .equals, [literal], isNegated: symbol == .notEqual, expression, rows)
        case .less: return leaf(reading, .less, [literal], expression, rows)
        case .lessOrEqual: return leaf(reading, .lessOrEqual, [literal], expression, rows)
        case .greater: return leaf(reading, .greater, [literal], expression, rows)
        case .greaterOrEqual: return leaf(reading, .greaterOrEqual, [literal], expression, rows)
        default: return opaque(.unsupported, expression, reads: [rows.eventField(reading, names)])
        }
    }

    // MARK: Two fields

    private func test(
        _ first: Reading,
        _ symbol: BinaryOperator,
        _ second: Reading,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        let reads = [rows.eventField(first, names), rows.eventField(second, names)]
        guard first.participant == second.participant else { return opaque(.otherEvents, expression, reads: reads) }
        let op: (Operator, Bool, Bool)?
        switch symbol {
        case .equal: op = (.equals, false, false)
        case .notEqual: op = (.equals, true, false)
        case .equalIgnoringCase: op = (.equals, false, true)
        case .notEqualIgnoringCase: op = (.equals, true, true)
        case .less: op = (.less, false, false)
        case .lessOrEqual: op = (.lessOrEqual, false, false)
        case .greater: op = (.greater, false, false)
        case .greaterOrEqual: op = (.greaterOrEqual, false, false)
        case .contains, .notContains: op = (.contains, symbol == .notContains, true)
        case .containsCased, .notContainsCased: op = (.contains, symbol == .notContainsCased, false)
        case .startsWith, .notStartsWith: op = (.startsWith, symbol == .notStartsWith, true)
        case .startsWithCased, .notStartsWithCased: op = (.startsWith, symbol == .notStartsWithCased, false)
        case .endsWith, .notEndsWith: op = (.endsWith, symbol == .notEndsWith, true)
        case .endsWithCased, .notEndsWithCased: op = (.endsWith, symbol == .notEndsWithCased, false)
        default: op = nil
        }
        guard let (kind, isNegated, isInsensitive) = op else { return opaque(.unsupported, expression, reads: reads) }
        let empty = MissingPolicy(.value(.string("")), when: .null)
        let isOrder = symbol.comparison != nil && kind != .equals
        return .leaf(
            Leaf(
                rows.field(first, missing: isOrder ? .fails : empty, names),
                kind,
                transforms: first.transforms,
                other: Operand(
                    rows.field(second, missing: isOrder ? .fails : empty, names),
                    transforms: second.transforms
                ),
                isNegated: isNegated,
                casing: isInsensitive ? .insensitive : .sensitive,
                place: place(expression)
            )
        )
    }

    // MARK: Measures

    /// A test of a measure of a group.
    private func bound(
        _ measure: Measure,
        _ symbol: BinaryOperator,
        _ literal: Literal,
        _ expression: Expression
    ) -> Condition {
        switch measure.kind {
        case .metric(let metric):
            guard let comparison = symbol.comparison, let number = literal.number else { break }
            return .aggregate(
                Aggregate(
                    measure.child.flattened,
                    groupBy: measure.groupBy,
                    windowSeconds: measure.windowSeconds,
                    metric: metric,
                    comparison,
                    number,
                    place: place(expression)
                )
            )
        case .extreme(let field, let isLargest):
            // Some event is above a bound if the largest is; that all are below is no test of an event.
            let isSome =
                isLargest
                ? symbol == .greater || symbol == .greaterOrEqual : symbol == .less || symbol == .lessOrEqual
            guard isSome, let comparison = symbol.comparison, literal.number != nil else { break }
            var field = field
            field.missing = .fails
            let op: Operator =
                switch comparison {
                case .less: .less
                case .lessOrEqual: .lessOrEqual
                case .greater: .greater
                default: .greaterOrEqual
                }
            return .all([measure.child, .leaf(Leaf(field, op, [literal], place: place(expression)))])
        case .values: break
        }
        return opaque(.otherEvents, expression, reads: measure.reads)
    }

    // MARK: Lists

    mutating func membership(
        _ symbol: MembershipOperator,
        _ left: Expression,
        _ members: [Expression],
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> Condition {
        if case .star = left.kind { return opaque(.unsupported, expression) }
        let subject = value(left, &rows, scope)
        var values: [QueryValue] = []
        for member in members { values.append(value(member, &rows, scope)) }
        let list = Members(values, constantsMax: limits.elements)
        let isAffordable = spend(list.constants.count / Self.constantsPerStep)
        guard list.constants.count <= limits.elements, isAffordable else {
            return opaque(.limit, expression, reads: reads(of: subject, rows) + list.reads)
        }
        return membership(symbol, subject, list, expression, rows)
    }

    /// Constants of a list that are one step.
    private static let constantsPerStep = 64

    /// What is in a list.
    private struct Members {
        var constants: [Literal] = []
        var fields: [Reading] = []
        /// Why not all of it can be said, and the fields that that depends on.
        var reason: OpaqueReason?
        var reads: [FieldReference] = []

        /// Takes values as they come, until there are more constants than `constantsMax`.
        init(_ values: [QueryValue], constantsMax: Int) {
            for value in values where constants.count <= constantsMax {
                switch value {
                case .constant(.object(let members)): constants += members.map(\.value)
                case .constant: constants += value.constants
                case .reading(let reading): fields.append(reading)
                case .rows(let table):
                    guard let own = table.constants, let first = table.order.first else {
                        reason = QueryLowering.reason(of: table)
                        break
                    }
                    constants += own[first] ?? []
                case .opaque(let inner, let others):
                    reason = inner
                    reads += others
                case .moment: reason = .clock
                case .measure: reason = .otherEvents
                default: reason = .computedValue
                }
            }
        }
    }

    private func membership(
        _ symbol: MembershipOperator,
        _ subject: QueryValue,
        _ members: Members,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        if case .cases(let cases) = subject {
            return alternatives(cases, expression) { membership(symbol, $0, members, expression, rows) }
        }
        let isNegated = symbol == .isNotIn || symbol == .isNotInIgnoringCase
        let (constants, fields) = (members.constants, members.fields)
        let reads = reads(of: subject, rows) + members.reads
        var reason = members.reason
        guard case .reading(let reading) = subject, reason == nil else {
            if case .constant(let literal) = subject, reason == nil, fields.isEmpty, symbol != .hasAny,
                symbol != .hasAll
            {
                return .constant(constants.contains(literal) != isNegated)
            }
            if case .opaque(let inner, _) = subject { reason = reason ?? inner }
            if case .measure = subject { reason = reason ?? .otherEvents }
            return opaque(reason ?? .computedValue, expression, reads: reads)
        }
        var tests: [Condition] = []
        if !constants.isEmpty || fields.isEmpty {
            tests.append(list(symbol, reading, constants, isNegated, expression, rows))
        }
        for field in fields {
            let inner: BinaryOperator
            switch symbol {
            case .isIn: inner = .equal
            case .isNotIn: inner = .notEqual
            case .isInIgnoringCase: inner = .equalIgnoringCase
            case .isNotInIgnoringCase: inner = .notEqualIgnoringCase
            case .hasAny, .hasAll: inner = .has
            }
            tests.append(test(reading, inner, field, expression, rows))
        }
        return tests.count == 1 ? tests[0] : isNegated || symbol == .hasAll ? .all(tests) : .any(tests)
    }

    private func list(
        _ symbol: MembershipOperator,
        _ reading: Reading,
        _ constants: [Literal],
        _ isNegated: Bool,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        switch symbol {
        case .isIn, .isNotIn, .isInIgnoringCase, .isNotInIgnoringCase:
            let isInsensitive = symbol == .isInIgnoringCase || symbol == .isNotInIgnoringCase
            return leaf(
                reading,
                constants.count == 1 ? .equals : .isIn,
                constants,
                isNegated: isNegated,
                isInsensitive: isInsensitive,
                expression,
                rows
            )
        case .hasAny, .hasAll:
            let texts = constants.filter { $0.kind == .string }
            guard texts.count == constants.count else {
                return opaque(.unsupported, expression, reads: [rows.eventField(reading, names)])
            }
            if symbol == .hasAny {
                return leaf(reading, .hasTerm(.whole), texts, isInsensitive: true, expression, rows)
            }
            return .all(texts.map { leaf(reading, .hasTerm(.whole), [$0], isInsensitive: true, expression, rows) })
        }
    }

    /// Why a table in a list is none of the query's own.
    fileprivate static func reason(of rows: Rows) -> OpaqueReason {
        if rows.tables.isEmpty {
            for test in rows.tests { if case .opaque(let part) = test { return part.reason } }
        }
        return .otherEvents
    }

    mutating func between(
        _ left: Expression,
        _ low: Expression,
        _ high: Expression,
        _ isNegated: Bool,
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> Condition {
        let subject = value(left, &rows, scope)
        let bounds = (value(low, &rows, scope), value(high, &rows, scope))
        if let lookback = lookback(subject, bounds.0, bounds.1, isNegated, &rows) { return lookback }
        switch (subject, bounds.0, bounds.1) {
        case (.reading(let reading), .constant(let first), .constant(let second)):
            return leaf(reading, .between, [first, second], isNegated: isNegated, expression, rows)
        case (.measure, .constant, .constant):
            let test = Condition.all([
                compare(.greaterOrEqual, subject, bounds.0, expression, rows),
                compare(.lessOrEqual, subject, bounds.1, expression, rows),
            ])
            return isNegated ? .not(test) : test
        default:
            let reads = (reads(of: subject, rows) + reads(of: bounds.0, rows) + reads(of: bounds.1, rows)).distinct
            let first = Self.reason(subject, bounds.0)
            return opaque(first == .computedValue ? Self.reason(subject, bounds.1) : first, expression, reads: reads)
        }
    }

    // MARK: Constants

    private static func truth(_ left: Literal, _ symbol: BinaryOperator, _ right: Literal) -> Bool? {
        if let left = left.number, let right = right.number, let comparison = symbol.comparison {
            return comparison.holds(left, right)
        }
        switch symbol {
        case .equal: return left == right
        case .notEqual: return left != right
        case .equalIgnoringCase, .notEqualIgnoringCase:
            guard case .string(let left) = left, case .string(let right) = right else { return nil }
            return (left.lowercased() == right.lowercased()) == (symbol == .equalIgnoringCase)
        default: return nil
        }
    }
}
