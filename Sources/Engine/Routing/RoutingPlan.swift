/// Which rules are candidates where: the tables of a ``Router`` before they are flat. Rules go by their position.
struct RoutingPlan {
    /// By field.
    private(set) var postings: [RoutedField: FieldPostings] = [:]
    /// Rules that are candidates of every event, ascending.
    private(set) var always: [UInt32] = []

    /// The rules that the values of one field make candidates, ascending each.
    struct FieldPostings {
        /// By ``ValueClass``.
        var classes = [[UInt32]](repeating: [], count: ValueClass.allCases.count)
        var texts: [[UInt8]: [UInt32]] = [:]
        /// By texts in small letters.
        var foldedTexts: [[UInt8]: [UInt32]] = [:]
        fileprivate(set) var parts: [TextPart: [UInt32]] = [:]
        /// Bytes of ``parts``, by ``TextPart/Position``.
        fileprivate var partBytes = [Int](repeating: 0, count: TextPart.Position.allCases.count)
    }

    /// A plan for rules with these clauses; nil for one that has none. `canFind` says whether events can be asked for a field.
    init(_ clauses: [RoutingClause?], canFind: (RoutedField) -> Bool) {
        for (position, clause) in clauses.enumerated() {
            let position = UInt32(position)
            guard let clause, clause.triggers.keys.allSatisfy(canFind) else {
                always.append(position)
                continue
            }
            for (field, trigger) in clause.triggers { postings[field, default: FieldPostings()].add(position, trigger) }
        }
    }
}

extension RoutingPlan.FieldPostings {
    /// Bytes of the parts that are looked for in one field, in one position. Past it rules are candidates wherever it is a text.
    static let partBytesMax = 1 << 18

    fileprivate mutating func add(_ rule: UInt32, _ trigger: RoutingClause.Trigger) {
        var classes = trigger.classes
        // Counted as they come: asking all parts of the field for each rule would make a start quadratic.
        let bytes = trigger.parts.reduce(into: partBytes) { bytes, part in
            if parts[part] == nil { bytes[Int(part.position.rawValue)] += part.bytes.count }
        }
        let isPastLimit = bytes.contains { $0 > Self.partBytesMax }
        if isPastLimit { classes.formUnion([ValueClasses(.text), ValueClasses(.wideText)]) }
        for valueClass in ValueClass.allCases where classes.contains(valueClass) {
            self.classes[Int(valueClass.rawValue)].append(rule)
        }
        for text in trigger.texts { texts[text, default: []].append(rule) }
        for text in trigger.foldedTexts { foldedTexts[text, default: []].append(rule) }
        guard !isPastLimit else { return }
        partBytes = bytes
        for part in trigger.parts { parts[part, default: []].append(rule) }
    }
}
