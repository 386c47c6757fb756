package import Catalog
import Detections

/// A technique with the rules that name it.
package struct TechniqueView {
    private let entry: AttackEntry
    private let id: String
    private let results: SearchResults
    private let frame: SiteFrame

    /// The page of a technique, of whose rules `results` has the first.
    package init(_ id: String, results: SearchResults, frame: SiteFrame) {
        self.id = id
        entry = AttackEntry(AttackMention(tactic: nil, technique: id))
        self.results = results
        self.frame = frame
    }

    /// The query that finds the rules of a technique.
    package static func query(_ id: String) -> String { QueryText.term("technique", id) }

    /// The document.
    package func render() -> Markup {
        let links = frame.links
        let matrix = AttackMatrix.enterprise
        let technique = matrix.technique(id)
        let parent = id.firstIndex(of: ".").map { AttackEntry.technique(String(id[..<$0])) }
        let children = matrix.techniques.filter { $0.id.hasPrefix(id + ".") && $0.state == .current }
        let slots: Slots = [
            "matrix": .text(links.matrix),
            "id": .text(id),
            "name": .text(technique?.name ?? id),
            "parent": .markup(parent.map { TechniqueMarkup.link($0, links) } ?? Markup()),
            "tactics": .text(
                matrix.tactics.filter { technique?.tactics.contains($0.slug) == true }.map(\.name).joined(
                    separator: ", "
                )
            ),
            "isGone": .flag(entry.state != .current),
            "state": .text(entry.state == .unknown ? "not known to release \(matrix.version)" : entry.state.rawValue),
            "successor": .markup(entry.successor.map { TechniqueMarkup.link($0, links) } ?? Markup()),
            "hasChildren": .flag(!children.isEmpty),
            "children": .list(
                children.map { ["technique": .markup(TechniqueMarkup.link(AttackEntry.technique($0.id), links))] }
            ),
            "count": .text(results.total == 1 ? "One rule names it." : "\(Slot.grouped(results.total)) rules name it."),
            "all": results.total > results.hits.count ? .text(links.search("technique", id)) : .text(""),
            "hasRules": .flag(!results.hits.isEmpty),
            "rules": .list(results.hits.map { RuleRow($0.rule).slots(links) }),
            "mitre": .text("https://attack.mitre.org/techniques/" + id.replacing(".", with: "/") + "/"),
            "isKnown": .flag(technique != nil),
        ]
        return frame.page(title: "\(id) \(technique?.name ?? "")", part: .attack, Template.technique.render(slots))
    }
}
