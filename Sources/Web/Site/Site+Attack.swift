import Catalog
import CatalogStore
import Detections
import Pages

/// ATT&CK, and rules side by side.
extension Site {
    private func coverage(_ query: String) throws(CatalogFault) -> CoverageMatrix {
        let found = try store.attackUses(SearchQuery(query))
        return CoverageMatrix(found.uses, ruleCount: found.rules)
    }

    func matrixPage(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let query = request.query["q"] ?? ""
        return .page(MatrixView(try coverage(query), query: query, frame: try frame()).render())
    }

    func layer(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let query = request.query["q"] ?? ""
        return Self.json(NavigatorLayer(try coverage(query), query: query))
    }

    func techniquePage(_ id: String) throws(CatalogFault) -> SiteResponse? {
        let results = try store.search(SearchQuery(TechniqueView.query(id)), limit: 100)
        guard results.total > 0 || AttackMatrix.enterprise.technique(id) != nil else { return nil }
        return .page(TechniqueView(id, results: results, frame: try frame()).render())
    }

    func gapsPage(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let query = request.query["q"] ?? ""
        let mine = try store.attackUses(SearchQuery(query))
        let others =
            query.isEmpty ? [] : CoverageGap.gaps(of: mine.uses, beside: try store.attackUses(SearchQuery("")).uses)
        return .page(
            GapsView(
                query: query,
                ruleCount: mine.rules,
                others: others,
                all: CoverageGap.gaps(of: mine.uses),
                logs: try logs(),
                frame: try frame()
            ).render()
        )
    }

    /// The kinds of log that most rules read.
    func logs() throws(CatalogFault) -> [SearchResults.Facet.Value] {
        try overview().facets.first { $0.filter == "source" }?.values ?? []
    }

    func diffPage(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        guard let first = request.query["a"], let second = request.query["b"],
            let left = try store.page(slug: first), let right = try store.page(slug: second)
        else { return nil }
        return .page(DiffView(left, right, frame: try frame()).render())
    }

    // MARK: For programs

    func coverageJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        Self.json(try coverage(request.query["q"] ?? ""))
    }

    func gapsJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let mine = try store.attackUses(SearchQuery(request.query["q"] ?? "")).uses
        guard let against = request.query["against"] else { return Self.json(CoverageGap.gaps(of: mine)) }
        return Self.json(CoverageGap.gaps(of: mine, beside: try store.attackUses(SearchQuery(against)).uses))
    }

    func diffJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        guard let first = request.query["a"], let second = request.query["b"] else { return nil }
        return try store.diff(first, second).map { Self.json($0) }
    }
}
