package import Conditions

/// What the rules of a catalogue say of one event.
package struct EventReport: Encodable, Sendable {
    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// The log that the event is of, as it says, as was told, or as it looks; nil if that is not known: all rules are asked then.
    package var log: String?
    /// The kind of log, as rules are counted.
    package var family: String?
    /// Rules that were asked: those that read such a log.
    package var asked = 0
    /// Rules whose condition holds, the most severe first.
    package private(set) var matching: [Verdict] = []
    /// Rules of which the condition cannot tell, the most severe first.
    package private(set) var undecided: [Verdict] = []
    /// Rules whose condition does not hold, those first of which the most is met.
    package private(set) var missing: [Verdict] = []
    /// How many rules match, beyond those listed too.
    package private(set) var matchingCount = 0
    /// How many are undecided.
    package private(set) var undecidedCount = 0
    /// How many do not match.
    package private(set) var missingCount = 0

    /// A report without verdicts.
    package init(log: String?, family: String?) {
        self.log = log
        self.family = family
    }

    /// Takes a rule's verdict.
    package mutating func add(_ verdict: Verdict) {
        switch verdict.explanation.truth {
        case .true: matching.append(verdict)
        case .false: missing.append(verdict)
        case .unknown: undecided.append(verdict)
        }
    }

    /// Orders the verdicts, counts them and keeps at most so many of each truth.
    package mutating func order(max: Int) {
        (matchingCount, undecidedCount, missingCount) = (matching.count, undecided.count, missing.count)
        matching = Array(matching.sorted(by: Self.isMoreSevere).prefix(max))
        undecided = Array(undecided.sorted(by: Self.isMoreSevere).prefix(max))
        let measured = missing.map { (verdict: $0, met: $0.share) }
        missing = measured.sorted { left, right in
            left.met == right.met ? Self.isMoreSevere(left.verdict, right.verdict) : left.met > right.met
        }.prefix(max).map(\.verdict)
    }

    private static func isMoreSevere(_ left: Verdict, _ right: Verdict) -> Bool {
        if left.rule.severity != right.rule.severity {
            guard let first = left.rule.severity else { return false }
            guard let second = right.rule.severity else { return true }
            return first > second
        }
        return (left.rule.name, left.rule.slug) < (right.rule.name, right.rule.slug)
    }

    /// What one rule's condition says.
    package struct Verdict: Encodable, Sendable {
        /// The rule.
        package var rule: RuleSummary
        /// What was found at each part of its condition.
        package var explanation: ConditionExplanation

        /// A verdict.
        package init(rule: RuleSummary, explanation: ConditionExplanation) {
            self.rule = rule
            self.explanation = explanation
        }

        /// The share of its tests that the event meets, from 0 to 1.
        var share: Double {
            var (met, all) = (0, 0)
            func count(_ node: ConditionExplanation, isNegated: Bool) {
                var isNegated = isNegated
                if case .not = node.condition { isNegated.toggle() }
                if node.children.isEmpty {
                    all += 1
                    if node.truth == (isNegated ? .false : .true) { met += 1 }
                }
                for child in node.children { count(child, isNegated: isNegated) }
            }
            count(explanation, isNegated: false)
            return all == 0 ? 0 : Double(met) / Double(all)
        }

        private enum Key: String, CodingKey { case rule, condition, deciding }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(rule, forKey: .rule)
            try container.encode("\(explanation.truth)", forKey: .condition)
            try container.encode(explanation.deciding.map(Reason.init), forKey: .deciding)
        }
    }

    /// A part of a condition that decides.
    private struct Reason: Encodable {
        var text: String
        var truth: String
        var found: String?
        var file: String?
        var line: Int?

        init(_ node: ConditionExplanation) {
            text = node.condition.text
            truth = "\(node.truth)"
            found = node.found
            file = node.condition.place?.file
            line = node.condition.place?.line
        }
    }
}
