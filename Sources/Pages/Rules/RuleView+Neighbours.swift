import Catalog

extension RuleView {
    /// Who else looks for the same operation.
    func fillAction(_ slots: inout Slots) {
        let section = page.sameAction
        slots["hasActions"] = .flag(!section.actions.isEmpty)
        guard let first = section.actions.first else { return }
        let shown = Array(section.actions.prefix(Self.neighboursMax))
        slots["actions"] = .list(
            shown.enumerated().map { index, action in
                let separator = index == shown.count - 1 ? (shown.count < section.actions.count ? " …" : "") : ", "
                return ["name": .text(action.name), "url": .text(links.action(action)), "separator": .text(separator)]
            }
        )
        slots["actionField"] = .text(first.field)
        slots["actionFamily"] = .text(first.family)
        let same = rows(section.sameVendor)
        let others = rows(section.otherVendors)
        if !same.isEmpty { slots["sameVendor"] = .group(["rules": .list(same)]) }
        if !others.isEmpty { slots["otherVendors"] = .group(["rules": .list(others)]) }
        slots["isAlone"] = .flag(same.isEmpty && others.isEmpty)
        let count = section.sameVendor.count + section.otherVendors.count + section.omitted
        if count > same.count + others.count {
            slots["more"] = .group(["url": .text(links.action(first)), "count": .count(count + 1)])
        }
        slots["isDisputed"] = .flag(section.isDisputed)
        slots["votes"] = .list(TechniqueMarkup.votes(section.techniques, links))
    }

    private func rows(_ rules: [ActionRule]) -> [Slots] {
        rules.prefix(Self.neighboursMax).map { rule in
            RuleRow(
                rule.rule,
                remark: rule.reason,
                comparison: links.comparison(page.rule.slug, rule.rule.slug)
            ).slots(links)
        }
    }

    /// Rules that are much the same.
    func fillNeighbours(_ slots: inout Slots) {
        slots["hasSimilar"] = .flag(!page.similar.isEmpty || !page.duplicates.isEmpty)
        slots["hasDuplicates"] = .flag(!page.duplicates.isEmpty)
        slots["duplicates"] = .list(
            page.duplicates.map { duplicate in
                RuleRow(
                    duplicate.rule,
                    remark: duplicate.kind.sentence,
                    comparison: links.comparison(page.rule.slug, duplicate.rule.slug)
                ).slots(links)
            }
        )
        slots["hasNeighbours"] = .flag(!page.similar.isEmpty)
        slots["similar"] = .list(
            page.similar.map { neighbour in
                RuleRow(
                    neighbour.rule,
                    remark: neighbour.reason,
                    comparison: links.comparison(page.rule.slug, neighbour.rule.slug)
                ).slots(links)
            }
        )
    }
}
