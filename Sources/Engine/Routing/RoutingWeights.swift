import Conditions

/// How often triggers are thought to fire, so that of several clauses the one is taken that makes the fewest candidates.
///
/// Of the events only those of the rules' own tests are known. That rules name many texts of a field says that it tells many events
/// apart; and what is wanted is rarer than what is there.
struct RoutingWeights {
    /// Different texts that conditions compare a field with.
    private let textCounts: [RoutedField: Int]
    private let samples: EventSamples

    /// Weights by what these conditions compare, and by samples of events.
    init(_ conditions: some Collection<Condition>, _ samples: EventSamples) {
        self.init(Self.textCounts(conditions), samples)
    }

    /// Weights by how many different texts each field is compared with, and by samples of events.
    init(_ textCounts: [RoutedField: Int], _ samples: EventSamples) {
        self.textCounts = textCounts
        self.samples = samples
    }

    /// Different texts that these conditions compare each field with.
    static func textCounts(_ conditions: some Collection<Condition>) -> [RoutedField: Int] {
        var texts: [RoutedField: Set<String>] = [:]
        for condition in conditions {
            for leaf in condition.leaves where leaf.other == nil {
                guard let field = RoutedField(leaf.field) else { continue }
                for case .string(let text) in leaf.values { texts[field, default: []].insert(text) }
            }
        }
        return texts.mapValues(\.count)
    }

    /// How many of a million events of a log a clause is thought to fire at.
    func cost(_ clause: RoutingClause, in logType: String?) -> Int {
        clause.triggers.reduce(0) { $0 + cost($1.value, of: $1.key, logType) }
    }

    private func cost(_ trigger: RoutingClause.Trigger, of field: RoutedField, _ logType: String?) -> Int {
        let samples = samples.samples(of: field, in: logType)
        func weight(_ valueClass: ValueClass) -> Int {
            samples.permille(valueClass, guess: Self.weight(valueClass, field.steps.count == 1))
        }
        var cost = 0
        for valueClass in ValueClass.allCases where trigger.classes.contains(valueClass) {
            cost += weight(valueClass) * 1_000
        }
        guard trigger.textCount > 0 else { return cost }
        let each = weight(.text) * 1_000 / (1 + (textCounts[field] ?? 0))
        let guess = each * (trigger.texts.count + trigger.foldedTexts.count)
        cost += samples.permillion(textsOf: trigger, guess: guess)
        return trigger.parts.reduce(cost) { cost, part in
            // The longer a part, the fewer texts have it by chance; and it has to be looked for.
            let byLength = weight(.text) * 1_000 >> min(part.bytes.count, Self.tellingLength)
            return cost + 1_000 + samples.permillion(part, guess: max(byLength, each / 8))
        }
    }

    /// Bytes of a part beyond which more say no more.
    private static let tellingLength = 9

    /// How many of a thousand events are thought to have such a value, in the event itself or deeper.
    private static func weight(_ valueClass: ValueClass, _ isTop: Bool) -> Int {
        switch valueClass {
        case .absent: isTop ? 400 : 250
        case .absentOnTheWay: 200
        case .nullOnTheWay: 150
        case .null: 30
        case .text: isTop ? 500 : 300
        case .wideText, .openText, .emptyText, .obstructed: 5
        case .false, .true, .number, .array, .object: 15
        }
    }
}
