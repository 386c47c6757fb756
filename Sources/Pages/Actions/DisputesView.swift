package import Catalog

/// Operations of which rules say different things in ATT&CK.
package struct DisputesView {
    private let actions: [ActionSummary]
    private let frame: SiteFrame

    /// The page of disagreements.
    package init(_ actions: [ActionSummary], frame: SiteFrame) {
        self.actions = actions
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let slots: Slots = [
            "hasActions": .flag(!actions.isEmpty),
            "actions": .list(
                actions.map { summary in
                    [
                        "name": .text(summary.action.name),
                        "url": .text(frame.links.action(summary.action)),
                        "family": .text(summary.action.family),
                        "rules": .count(summary.rules),
                        "vendors": .count(summary.vendors),
                        "techniques": .list(
                            summary.techniques.map { id in
                                ["technique": .markup(TechniqueMarkup.link(AttackEntry.technique(id), frame.links))]
                            }
                        ),
                    ]
                }
            ),
        ]
        return frame.page(title: "Where rules disagree", part: .attack, Template.disputes.render(slots))
    }
}
