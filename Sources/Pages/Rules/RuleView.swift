package import Catalog
import Conditions
import Detections

/// The page of a rule: everything that the catalogue knows of it, section by section.
package struct RuleView {
    let page: RulePage
    let frame: SiteFrame
    var links: SiteLinks { frame.links }

    /// Rules of a list on the page; of more, the page of the action has the rest.
    static let neighboursMax = 12
    /// Bytes of events that are shown on one page.
    static let eventBytesMax = 1 << 20

    /// The page of a rule in a site.
    package init(_ page: RulePage, frame: SiteFrame) {
        self.page = page
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let rule = page.rule
        var slots: Slots = [
            "home": .text(links.home),
            "vendor": .text(rule.vendorName),
            "vendorURL": .text(links.search("vendor", rule.vendor.rawValue)),
            "collection": .text(rule.collection),
            "name": .text(rule.name),
            "id": .text(rule.id),
            "severity": .markup(RuleMarks.severity(rule.severity)),
            "permalink": .text(links.rule(rule.slug)),
            "isDeprecated": .flag(rule.isDeprecated),
            "isDisabled": .flag(!rule.isEnabled),
            "descriptions": .list(Self.paragraphs(rule.description)),
            "facts": .list(facts),
        ]
        fillAttack(&slots)
        fillAction(&slots)
        fillBody(&slots)
        fillLogic(&slots)
        fillIndicators(&slots)
        fillOutputs(&slots)
        fillTests(&slots)
        fillNeighbours(&slots)
        return frame.page(
            title: rule.name,
            description: rule.description ?? page.logic.record.text,
            part: .rules,
            Template.rule.render(slots)
        )
    }

    /// A text that its author set in paragraphs, one each.
    static func paragraphs(_ text: String?) -> [Slots] {
        guard let text else { return [] }
        var paragraphs: [String] = []
        var lines: [Substring] = []
        let all: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in all + [""] {
            if !line.allSatisfy(\.isWhitespace) {
                lines.append(line)
            } else if !lines.isEmpty {
                paragraphs.append(lines.joined(separator: " "))
                lines = []
            }
        }
        return paragraphs.map { ["text": .text($0)] }
    }

    // MARK: Facts

    /// What is told of a rule beside its sections: name and value.
    private var facts: [Slots] {
        let rule = page.rule
        var facts: [(String, Markup)] = []
        func add(_ name: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            facts.append((name, Markup(text)))
        }
        func add(_ name: String, list: [Markup]) {
            if !list.isEmpty { facts.append((name, Self.list(list))) }
        }
        add("Severity", rule.severity.map(RuleMarks.word))
        add("Logs", list: rule.logSources.map { link(links.search("source", $0), $0) })
        add("Status", rule.status)
        add("Kind", rule.kind == .rule ? nil : Self.words(rule.kind))
        add("Author", rule.author)
        add("Licence", rule.license)
        add("Written", rule.created)
        add("Changed", rule.modified)
        if let upstream = rule.upstream.flatMap(SiteLinks.web) {
            facts.append(("Upstream", outside(upstream, rule.path)))
        } else {
            add("File", rule.path)
        }
        add("References", list: rule.references.map { SiteLinks.web($0).map { outside($0, $0) } ?? Markup($0) })
        add("False positives", list: rule.falsePositives.map { Markup($0) })
        add("Runbook", rule.runbook)
        for report in rule.reports { add(report.framework, report.items.joined(separator: ", ")) }
        add("Tags", list: rule.tags.prefix(Self.tagsMax).map { link(links.search("tag", $0), $0) })
        add("Fields read", list: page.reads.prefix(Self.readsMax).map { link(links.search("field", $0), $0) })
        return facts.map { ["name": .text($0.0), "value": .markup($0.1)] }
    }

    private static let tagsMax = 30
    private static let readsMax = 40

    private static func words(_ kind: Detection.Kind) -> String {
        switch kind {
        case .rule: "rule"
        case .scheduledRule: "scheduled rule"
        case .policy: "policy"
        case .correlation: "correlation"
        }
    }

    private static func list(_ items: [Markup]) -> Markup {
        var markup = Markup(literal: "<ul>")
        for item in items {
            markup.append(literal: "<li>")
            markup += item
            markup.append(literal: "</li>")
        }
        markup.append(literal: "</ul>")
        return markup
    }

    /// A link, or only its text where there is nowhere to lead.
    private func link(_ url: String?, _ text: String) -> Markup {
        guard let url else { return Markup(text) }
        var markup = Markup(literal: "<a href=\"")
        markup.append(url)
        markup.append(literal: "\">")
        markup.append(text)
        markup.append(literal: "</a>")
        return markup
    }

    /// A link that leaves the site.
    private func outside(_ url: String, _ text: String) -> Markup {
        var markup = Markup(literal: "<a rel=\"noopener noreferrer nofollow external\" href=\"")
        markup.append(url)
        markup.append(literal: "\">")
        markup.append(text)
        markup.append(literal: "</a>")
        return markup
    }
}
