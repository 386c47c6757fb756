import Conditions

/// How often triggers are thought to fire, so that of several clauses the one is taken that makes the fewest candidates.
///
/// Nothing has been seen of the events yet. That rules name many texts of a field says that it tells many events apart; and what
/// is wanted is rarer than what is there.
struct RoutingWeights {
    /// Different texts that conditions compare a field with.
    private var textCounts: [RoutedField: Int] = [:]

    /// Weights by what these conditions compare.
    init(_ conditions: some Collection<Condition>) {
        var texts: [RoutedField: Set<String>] = [:]
        for condition in conditions {
            for leaf in condition.leaves where leaf.other == nil {
                guard let field = RoutedField(leaf.field) else { continue }
                for case .string(let text) in leaf.values { texts[field, default: []].insert(text) }
            }
        }
        textCounts = texts.mapValues(\.count)
    }

    /// How many of a million events a clause is thought to fire at.
    func cost(_ clause: RoutingClause) -> Int {
        clause.triggers.reduce(0) { $0 + cost($1.value, of: $1.key) }
    }

    private func cost(_ trigger: RoutingClause.Trigger, of field: RoutedField) -> Int {
        let isTop = field.steps.count == 1
        var cost = 0
        for valueClass in ValueClass.allCases where trigger.classes.contains(valueClass) {
            cost += Self.weight(valueClass, isTop) * 1_000
        }
        let each = Self.weight(.text, isTop) * 1_000 / (1 + (textCounts[field] ?? 0))
        cost += each * (trigger.texts.count + trigger.foldedTexts.count)
        // A part is in more texts than itself, and has to be looked for.
        return cost + (2 * each + 1_000) * trigger.parts.count
    }

    /// How many of a thousand events are thought to have such a value, in the event itself or deeper.
    private static func weight(_ valueClass: ValueClass, _ isTop: Bool) -> Int {
        switch valueClass {
        case .absent: isTop ? 400 : 250
        case .absentOnTheWay: 200
        case .nullOnTheWay: 150
        case .null: 30
        case .text: isTop ? 500 : 300
        case .wideText, .escapedText, .emptyText, .obstructed: 5
        case .false, .true, .number, .array, .object: 15
        }
    }
}
