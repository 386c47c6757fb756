import Catalog

extension RuleView {
    /// The table of tactics, each with its techniques, in the order the rule names them.
    func fillAttack(_ slots: inout Slots) {
        var tactics: [AttackEntry.Name?] = []
        var techniques: [[Slots]] = []
        for entry in page.attack {
            let place = tactics.firstIndex { $0?.id == entry.tactic?.id } ?? tactics.count
            if place == tactics.count {
                tactics.append(entry.tactic)
                techniques.append([])
            }
            if entry.technique != nil { techniques[place].append(["technique": .markup(technique(entry))]) }
        }
        slots["hasAttack"] = .flag(!tactics.isEmpty)
        slots["attack"] = .list(
            zip(tactics, techniques).map { tactic, techniques in
                [
                    "tacticName": .text(tactic?.name),
                    "tacticID": .text(tactic?.id),
                    "techniques": .list(techniques),
                ]
            }
        )
    }

    /// `T1203 Exploitation for Client Execution`, and what became of it.
    private func technique(_ entry: AttackEntry) -> Markup {
        guard let technique = entry.technique else { return Markup() }
        var markup = TechniqueMarkup.link(
            technique,
            links,
            isGone: entry.state == .deprecated || entry.state == .revoked
        )
        switch entry.state {
        case .current: break
        case .deprecated: markup.append(literal: " <span class=\"tag\">deprecated by MITRE</span>")
        case .unknown: markup.append(literal: " <span class=\"tag\">no such technique</span>")
        case .revoked:
            markup.append(literal: " <span class=\"tag\">revoked</span>")
            if let successor = entry.successor {
                markup.append(literal: " <span class=\"quiet\">now</span> ")
                markup += TechniqueMarkup.link(successor, links)
            }
        }
        return markup
    }
}

/// Techniques as links.
enum TechniqueMarkup {
    /// `T1203 Exploitation for Client Execution`.
    static func link(_ technique: AttackEntry.Name, _ links: SiteLinks, isGone: Bool = false) -> Markup {
        var markup = Markup(literal: "<a href=\"")
        markup.append(links.technique(technique.id))
        markup.append(literal: isGone ? "\" class=\"gone\"><span class=\"mono\">" : "\"><span class=\"mono\">")
        markup.append(technique.id)
        markup.append(literal: "</span>")
        if technique.name != technique.id { markup.append(" " + technique.name) }
        markup.append(literal: "</a>")
        return markup
    }

    /// Techniques with the number of rules that name each, in a row.
    static func votes(_ votes: [TechniqueVote], _ links: SiteLinks) -> [Slots] {
        votes.enumerated().map { index, vote in
            let rules = "\(Slot.grouped(vote.rules)) \(vote.rules == 1 ? "rule" : "rules")"
            return [
                "technique": .markup(link(vote.technique, links)),
                "rules": .text("(\(rules)\(vote.isOwn ? ", this one too" : ""))"),
                "separator": .text(index == votes.count - 1 ? "" : "; "),
            ]
        }
    }
}
