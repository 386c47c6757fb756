package import Conditions
package import Detections

/// A rule in a list: what tells it from the others, and where its page is.
package struct RuleSummary: Codable, Hashable, Sendable {
    /// See ``RuleIdentity/slug``.
    package var slug: String
    /// See ``RuleIdentity/id``.
    package var id: String
    /// The name people read.
    package var name: String
    /// Whose format it is written in.
    package var vendor: Vendor
    /// The folder of rules that it was found in.
    package var collection: String
    /// How bad a match is.
    package var severity: Severity?
    /// As written.
    package var status: String?
    /// Whether its author has given it up.
    package var isDeprecated: Bool
    /// How much of it its condition says.
    package var completeness: Completeness
    /// Its condition on one line, shortened to ``conditionLengthMax`` characters; empty where it has none.
    package var condition: String

    /// Characters of a condition in a list.
    package static let conditionLengthMax = 200

    /// A row of a list.
    package init(
        slug: String,
        id: String,
        name: String,
        vendor: Vendor,
        collection: String,
        severity: Severity?,
        status: String?,
        isDeprecated: Bool,
        completeness: Completeness,
        condition: String
    ) {
        self.slug = slug
        self.id = id
        self.name = name
        self.vendor = vendor
        self.collection = collection
        self.severity = severity
        self.status = status
        self.isDeprecated = isDeprecated
        self.completeness = completeness
        self.condition = condition
    }
}

extension RuleSummary {
    /// A row of a list, of what a rule is and how much of it is known.
    init(_ rule: RuleIdentity, _ logic: LogicRecord) {
        self.init(
            slug: rule.slug,
            id: rule.id,
            name: rule.name,
            vendor: rule.vendor,
            collection: rule.collection,
            severity: rule.severity,
            status: rule.status,
            isDeprecated: rule.isDeprecated,
            completeness: logic.completeness,
            condition: String(logic.text.prefix(Self.conditionLengthMax))
        )
    }
}

extension Completeness: Codable {}
