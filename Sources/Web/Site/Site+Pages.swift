import Catalog
import CatalogStore
import Pages

/// Pages for people.
extension Site {
    func searchPage(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let text = request.query["q"] ?? ""
        let (frame, page) = (try frame(), request.page)
        let query = SearchQuery(text)
        var results = try store.search(
            query,
            offset: (page - 1) * SearchView.rulesPerPage,
            limit: SearchView.rulesPerPage,
            // What all rules have was counted already.
            hasFacets: query.expression != nil
        )
        if query.expression == nil { results.facets = try overview().facets }
        return .page(SearchView(query: text, results: results, page: page, frame: frame).render())
    }

    func rulePage(_ slug: String) throws(CatalogFault) -> SiteResponse? {
        guard let page = try store.page(slug: slug) else { return try otherName(of: slug) }
        return .page(RuleView(page, frame: try frame()).render())
    }

    /// Whoever knows a rule by its identifier or its name is led to its page.
    private func otherName(of name: String) throws(CatalogFault) -> SiteResponse? {
        let rules = try store.rules(named: name)
        guard rules.count == 1, let slug = rules.first?.slug, slug != name else { return nil }
        var response = SiteResponse.text("The page is at another address.\n", status: 303, keeping: .never)
        response.fields.append(("location", SiteLinks(.served).rule(slug)))
        return response
    }

    /// A file of a rule as it is. Always as text: whatever is in it, a browser shows it and does nothing else.
    func file(_ slug: String, _ number: String) throws(CatalogFault) -> SiteResponse? {
        guard let page = try store.page(slug: slug), let index = Int(number), page.sources.indices.contains(index)
        else {
            return nil
        }
        return .text(page.sources[index].text)
    }

    func actionPage(family: String, field: String, name: String) throws(CatalogFault) -> SiteResponse? {
        guard let page = try store.actionPage(family: family, field: field, name: name) else { return nil }
        return .page(ActionView(page, frame: try frame()).render())
    }

    func indicatorPage(_ key: String) throws(CatalogFault) -> SiteResponse? {
        guard let page = try store.indicatorPage(key: key) else { return nil }
        return .page(IndicatorView(page, frame: try frame()).render())
    }

    func disputesPage() throws(CatalogFault) -> SiteResponse? {
        .page(DisputesView(try store.actions(disputedOnly: true), frame: try frame()).render())
    }

    static func asset(_ name: String) -> SiteResponse? {
        Asset(name: name).map { SiteResponse($0.mediaType, $0.bytes, keeping: .forEver) }
    }
}
