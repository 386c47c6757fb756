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

    /// Techniques of an operation that are shown at once; the rest unfolds.
    static let techniquesMax = 8

    private func techniques(_ ids: some Sequence<String>) -> [Slots] {
        ids.map { ["technique": .markup(TechniqueMarkup.link(AttackEntry.technique($0), frame.links))] }
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
                        "techniques": .list(techniques(summary.techniques.prefix(Self.techniquesMax))),
                        "hasMore": .flag(summary.techniques.count > Self.techniquesMax),
                        "moreCount": .count(summary.techniques.count - Self.techniquesMax),
                        "more": .list(techniques(summary.techniques.dropFirst(Self.techniquesMax))),
                    ]
                }
            ),
        ]
        return frame.page(title: "Where rules disagree", part: .attack, Template.disputes.render(slots))
    }
}
