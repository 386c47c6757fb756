import Conditions

/// Finds the clauses of conditions: what has to be seen of an event for a condition not to be false.
///
/// Works by the engine's order of evaluation: an unknown before a deciding child is unknown. So a child of `all` serves only
/// together with what makes those before it certain, or unknown in a way after which evaluation goes on.
struct RoutingAnalysis {
    private let tests: FieldTestTable
    private let weights: RoutingWeights

    /// Clauses of one condition that are kept, the cheapest.
    static let clausesMax = 8

    /// The log whose events are thought of.
    private var logType: String?

    /// An analysis of these conditions; `samples` say which triggers fire often.
    init(_ conditions: some Collection<Condition>, samples: EventSamples = EventSamples()) {
        self.init(FieldTestTable(conditions), RoutingWeights(conditions, samples))
    }

    /// An analysis of conditions whose tests and weights are known.
    init(_ tests: FieldTestTable, _ weights: RoutingWeights) {
        self.tests = tests
        self.weights = weights
    }

    /// The clause by which the fewest events of a log are thought to be candidates; nil if there is none.
    mutating func clause(of condition: Condition, logType: String? = nil) -> RoutingClause? {
        self.logType = logType
        return ways(condition, depth: 0).toFalse.first
    }

    /// Clauses outside which a condition has a truth, the cheapest first.
    struct Ways {
        /// It is false.
        var toFalse: [RoutingClause] = []
        /// It is true.
        var toTrue: [RoutingClause] = []
        /// It is true or false.
        var toKnown: [RoutingClause] = []
        /// What follows it is evaluated: it is known, or ``Opaque/goesOn``.
        var toPassed: [RoutingClause] = []
        /// Where a field is of one of these classes, the condition is false, whatever else the event has.
        var falseAt = FieldClasses()
        /// The same for true.
        var trueAt = FieldClasses()

        /// Those of the negated condition.
        var negated: Ways {
            Ways(
                toFalse: toTrue,
                toTrue: toFalse,
                toKnown: toKnown,
                toPassed: toPassed,
                falseAt: trueAt,
                trueAt: falseAt
            )
        }
    }

    private func ways(_ condition: Condition, depth: Int) -> Ways {
        guard depth < ConditionLimits.nestingMax else { return Ways() }
        switch condition {
        case .constant(let value):
            return cheapest(Ways(toFalse: value ? [] : [.never], toTrue: value ? [.never] : [], toKnown: [.never]))
        case .leaf(let leaf) where leaf.other != nil:
            return cheapest(Ways(toKnown: FieldComparison(leaf).map { [$0.clauseToKnown] } ?? []))
        case .leaf, .quantifier:
            guard let test = tests[condition] else { return Ways() }
            func clauses(_ goal: Truths) -> [RoutingClause] { test.clause(goal).map { [$0] } ?? [] }
            return cheapest(
                Ways(
                    toFalse: clauses(.false),
                    toTrue: clauses(.true),
                    toKnown: clauses(.known),
                    falseAt: FieldClasses(test, .false),
                    trueAt: FieldClasses(test, .true)
                )
            )
        case .not(let child): return ways(child, depth: depth + 1).negated
        case .all(let children): return ways(children.map { ways($0, depth: depth + 1) })
        case .any(let children): return ways(children.map { ways($0, depth: depth + 1).negated }).negated
        // What counts events counts those on which its condition is not false.
        case .aggregate(let aggregate):
            let child = ways(aggregate.child, depth: depth + 1)
            return cheapest(Ways(toFalse: child.toFalse))
        case .opaque(let opaque) where opaque.goesOn: return Ways(toPassed: [.never])
        case .opaque, .sequence, .reference: return Ways()
        }
    }

    /// Ways of `all` from those of its children.
    private func ways(_ children: [Ways]) -> Ways {
        var ways = Ways()
        // Outside this no child so far ends the evaluation but by its truth.
        var passed: RoutingClause? = .never
        // A child so far is false there, so that those after it do not matter. Nor do they fire for it: `a is absent or a.lower() …`.
        var settled = FieldClasses()
        // Whether evaluation comes to the next child whatever the event.
        var isReached = true
        var known: RoutingClause? = .never
        for (number, child) in children.enumerated() {
            if isReached { ways.falseAt.formUnion(child.falseAt) }
            isReached = isReached && child.toPassed.contains(.never)
            if number == 0 { ways.trueAt = child.trueAt } else { ways.trueAt.formIntersection(child.trueAt) }
            known = best(child.toKnown, outside: settled).flatMap { known?.union($0) }
            if let before = passed {
                ways.toFalse += child.toFalse.compactMap { before.union($0.without(settled)) }
                passed = best(child.toPassed, outside: settled).flatMap(before.union)
            }
            settled.formUnion(child.falseAt)
        }
        if let passed { ways.toPassed = [passed] }
        if let known { ways.toKnown = [known] }
        ways.toTrue =
            children.reduce(RoutingClause.never as RoutingClause?) { joined, child in
                child.toTrue.first.flatMap { joined?.union($0) }
            }.map { [$0] } ?? []
        return cheapest(ways)
    }

    /// The cheapest of clauses that need not fire at `settled`.
    private func best(_ clauses: [RoutingClause], outside settled: FieldClasses) -> RoutingClause? {
        settled.isEmpty ? clauses.first : cheapest(clauses.map { $0.without(settled) }).first
    }

    private func cheapest(_ ways: Ways) -> Ways {
        let known = cheapest(ways.toKnown + ways.toFalse + ways.toTrue)
        return Ways(
            toFalse: cheapest(ways.toFalse),
            toTrue: cheapest(ways.toTrue),
            toKnown: known,
            toPassed: cheapest(ways.toPassed + known),
            falseAt: ways.falseAt,
            trueAt: ways.trueAt
        )
    }

    private func cheapest(_ clauses: [RoutingClause]) -> [RoutingClause] {
        guard clauses.count > 1 else { return clauses }
        let costs = clauses.map { weights.cost($0, in: logType) }
        // Of equals the one that is evaluated first.
        let order = clauses.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
        return order.prefix(Self.clausesMax).map { clauses[$0] }
    }
}
