import Detections

/// Two rules side by side.
package struct DiffPage: Codable, Sendable {
    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// One rule.
    package var left: RuleSummary
    /// The other.
    package var right: RuleSummary
    /// What they look for; nil where one of them has no condition.
    package var condition: ConditionDiff?
    /// Logs, severities and the like that only one of them names.
    package var facts: [Fact]

    /// A property in which the rules differ.
    package struct Fact: Codable, Hashable, Sendable {
        /// `logs`, `severity`, `ATT&CK`, `outputs`.
        package var name: String
        /// What only the left rule has.
        package var left: [String]
        /// What only the right rule has.
        package var right: [String]
    }

    /// Compares two pages.
    package init(_ left: RulePage, _ right: RulePage) {
        self.left = left.summary
        self.right = right.summary
        if let one = left.logic.condition, let other = right.logic.condition {
            condition = ConditionDiff(one, other)
        }
        facts = [
            Self.fact("logs", left.rule.families, right.rule.families),
            Self.fact(
                "severity",
                [left.rule.severity?.rawValue].compactMap(\.self),
                [right.rule.severity?.rawValue].compactMap(\.self)
            ),
            Self.fact("ATT&CK", left.attack.map(\.text), right.attack.map(\.text)),
            Self.fact("outputs", Self.outputs(left), Self.outputs(right)),
        ].compactMap(\.self)
    }

    private static func outputs(_ page: RulePage) -> [String] {
        var names: [String] = []
        for field in page.outputs.flatMap(\.fields) where !names.contains(field.name) { names.append(field.name) }
        return names
    }

    private static func fact(_ name: String, _ left: [String], _ right: [String]) -> Fact? {
        let (own, others) = (left.filter { !right.contains($0) }, right.filter { !left.contains($0) })
        return own.isEmpty && others.isEmpty ? nil : Fact(name: name, left: own, right: others)
    }
}
