package import Catalog
import Detections

/// A rule in a list.
package struct RuleRow: Sendable {
    /// The rule.
    package var rule: RuleSummary
    /// Why it is there.
    package var remark: String?
    /// Where it stands beside another rule.
    package var comparison: String?

    /// A row.
    package init(_ rule: RuleSummary, remark: String? = nil, comparison: String? = nil) {
        self.rule = rule
        self.remark = remark
        self.comparison = comparison
    }

    /// What fills the row's template. Every name of it is given: one that is not would be looked for around the row.
    func slots(_ links: SiteLinks) -> Slots {
        [
            "url": .text(links.rule(rule.slug)),
            "name": .text(rule.name),
            "isDeprecated": .flag(rule.isDeprecated),
            "severity": .markup(RuleMarks.severity(rule.severity)),
            "vendor": .text(rule.vendor.name),
            "remark": .text(remark),
            "status": .text(rule.status),
            "compare": .text(comparison),
            "terms": .text(rule.condition),
            "excerpt": .text(""),
        ]
    }
}
