package import Catalog

/// Who detects an operation.
package struct ActionView {
    private let page: ActionPage
    private let frame: SiteFrame

    /// The page of an operation.
    package init(_ page: ActionPage, frame: SiteFrame) {
        self.page = page
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let action = page.action
        let links = frame.links
        let first = page.rules.first?.rule.slug
        let slots: Slots = [
            "home": .text(links.home),
            "name": .text(action.name),
            "field": .text(action.field),
            "family": .text(action.family),
            "familyURL": .text(links.search("source", action.family)),
            "count": .text(page.rules.count == 1 ? "One rule looks" : "\(Slot.grouped(page.rules.count)) rules look"),
            "isDisputed": .flag(page.techniques.count > 1),
            "hasVotes": .flag(!page.techniques.isEmpty),
            "votes": .list(TechniqueMarkup.votes(page.techniques, links)),
            "rules": .list(
                page.rules.map { rule in
                    let comparison = first.flatMap { $0 == rule.rule.slug ? nil : links.comparison($0, rule.rule.slug) }
                    return RuleRow(rule.rule, remark: rule.reason, comparison: comparison).slots(links)
                }
            ),
        ]
        return frame.page(title: "Who detects \(action.name)?", part: .rules, Template.action.render(slots))
    }
}
