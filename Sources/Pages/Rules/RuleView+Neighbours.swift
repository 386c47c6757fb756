import Catalog

extension RuleView {
    /// Who else looks for the same operation.
    func fillAction(_ slots: inout Slots) {
        let section = page.sameAction
        slots["hasActions"] = .flag(!section.actions.isEmpty)
        guard let first = section.actions.first else { return }
        slots["operations"] = .list(operations(section.actions))
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

    /// The first of the actions, by the field of a log that names them.
    private func operations(_ actions: [Action]) -> [Slots] {
        let shown = actions.prefix(Self.neighboursMax)
        var fields: [[Action]] = []
        for action in shown {
            let place = fields.firstIndex { $0[0].family == action.family && $0[0].field == action.field }
            if let place { fields[place].append(action) } else { fields.append([action]) }
        }
        return fields.enumerated().map { index, group in
            let names: [Slots] = group.enumerated().map { place, action in
                [
                    "name": .text(action.name), "url": .text(links.action(action)),
                    "separator": .text(place == group.count - 1 ? "" : ", "),
                ]
            }
            let end = shown.count < actions.count ? " …" : ""
            return [
                "actions": .list(names), "field": .text(group[0].field), "family": .text(group[0].family),
                "next": .text(index == fields.count - 1 ? end : "; "),
            ]
        }
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
