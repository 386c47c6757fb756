import Conditions
import Diagnostics
import KQL

/// Where rows come from.
extension QueryLowering {
    /// The rows of an expression that stands where a table does.
    mutating func table(_ expression: Expression, _ scope: Scope) -> Rows {
        guard enter() else {
            leave()
            return unknown(.limit, expression)
        }
        defer { leave() }
        switch expression.kind {
        case .name(let name): return table(named: name, expression, scope)
        case .wildcard(let pattern): return Rows(table: pattern)
        case .star: return Rows(table: "*")
        case .pipeline(let pipeline):
            guard let first = pipeline.source else { return leading(pipeline.operators, expression, scope) }
            var rows = table(first, scope)
            for step in pipeline.operators { apply(step, to: &rows, scope) }
            return rows
        case .dataTable(let columns, let values): return constants(columns.map(\.name), values, scope)
        case .externalData(let columns, _, _):
            var rows = unknown(.enrichment, expression)
            for column in columns { rows.set(column.name, .opaque(.enrichment, reads: []), origin: "externaldata") }
            rows.isClosed = true
            return rows
        case .call(let name, let arguments): return table(calling: name, arguments, expression, scope)
        case .member(_, let name): return Rows(table: name)
        case .method(let base, let name, let arguments): return table(of: base, name, arguments, expression)
        case .index: return Rows(table: source.text(of: expression.span))
        case .sign, .constant, .dynamic, .binary, .all, .any, .membership, .between, .function:
            return unknown(.unsupported, expression)
        }
    }

    /// Rows of which nothing is known but why.
    func unknown(_ reason: OpaqueReason, _ expression: Expression) -> Rows {
        var rows = Rows(tables: [], tests: [opaque(reason, expression)])
        rows.unknownColumns = reason
        return rows
    }

    private mutating func table(named name: String, _ expression: Expression, _ scope: Scope) -> Rows {
        switch definitions.entry(name, in: scope) {
        case .definition(let value, let inner):
            if case .function(let function) = value.kind {
                return rows(calling: function, [], inner, from: scope, expression)
            }
            return table(value, inner)
        case .parameter: return unknown(.environment, expression)
        case nil: return Rows(table: name)
        }
    }

    private mutating func table(
        calling name: String,
        _ arguments: [NamedExpression],
        _ expression: Expression,
        _ scope: Scope
    ) -> Rows {
        if case .definition(let value, let inner)? = definitions.entry(name, in: scope),
            case .function(let function) = value.kind
        {
            return rows(calling: function, arguments, inner, from: scope, expression)
        }
        switch name {
        case "materialize", "view", "totable", "toscalar":
            guard let first = arguments.first else { return unknown(.unsupported, expression) }
            return table(first.value, scope)
        case "table", "materialized_view", "external_table":
            if case .constant(.string(let table, _))? = arguments.first?.value.kind { return Rows(table: table) }
            return unknown(.dynamicKey, expression)
        case "_GetWatchlist", "_GetWatchlistAlias":
            var rows = unknown(.environment, expression)
            rows.isClosed = false
            return rows
        // A parser of the workspace, which gives a log under common names.
        default: return Rows(table: name)
        }
    }

    /// `workspace("x").Table` is a member; this is `cluster("x").database("y")` and the like before one.
    private func table(
        of base: Expression,
        _ name: String,
        _ arguments: [NamedExpression],
        _ expression: Expression
    ) -> Rows {
        switch name {
        case "table", "materialized_view", "external_table":
            if case .constant(.string(let table, _))? = arguments.first?.value.kind { return Rows(table: table) }
        default: break
        }
        return Rows(table: name)
    }

    /// The rows that a function of the query gives.
    mutating func rows(
        calling function: Expression.Function,
        _ arguments: [NamedExpression],
        _ inner: Scope,
        from outer: Scope,
        _ expression: Expression
    ) -> Rows {
        guard let (body, scope) = bind(function, arguments, inner, from: outer) else {
            return unknown(.limit, expression)
        }
        return table(body, scope)
    }

    /// What a function gives, and the scope in which that stands; nil for one without a body, or too many definitions.
    mutating func bind(
        _ function: Expression.Function,
        _ arguments: [NamedExpression],
        _ inner: Scope,
        from outer: Scope
    ) -> (Expression, Scope)? {
        guard function.body.count <= Self.functionStatementsMax, function.parameters.count <= Self.functionStatementsMax
        else { return nil }
        // Each definition keeps the names before it, those of functions around too.
        let names = function.parameters.count + function.body.count
        guard spend(names * (names + inner.locals.count) / Self.namesPerStep) else { return nil }
        var scope = inner
        for (index, parameter) in function.parameters.enumerated() {
            let positional =
                arguments.indices.contains(index) && arguments[index].names.isEmpty ? arguments[index] : nil
            if let given = arguments.first(where: { $0.names == [parameter.name] }) ?? positional {
                scope.locals[parameter.name] = .definition(given.value, outer)
            } else if let value = parameter.defaultValue {
                scope.locals[parameter.name] = .definition(value, inner)
            } else {
                scope.locals[parameter.name] = .parameter
            }
        }
        var result: Expression?
        for statement in function.body {
            switch statement.kind {
            case .definition(let name, let value): scope.locals[name] = .definition(value, scope)
            case .query(let value): result = value
            case .option, .queryParameters, .alias, .restriction: continue
            }
        }
        return result.map { ($0, scope) }
    }

    /// Definitions, and parameters, of a function that is followed.
    static let functionStatementsMax = 200

    /// Names of functions that are kept in one step.
    private static let namesPerStep = 64

    // MARK: Tables of the query itself

    private mutating func constants(_ columns: [String], _ values: [Expression], _ scope: Scope) -> Rows {
        var rows = Rows(tables: [], tests: [])
        var lists = Dictionary(columns.map { ($0, [Literal]()) }) { first, _ in first }
        if !columns.isEmpty, values.count <= limits.elements {
            for (index, value) in values.enumerated() {
                guard case .constant(let literal) = constant(value, scope) else { continue }
                lists[columns[index % columns.count]]?.append(literal)
            }
        }
        for column in columns {
            rows.set(column, .constant(.list(lists[column] ?? [])), origin: "datatable")
        }
        rows.constants = lists
        rows.isClosed = true
        return rows
    }

    // MARK: Leading operators

    private mutating func leading(_ operators: [TabularOperator], _ expression: Expression, _ scope: Scope) -> Rows {
        guard let first = operators.first else { return unknown(.unsupported, expression) }
        var rows: Rows
        switch first.kind {
        case .union(let tables): rows = union(tables.map { table($0, scope) }, first, expression)
        case .search(let tables, let predicate):
            rows = union(tables.isEmpty ? [Rows(table: "*")] : tables.map { table($0, scope) }, first, expression)
            filter(&rows, predicate, scope)
        case .find(let find):
            rows = union(
                find.tables.isEmpty ? [Rows(table: "*")] : find.tables.map { table($0, scope) },
                first,
                expression
            )
            filter(&rows, find.predicate, scope)
        case .print(let values):
            rows = Rows(tables: [], tests: [])
            for value in values {
                guard let name = value.names.first else { continue }
                rows.set(name, self.value(value.value, &rows, scope), origin: "print")
            }
            rows.isClosed = true
        case .range(let name, _, _, _):
            rows = Rows(tables: [], tests: [])
            rows.set(name, .opaque(.computedValue, reads: []), origin: "range")
            rows.isClosed = true
        // A query that begins with `|` is meant for some table.
        default:
            rows = Rows(table: "")
            apply(first, to: &rows, scope)
        }
        for step in operators.dropFirst() { apply(step, to: &rows, scope) }
        return rows
    }

    /// The rows of several tables, one after the other.
    func union(_ branches: [Rows], _ step: TabularOperator, _ expression: Expression) -> Rows {
        guard let first = branches.first, branches.count > 1 else { return branches.first ?? Rows(table: "") }
        // Constants beside events are no events.
        let events = branches.filter { $0.constants == nil }
        guard let event = events.first else { return first }
        if events.count == 1 { return event }
        var rows = Rows(table: "")
        rows.participants[0].tables = events.flatMap(\.tables).reduce(into: []) { tables, table in
            if !tables.contains(table) { tables.append(table) }
        }
        let isSame = events.dropFirst().allSatisfy { $0.hasSameTests(as: event) }
        if isSame {
            rows.participants[0].conditions = event.participants.flatMap(\.whole) + event.tests
        } else {
            let alternatives = events.map { branch -> Condition in
                let isSingle = branch.participants.count == 1
                return .all((isSingle ? [branch.participants[0].tableTest] : []) + [branch.condition])
            }
            rows.participants[0].conditions = [bounded(.any(alternatives), expression)]
        }
        rows.participants[0].mentioned = events.reduce(into: []) { names, branch in
            for participant in branch.participants { names.formUnion(participant.mentioned) }
        }
        rows.lookbackSeconds = events.compactMap(\.lookbackSeconds).max()
        rows.isClosed = events.allSatisfy(\.isClosed)
        for branch in events {
            for name in branch.order where rows.columns[name] == nil {
                rows.set(name, merged(name, events), origin: branch.columns[name]?.origin ?? "union")
            }
        }
        return rows
    }

    /// A column of several tables: what it holds in all of them, if that is the same.
    private func merged(_ name: String, _ branches: [Rows]) -> QueryValue {
        var readings: Set<Reading> = []
        var reads: [FieldReference] = []
        var isPlain = true
        for branch in branches {
            switch branch.columns[name]?.value {
            case .reading(let reading)? where branch.participants.count == 1 && reading.frame == nil:
                readings.insert(reading)
                reads.append(branch.eventField(reading, names))
            case nil where !branch.isClosed: readings.insert(Reading(column: name))
            // A table without the column has nothing there.
            case nil: continue
            case let value?:
                isPlain = false
                reads += self.reads(of: value, branch)
            }
        }
        if isPlain, readings.count == 1, let reading = readings.first { return .reading(reading) }
        return .opaque(.computedValue, reads: kept(reads))
    }
}

extension Rows {
    /// Whether events are tested alike, whatever table they are from, and columns hold the same.
    fileprivate func hasSameTests(as other: Rows) -> Bool {
        participants.count == 1 && other.participants.count == 1 && group == nil && other.group == nil
            && participants[0].whole.map(\.withoutPlaces) == other.participants[0].whole.map(\.withoutPlaces)
            && tests.map(\.withoutPlaces) == other.tests.map(\.withoutPlaces)
    }
}
