import Conditions
import KQL

/// What predicates say.
extension QueryLowering {
    /// Takes a predicate: each of its parts by itself, so that it can be a test of one event.
    mutating func filter(_ rows: inout Rows, _ predicate: Expression, _ scope: Scope) {
        if case .all(let parts) = predicate.kind {
            for part in parts { filter(&rows, part, scope) }
            return
        }
        if join(&rows, byMembership: predicate, scope) { return }
        let test = bounded(condition(predicate, &rows, scope), predicate)
        // Of a group only one event is looked at, whatever the others are.
        if let group = rows.group, let pick = group.pick, !Set(group.keys).isSuperset(of: fields(of: test)) {
            rows.tests.append(pick)
            rows.group?.pick = nil
        }
        let owner = owner(of: predicate, &rows, scope)
        for part in Self.parts(of: test) {
            rows.add(owner == nil ? outsideOfLists(part, predicate) : part, owner: owner)
        }
    }

    /// A test that stands where no item of a list is looked at: one of an item says nothing there.
    func outsideOfLists(_ test: Condition, _ expression: Expression) -> Condition {
        test.innermostLevel == nil ? test : opaque(.otherEvents, expression, reads: reads(of: test))
    }

    private static func parts(of condition: Condition) -> [Condition] {
        if case .all(let parts) = condition { parts } else { [condition] }
    }

    /// `field in (a table of events)` is a join of which only one side is kept. Returns whether it is one.
    private mutating func join(_ rows: inout Rows, byMembership predicate: Expression, _ scope: Scope) -> Bool {
        guard case .membership(let symbol, let left, let members) = predicate.kind, members.count == 1,
            symbol != .hasAny, symbol != .hasAll, isTable(members[0], scope)
        else { return false }
        var right = table(members[0], scope)
        guard right.constants == nil, !right.tables.isEmpty, let column = right.order.first,
            case .reading(let other) = right.column(column), other.frame == nil, right.participants.count == 1,
            case .reading(let reading) = value(left, &rows, scope), reading.frame == nil, rows.group == nil
        else { return false }
        let isNegated = symbol == .isNotIn || symbol == .isNotInIgnoringCase
        var participant = right.participants[other.participant]
        participant.conditions = right.group == nil ? participant.whole + right.tests : [right.condition]
        participant.frames = []
        participant.isAbsent = isNegated
        let fields = [rows.eventField(reading, names), right.eventField(other, names)]
        rows.participants.append(participant)
        rows.joinBy.append(fields[0] == fields[1] ? [fields[0]] : fields)
        rows.lookbackSeconds = [rows.lookbackSeconds, right.lookbackSeconds].compactMap { $0 }.max()
        return true
    }

    /// Whether an expression in a list is a table of events, as far as its form and definitions tell.
    private func isTable(_ expression: Expression, _ scope: Scope, depth: Int = 0) -> Bool {
        guard depth < 16 else { return false }
        switch expression.kind {
        case .pipeline, .dataTable, .externalData: return true
        case .call("materialize", _), .call("table", _), .call("_GetWatchlist", _): return true
        case .name(let name):
            guard case .definition(let value, let inner)? = definitions.entry(name, in: scope) else { return false }
            return isTable(value, inner, depth: depth + 1)
        case .call(let name, _):
            guard case .definition(let value, _)? = definitions.entry(name, in: scope),
                case .function(let function) = value.kind,
                case .query(let body)? = function.body.last?.kind
            else { return false }
            return isTable(body, scope, depth: depth + 1)
        default: return false
        }
    }

    /// The one event that a predicate tests; nil where it tests several, or rows as a whole.
    private mutating func owner(of predicate: Expression, _ rows: inout Rows, _ scope: Scope) -> Int? {
        var owners: Set<Int> = []
        collectOwners(predicate, &rows, scope, &owners)
        if owners.contains(Self.group) { return nil }
        return owners.count == 1 ? owners.first : owners.isEmpty && rows.participants.count == 1 ? 0 : nil
    }

    /// Stands for the group among events.
    private static let group = -1

    private mutating func collectOwners(
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope,
        _ owners: inout Set<Int>
    ) {
        switch expression.kind {
        case .all(let parts), .any(let parts): for part in parts { collectOwners(part, &rows, scope, &owners) }
        case .binary(_, let left, let right):
            collectOwners(left, &rows, scope, &owners)
            collectOwners(right, &rows, scope, &owners)
        case .membership(_, let left, let members):
            collectOwners(left, &rows, scope, &owners)
            for member in members.prefix(limits.alternatives) { collectOwners(member, &rows, scope, &owners) }
        case .between(let left, _, _, _): collectOwners(left, &rows, scope, &owners)
        case .call(_, let arguments): for argument in arguments { collectOwners(argument.value, &rows, scope, &owners) }
        case .member(let base, _), .index(let base, _), .sign(_, let base): collectOwners(base, &rows, scope, &owners)
        case .name(let name):
            if rows.columns[name] == nil, definitions.entry(name, in: scope) != nil { return }
            insert(rows.column(name), &owners)
        default: break
        }
    }

    private func insert(_ value: QueryValue, _ owners: inout Set<Int>) {
        switch value {
        case .reading(let reading), .parts(let reading, _), .bin(let reading, _): owners.insert(reading.participant)
        case .cases(let cases): for entry in cases { insert(entry.value, &owners) }
        case .measure: owners.insert(Self.group)
        default: break
        }
    }

    /// What a predicate says.
    mutating func condition(_ expression: Expression, _ rows: inout Rows, _ scope: Scope) -> Condition {
        guard enter() else {
            leave()
            return opaque(.limit, expression)
        }
        defer { leave() }
        switch expression.kind {
        case .all(let parts): return .all(parts.map { condition($0, &rows, scope) })
        case .any(let parts): return .any(parts.map { condition($0, &rows, scope) })
        case .binary(let symbol, let left, let right) where !symbol.isArithmetic:
            return comparison(symbol, left, right, expression, &rows, scope)
        case .membership(let symbol, let left, let members):
            return membership(symbol, left, members, expression, &rows, scope)
        case .between(let left, let low, let high, let isNegated):
            return between(left, low, high, isNegated, expression, &rows, scope)
        default: return truth(of: value(expression, &rows, scope), expression, rows)
        }
    }

    /// A value where a truth is wanted.
    private func truth(of value: QueryValue, _ expression: Expression, _ rows: Rows) -> Condition {
        switch value {
        case .condition(let condition): return condition
        case .constant(.bool(let value)): return .constant(value)
        case .constant(let literal): return .constant(literal.isTruthy)
        case .reading(let reading): return leaf(reading, .equals, [.bool(true)], expression, rows)
        case .cases(let cases): return alternatives(cases, expression) { truth(of: $0, expression, rows) }
        case .opaque(let reason, let reads): return opaque(reason, expression, reads: reads)
        default: return opaque(.computedValue, expression, reads: reads(of: value, rows))
        }
    }

    /// A test of a value that is one of several.
    func alternatives(
        _ cases: [QueryValue.Case],
        _ expression: Expression,
        _ test: (QueryValue) -> Condition
    ) -> Condition {
        var earlier: [Condition] = []
        var results: [Condition] = []
        for entry in cases.prefix(limits.alternatives) {
            let result = test(entry.value)
            if result != .constant(false) { results.append(.all(earlier + [entry.condition, result])) }
            if entry.condition != .constant(true) { earlier.append(.not(entry.condition)) }
            // Choices within choices would multiply.
            guard Condition.any(results + earlier).weighs(atMost: limits.conditionNodes) else {
                return opaque(.limit, expression)
            }
        }
        return .any(results).flattened
    }

    /// A test of a field. Columns of text have no null: one that is missing is empty. A missing number compares with nothing.
    func leaf(
        _ reading: Reading,
        _ op: Operator,
        _ values: [Literal],
        isNegated: Bool = false,
        isInsensitive: Bool = false,
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        let isText = values.contains { $0.kind == .string }
        let isLength = reading.transforms.last == .length
        let missing: MissingPolicy = isText || isLength ? MissingPolicy(.value(.string("")), when: .null) : .fails
        return .leaf(
            Leaf(
                rows.field(reading, missing: values.isEmpty ? .null : missing, names),
                op,
                values,
                transforms: reading.transforms,
                isNegated: isNegated,
                casing: isInsensitive && isText ? .insensitive : .sensitive,
                place: place(expression)
            )
        )
    }

    // MARK: Functions

    /// What a function says, if it is one that gives a truth; nil for any other.
    mutating func predicate(
        _ name: String,
        _ arguments: [NamedExpression],
        _ expression: Expression,
        _ rows: inout Rows,
        _ scope: Scope
    ) -> Condition? {
        if name == "not", let first = arguments.first { return .not(condition(first.value, &rows, scope)) }
        guard let first = arguments.first, Self.predicates.contains(name) else { return nil }
        let subject = value(first.value, &rows, scope)
        var others: [QueryValue] = []
        for argument in arguments.dropFirst() { others.append(value(argument.value, &rows, scope)) }
        return test(name, subject, others, expression, rows)
    }

    private static let predicates: Set<String> = [
        "isempty", "isnotempty", "isnull", "isnotnull", "notempty", "notnull", "ipv4_is_private", "ipv4_is_in_range",
        "ipv4_is_in_any_range", "ipv6_is_in_range", "ipv6_is_in_any_range", "set_has_element", "has_any_index", "isnan",
        "isfinite", "isinf", "ipv4_is_match", "ipv6_is_match", "has_ipv4", "has_any_ipv4", "has_ipv4_prefix",
        "has_any_ipv4_prefix", "isascii", "isutf8", "bag_has_key",
    ]

    private func test(
        _ name: String,
        _ subject: QueryValue,
        _ others: [QueryValue],
        _ expression: Expression,
        _ rows: Rows
    ) -> Condition {
        if case .cases(let cases) = subject {
            return alternatives(cases, expression) { test(name, $0, others, expression, rows) }
        }
        if case .constant(let literal) = subject, let truth = Self.isEmptyTest(name, literal) {
            return .constant(truth)
        }
        let reads = (reads(of: subject, rows) + others.flatMap { self.reads(of: $0, rows) }).distinct
        guard case .reading(let reading) = subject else {
            if case .measure(let measure) = subject, ["isnotempty", "isnotnull", "notempty"].contains(name) {
                return .any([measure.child])
            }
            var reason = OpaqueReason.computedValue
            if case .opaque(let inner, _) = subject { reason = inner }
            return opaque(reason, expression, reads: reads)
        }
        switch name {
        case "isempty": return leaf(reading, .isEmpty, [], expression, rows)
        case "isnotempty", "notempty": return leaf(reading, .isEmpty, [], isNegated: true, expression, rows)
        case "isnull": return leaf(reading, .isNull, [], expression, rows)
        case "isnotnull", "notnull": return leaf(reading, .isNull, [], isNegated: true, expression, rows)
        case "ipv4_is_private":
            let networks: [Literal] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]
            return leaf(reading, .cidr, networks, expression, rows)
        case "ipv4_is_in_range", "ipv4_is_in_any_range", "ipv6_is_in_range", "ipv6_is_in_any_range":
            let networks = others.flatMap(\.constants)
            guard networks.count <= limits.elements else { return opaque(.limit, expression, reads: reads) }
            guard !networks.isEmpty, networks.allSatisfy({ $0.kind == .string }) else { break }
            return leaf(reading, .cidr, networks, expression, rows)
        case "set_has_element":
            let elements = others.flatMap(\.constants)
            guard elements.count == 1 else { break }
            return leaf(reading, .contains, elements, expression, rows)
        default: break
        }
        var reason = OpaqueReason.computedValue
        for other in others { if case .opaque(let inner, _) = other { reason = inner } }
        return opaque(reason, expression, reads: reads)
    }

    private static func isEmptyTest(_ name: String, _ literal: Literal) -> Bool? {
        let isEmpty = literal == .null || literal == .string("")
        switch name {
        case "isempty": return isEmpty
        case "isnotempty", "notempty": return !isEmpty
        case "isnull": return literal == .null
        case "isnotnull", "notnull": return literal != .null
        default: return nil
        }
    }
}

extension QueryValue {
    /// The constants that it is, those of a list one by one; none for anything else.
    var constants: [Literal] {
        guard case .constant(let literal) = self else { return [] }
        if case .list(let elements) = literal { return elements }
        return [literal]
    }
}
