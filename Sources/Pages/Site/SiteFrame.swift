import Detections

/// What surrounds every page of a site: its links, its parts, and what it is made from.
package struct SiteFrame: Sendable {
    /// Where the other pages are.
    package var links: SiteLinks
    /// Rules in the catalogue.
    package var ruleCount: Int
    /// Whose they are.
    package var vendorCount: Int
    /// When the catalogue was built, as people read it; nil where that is not to be told.
    package var built: String?

    /// A frame.
    package init(links: SiteLinks, ruleCount: Int, vendorCount: Int, built: String? = nil) {
        self.links = links
        self.ruleCount = ruleCount
        self.vendorCount = vendorCount
        self.built = built
    }

    /// The parts of a site.
    package enum Part: CaseIterable, Sendable {
        case rules, attack, gaps, event

        var name: String {
            switch self {
            case .rules: "Rules"
            case .attack: "ATT&CK"
            case .gaps: "Gaps"
            case .event: "Event"
            }
        }
    }

    /// What a browser may load and run: files of the site's own, nothing written into a page, nothing from elsewhere.
    package static let contentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The same for a page that says so itself, which cannot forbid frames.
    static let writtenContentPolicy = contentPolicy.replacing("; frame-ancestors 'none'", with: "")

    /// A whole document around `body`.
    package func page(
        title: String,
        description: String? = nil,
        part: Part?,
        query: String = "",
        _ body: Markup
    ) -> Markup {
        var facts = "\(Slot.grouped(ruleCount)) \(ruleCount == 1 ? "rule" : "rules")"
        facts += " of \(vendorCount) \(vendorCount == 1 ? "vendor" : "vendors")"
        if let built { facts += ", read \(built)" }
        return Template.layout.render([
            "title": .text(title),
            "description": .text(description.map { String($0.prefix(200)) }),
            "policy": links.isServed ? .text("") : .text(Self.writtenContentPolicy),
            "icon": .text(links.asset(.icon)),
            "style": .text(links.asset(.style)),
            "theme": .text(links.asset(.theme)),
            "script": .text(links.asset(.script)),
            "home": .text(links.home),
            "search": .text(links.search),
            "query": .markup(Markup(verbatim: query)),
            "places": .list(places(part)),
            "body": .markup(body),
            "facts": .text(facts + "."),
            "attackVersion": .text(AttackMatrix.enterprise.version),
        ])
    }

    private func places(_ current: Part?) -> [Slots] {
        Part.allCases.compactMap { part in
            let url: String? =
                switch part {
                case .rules: links.home
                case .attack: links.matrix
                case .gaps: links.gaps()
                case .event: links.event
                }
            return url.map { ["name": .text(part.name), "url": .text($0), "isCurrent": .flag(part == current)] }
        }
    }
}
