package import Catalog

/// Who looks for one value of a field.
package struct IndicatorView {
    private let page: IndicatorPage
    private let frame: SiteFrame

    /// The page of an indicator.
    package init(_ page: IndicatorPage, frame: SiteFrame) {
        self.page = page
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let indicator = page.indicator
        let links = frame.links
        let count = page.families.reduce(0) { $0 + $1.rules.count }
        let slots: Slots = [
            "home": .text(links.home),
            "field": .text(indicator.field),
            "fieldURL": .text(links.search("field", indicator.field)),
            "kind": .text(indicator.kind),
            "value": .text(indicator.value),
            "count": .text(count == 1 ? "One rule looks" : "\(Slot.grouped(count)) rules look"),
            "families": .list(
                page.families.map { family in
                    [
                        "family": .text(family.name.isEmpty ? "No log named" : family.name),
                        "rules": .list(family.rules.map { RuleRow($0).slots(links) }),
                    ]
                }
            ),
        ]
        return frame.page(
            title: "\(indicator.field) \(indicator.value.prefix(60))",
            part: .rules,
            Template.indicator.render(slots)
        )
    }
}
