import Catalog
package import CatalogStore
package import Detections
import Pages
import Synchronization

/// The catalogue as files: the pages that a server would show, with links that work in a folder, and beside them the same for
/// programs.
package struct SiteExport: Sendable {
    private let store: CatalogStore
    private let work: any WorkSharing
    /// Takes a file below the folder; names have `/` between their parts, each part plain letters.
    private let handOver: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

    /// An export of a catalogue, as it is now.
    ///
    /// - Parameters:
    ///   - work: Who makes several pages at once.
    ///   - handOver: Is called by whoever made the file.
    package init(
        _ store: CatalogStore,
        work: any WorkSharing,
        to handOver: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws(CatalogFault) {
        self.store = try store.frozen()
        self.work = work
        self.handOver = handOver
    }

    /// Hands over all files; how many rules there are.
    package func run() throws -> Int {
        let overview = try store.overview()
        let top = Site.frame(overview, SiteLinks(.files(depth: 0)))
        let below = Site.frame(overview, SiteLinks(.files(depth: 1)))
        for asset in Asset.allCases { try handOver("assets/" + asset.name, asset.bytes) }
        try encode("catalog.json", overview)
        try encode("actions.json", try store.actions(limit: CatalogStore.actionsMax))
        let rules = try forEach(try store.slugs()) { try writeRule($0, below) }
        let summaries = rules.map(\.summary)
        try encode("rules.json", summaries)
        try write("index.html", AllRulesView(summaries, frame: top).render())
        _ = try forEach(Set(rules.flatMap(\.indicators)).map(\.text).sorted()) { try writeIndicator($0, below) }
        let actions = Set(rules.flatMap(\.actions)).sorted {
            ($0.family, $0.field, $0.name) < ($1.family, $1.field, $1.name)
        }
        _ = try forEach(actions) { try writeAction($0, below) }
        try writeAttack(top: top, below: below)
        return summaries.count
    }

    /// What `body` gives for each element, in order. The first fault ends it.
    private func forEach<Element: Sendable, Outcome: Sendable>(
        _ elements: [Element],
        _ body: @Sendable (Element) throws -> Outcome?
    ) throws -> [Outcome] {
        let fault = Mutex<(any Error)?>(nil)
        let outcomes = work.map(elements.count) { index -> Outcome? in
            guard fault.withLock({ $0 == nil }) else { return nil }
            do { return try body(elements[index]) } catch {
                fault.withLock { $0 = $0 ?? error }
                return nil
            }
        }
        if let fault = fault.withLock({ $0 }) { throw fault }
        return outcomes.compactMap(\.self)
    }

    // MARK: Pages

    /// What other pages need to know of a rule whose page is written.
    private struct Written {
        var summary: RuleSummary
        /// Keys of what other rules look for too: only these have a page that says more than the rule's own.
        var indicators: [ExactText]
        var actions: [Action]
    }

    private func writeRule(_ slug: String, _ frame: SiteFrame) throws -> Written? {
        guard let page = try store.page(slug: slug) else { return nil }
        try encode("rules/\(slug).json", page)
        try write("rules/\(slug).html", RuleView(page, frame: frame).render())
        for (index, source) in page.sources.enumerated() {
            try handOver("rules/\(slug).\(index).txt", Array(source.text.utf8))
        }
        return Written(
            summary: page.summary,
            indicators: page.indicators.filter { $0.allRules > 0 }.map { ExactText($0.indicator.key) },
            actions: page.sameAction.actions.map(\.folded)
        )
    }

    private func writeIndicator(_ key: String, _ frame: SiteFrame) throws {
        guard let page = try store.indicatorPage(key: key) else { return }
        try write("indicators/\(SiteLinks.fileName([key])).html", IndicatorView(page, frame: frame).render())
    }

    private func writeAction(_ action: Action, _ frame: SiteFrame) throws {
        guard let page = try store.actionPage(family: action.family, field: action.field, name: action.name) else {
            return
        }
        let name = SiteLinks.fileName([action.family, action.field, action.name])
        try write("actions/\(name).html", ActionView(page, frame: frame).render())
    }

    private func writeAttack(top: SiteFrame, below: SiteFrame) throws {
        let found = try store.attackUses(SearchQuery(""))
        let matrix = CoverageMatrix(found.uses, ruleCount: found.rules)
        try encode("coverage.json", matrix)
        try encode("layer.json", NavigatorLayer(matrix))
        try write("attack.html", MatrixView(matrix, frame: top).render())
        let disputed = try store.actions(disputedOnly: true, limit: CatalogStore.actionsMax)
        try write("disagreements.html", DisputesView(disputed, frame: top).render())
        let gaps = CoverageGap.gaps(of: found.uses)
        try write(
            "gaps.html",
            GapsView(query: "", ruleCount: found.rules, others: [], all: gaps, logs: [], frame: top).render()
        )
        // Identifiers that no release knows are named by rules too.
        let named = found.uses.compactMap(\.mention.technique)
        _ = try forEach(Set(AttackMatrix.enterprise.techniques.map(\.id) + named).sorted()) { id in
            let results = try store.search(SearchQuery(TechniqueView.query(id)), limit: SearchResults.countMax)
            try write(
                "attack/\(SiteLinks.fileName([id])).html",
                TechniqueView(id, results: results, frame: below).render()
            )
        }
    }

    private func write(_ path: String, _ markup: Markup) throws { try handOver(path, Array(markup.html.utf8)) }

    private func encode(_ path: String, _ value: some Encodable) throws {
        try handOver(path, Array(try CatalogJSON.encode(value)))
    }
}
