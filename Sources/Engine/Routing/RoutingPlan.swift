import Conditions

/// Which rules are posted under which texts: the tables of a ``Router`` before they are flat. Rules go by their position.
struct RoutingPlan {
    /// Members that are looked up in each event, in the order of their bytes.
    private(set) var fields: [[UInt8]] = []
    /// By member and text: the rules, ascending.
    private(set) var postings: [[UInt8]: [[UInt8]: [UInt32]]] = [:]
    /// By member: the rules that are candidates where it is there, but no plain text, ascending.
    private(set) var dependents: [[UInt8]: [UInt32]] = [:]
    /// By member: the rules that are candidates where it is missing, ascending.
    private(set) var missing: [[UInt8]: [UInt32]] = [:]
    /// Rules that are candidates of every event, ascending.
    private(set) var always: [UInt32] = []

    /// A plan for rules with these conditions; nil for one that has none.
    init(_ conditions: [Condition?]) {
        let clauses = conditions.map { $0.map(RoutingAnalysis.clauses) ?? [] }
        let weights = Self.weights(clauses.joined())
        for (position, options) in clauses.enumerated() {
            let position = UInt32(position)
            guard let clause = options.min(by: { Self.cost($0, weights) < Self.cost($1, weights) }) else {
                always.append(position)
                continue
            }
            for alternative in clause.alternatives {
                for value in alternative.values {
                    postings[alternative.field, default: [:]][value, default: []].append(position)
                }
            }
            for field in clause.fields.all { dependents[field, default: []].append(position) }
            for field in clause.fields.present { missing[field, default: []].append(position) }
        }
        fields = Set(postings.keys).union(dependents.keys).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// How many rules look at one text of a member, on average: the fewer, the better it tells rules apart.
    private static func weights(_ clauses: some Sequence<RoutingClause>) -> [[UInt8]: Double] {
        var uses: [[UInt8]: Double] = [:]
        var values: [[UInt8]: Set<[UInt8]>] = [:]
        for alternative in clauses.lazy.flatMap(\.alternatives) {
            uses[alternative.field, default: 0] += Double(alternative.values.count)
            values[alternative.field, default: []].formUnion(alternative.values)
        }
        var weights: [[UInt8]: Double] = [:]
        for (field, count) in uses { weights[field] = count / Double(max(values[field]?.count ?? 1, 1)) }
        return weights
    }

    /// What a clause costs: members that are often missing make rules candidates for nothing, so each counts.
    private static func cost(_ clause: RoutingClause, _ weights: [[UInt8]: Double]) -> Double {
        clause.alternatives.reduce(0) { $0 + (weights[$1.field] ?? 1) } + Double(clause.fields.all.count) * 0.01
    }
}
