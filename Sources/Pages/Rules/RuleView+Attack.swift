import Catalog
import Detections

extension RuleView {
    /// The table of tactics, each with its techniques, in the order the rule names them.
    ///
    /// Rules that name tactics and techniques apart mean them together: such a technique stands with each named tactic that it
    /// serves; if it serves none of them, with all that it does serve.
    func fillAttack(_ slots: inout Slots) {
        var rows: [AttackRow] = []
        for tactic in page.attack.compactMap(\.tactic) where !rows.contains(where: { $0.tactic?.id == tactic.id }) {
            rows.append(AttackRow(tactic: tactic))
        }
        for entry in page.attack where entry.technique != nil {
            var places = rows.indices.filter { rows[$0].tactic != nil && rows[$0].tactic?.id == entry.tactic?.id }
            let served = served(by: entry)
            if places.isEmpty {
                places = rows.indices.filter { index in served.contains { $0.id == rows[index].tactic?.id } }
            }
            if places.isEmpty {
                let implied = served.map(\.name).joined(separator: ", ")
                places = rows.indices.filter { rows[$0].tactic == nil && rows[$0].implied == implied }
                if places.isEmpty {
                    places = [rows.count]
                    rows.append(AttackRow(implied: implied))
                }
            }
            for place in places { rows[place].techniques.append(["technique": .markup(technique(entry))]) }
        }
        slots["hasAttack"] = .flag(!rows.isEmpty)
        slots["attack"] = .list(
            rows.map { row in
                [
                    "tacticName": .text(row.tactic?.name),
                    "tacticID": .text(row.tactic?.id),
                    "implied": .text(row.implied),
                    "techniques": .list(row.techniques),
                ]
            }
        )
    }

    private struct AttackRow {
        /// A tactic that the rule names.
        var tactic: AttackEntry.Name?
        /// Tactics that it only implies, in words.
        var implied = ""
        var techniques: [Slots] = []
    }

    /// The tactics that a technique serves, by ATT&CK.
    private func served(by entry: AttackEntry) -> [AttackMatrix.Tactic] {
        let matrix = AttackMatrix.enterprise
        let slugs = entry.technique.flatMap { matrix.technique($0.id) }?.tactics ?? []
        return matrix.tactics.filter { slugs.contains($0.slug) }
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
