import Conditions
import Detections
import Diagnostics
import KQL

/// Turns a query into what it looks for and what its rows carry.
///
/// An abstract run: tables are followed from operator to operator, columns back to the fields that they come from. What the
/// condition model has no words for is an opaque part with the reason, and the rest stands.
struct QueryLowering {
    let source: Source
    let names: TableNames
    let limits: LoweringLimits
    var definitions = Definitions()
    private var stepsLeft: Int
    private var depth = 0

    /// What a query says.
    struct Result {
        var logic: DetectionLogic
        /// The tables that it reads.
        var tables: [String]
        /// What columns of its rows are made of.
        var columns: [String: OutputField]
        /// Whether its rows have no other columns.
        var isClosed: Bool
        /// Whether it does something with a table.
        var hasOperators: Bool
        /// Where it stands.
        var span: Span
    }

    /// How a rule runs its query.
    struct Schedule {
        /// Seconds of the time that the query is given, where it does not say itself.
        var periodSeconds: Int?
        /// How the number of rows is compared, and with what; nil where one row is enough.
        var trigger: (Comparison, Double)?
    }

    init(_ source: Source, _ names: TableNames, limits: LoweringLimits) {
        self.source = source
        self.names = names
        self.limits = limits
        stepsLeft = limits.steps
    }

    /// The queries of a script that read a table, in order.
    static func lower(
        _ script: Script,
        _ source: Source,
        _ names: TableNames,
        schedule: Schedule = Schedule(),
        limits: LoweringLimits = LoweringLimits()
    ) -> [Result] {
        var lowering = QueryLowering(source, names, limits: limits)
        var results: [Result] = []
        var scriptStepsLeft = limits.scriptSteps
        for statement in script.statements {
            switch statement.kind {
            case .definition(let name, let value): lowering.definitions.append(name, value)
            case .queryParameters(let parameters):
                for parameter in parameters { lowering.definitions.append(parameter) }
            case .query(let value):
                let steps = max(0, min(limits.steps, scriptStepsLeft))
                lowering.stepsLeft = steps
                results.append(lowering.result(of: value, statement.span, schedule))
                scriptStepsLeft -= steps - max(0, lowering.stepsLeft)
            case .option, .alias, .restriction: continue
            }
        }
        return results
    }

    private mutating func result(of query: Expression, _ span: Span, _ schedule: Schedule) -> Result {
        let scope = Scope(definitions: definitions.count)
        var rows = table(query, scope)
        if rows.group?.windowSeconds == nil, rows.group != nil {
            rows.group?.windowSeconds = rows.lookbackSeconds ?? schedule.periodSeconds
        }
        let window = rows.lookbackSeconds ?? schedule.periodSeconds
        var condition = condition(of: rows, at: query).withWindow(window)
        if let trigger = schedule.trigger { condition = triggered(rows, condition, trigger, window, query) }
        let outputs = outputs(of: rows)
        return Result(
            logic: DetectionLogic(
                condition.flattened,
                outputs: outputs,
                obstacle: "KQL queries read the tables of Microsoft Sentinel and are only shown"
            ),
            tables: rows.tables,
            columns: Dictionary(outputs.map { ($0.name, $0) }) { _, last in last },
            isClosed: rows.isClosed && rows.unknownColumns == nil,
            hasOperators: Self.hasOperators(query) && !rows.tables.isEmpty,
            span: span
        )
    }

    private static func hasOperators(_ query: Expression) -> Bool {
        if case .pipeline = query.kind { true } else { false }
    }

    /// The condition of a rule that wants so many rows.
    private func triggered(
        _ rows: Rows,
        _ condition: Condition,
        _ trigger: (Comparison, Double),
        _ window: Int?,
        _ query: Expression
    ) -> Condition {
        let metric: Aggregate.Metric
        if let group = rows.group {
            guard group.keys.count == 1 else {
                return .all([condition, opaque(.otherEvents, query, "number of rows")])
            }
            metric = .distinct(group.keys[0])
        } else {
            metric = .count
        }
        return .aggregate(Aggregate(condition, windowSeconds: window, metric: metric, trigger.0, trigger.1))
    }

    // MARK: Budget

    /// Takes a step, and one more level of definitions, functions and operands; false once there are too many.
    mutating func enter() -> Bool {
        stepsLeft -= 1
        depth += 1
        return stepsLeft >= 0 && depth <= limits.depth
    }

    mutating func leave() { depth -= 1 }

    /// Takes so many steps more, for work that is not in the text each time it is done; false once there are too many.
    mutating func spend(_ steps: Int) -> Bool {
        stepsLeft -= steps
        return stepsLeft >= 0
    }

    /// Takes the steps of making a constant, by its size.
    mutating func spend(on literal: Literal) -> Bool { spend(literal.weight / Self.weightPerStep) }

    /// Elements, and pieces of text, that are one step.
    private static let weightPerStep = 64

    // MARK: Parts

    func place(_ expression: Expression) -> SourcePlace { SourcePlace(line: source.line(at: expression.span.start)) }

    /// An opaque part, with the text of what it stands for.
    func opaque(
        _ reason: OpaqueReason,
        _ expression: Expression,
        _ text: String? = nil,
        reads: [FieldReference] = []
    ) -> Condition {
        .opaque(
            Opaque(
                reason,
                place: place(expression),
                text: text ?? Self.line(source.text(of: beginning(of: expression.span))),
                reads: kept(reads),
                mayRaise: false
            )
        )
    }

    /// As much of it as is shown.
    private func beginning(of span: Span) -> Span { Span(span.start, min(span.end, span.start + 4_096)) }

    /// Fields, each once, as many as are told.
    func kept(_ fields: [FieldReference]) -> [FieldReference] { Array(fields.distinct.prefix(limits.reads)) }

    /// A text in one line, cut.
    static func line(_ text: String) -> String {
        let words = text.prefix(400).split { $0.isWhitespace }.joined(separator: " ")
        return words.count > 160 ? words.prefix(160) + " …" : words
    }

    /// The condition if it is not too large. A column may stand for a test of which each further column holds two.
    func bounded(_ condition: Condition, _ expression: Expression) -> Condition {
        guard condition.weighs(atMost: limits.conditionNodes) else { return opaque(.limit, expression) }
        let flat = condition.flattened
        return flat.nests(atMost: limits.nesting) ? flat : opaque(.limit, expression)
    }

    /// What events of rows must be like, as far as that is not too large.
    func condition(of rows: Rows, at expression: Expression) -> Condition {
        let condition = rows.condition
        if condition.weighs(atMost: limits.queryNodes) {
            let flat = condition.flattened
            if flat.nests(atMost: limits.nesting) { return flat }
        }
        guard case .all(let parts) = condition else { return opaque(.limit, expression) }
        var kept: [Condition] = []
        var nodesLeft = limits.queryNodes
        for part in parts {
            let nodes = part.nodes(atMost: nodesLeft)
            guard nodes <= nodesLeft else { break }
            nodesLeft -= nodes
            if part.nests(atMost: limits.nesting - 1) { kept.append(part) }
        }
        return .all(kept + [opaque(.limit, expression)]).flattened
    }
}

extension Condition {
    /// With the window of aggregates that have none.
    func withWindow(_ seconds: Int?) -> Condition {
        guard case .aggregate(var aggregate) = self else { return mapChildren { $0.withWindow(seconds) } }
        aggregate.windowSeconds = aggregate.windowSeconds ?? seconds
        aggregate.child = aggregate.child.withWindow(seconds)
        return .aggregate(aggregate)
    }

    /// How many nodes it has; one more than `limit` where those are more.
    func nodes(atMost limit: Int) -> Int {
        var count = 1
        for child in children where count <= limit { count += child.nodes(atMost: limit - count) }
        return count
    }

    /// Whether there are at most so many conditions within each other.
    func nests(atMost limit: Int) -> Bool {
        limit > 0 && children.allSatisfy { $0.nests(atMost: limit - 1) }
    }
}
