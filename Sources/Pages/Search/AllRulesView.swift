package import Catalog

/// All rules of an exported catalogue on one page, which a script narrows down.
package struct AllRulesView {
    private let rules: [RuleSummary]
    private let frame: SiteFrame

    /// The page of all rules.
    package init(_ rules: [RuleSummary], frame: SiteFrame) {
        self.rules = rules
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let slots: Slots = [
            "count": .text(rules.count == 1 ? "One rule" : "\(Slot.grouped(rules.count)) rules"),
            "rules": .list(rules.map { RuleRow($0).slots(frame.links) }),
        ]
        return frame.page(title: "Detection rules", part: .rules, Template.allRules.render(slots))
    }
}
