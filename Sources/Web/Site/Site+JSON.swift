import Catalog
import CatalogStore

/// Answers for programs.
extension Site {
    /// What is wrong, as programs are told.
    struct APIError: Encodable {
        var error: Details

        struct Details: Encodable {
            var status: Int
            var message: String
        }

        init(status: Int, message: String) { error = Details(status: status, message: message) }
    }

    /// `value` as ``CatalogJSON``.
    static func json(_ value: some Encodable, status: Int = 200) -> SiteResponse {
        // Only numbers that are none cannot be encoded, and the model has none.
        let data = try? CatalogJSON.encode(value)
        return SiteResponse(
            "application/json",
            data.map { Array($0) } ?? Array("null".utf8),
            status: status,
            keeping: status == 200 ? .untilAsked : .never
        )
    }

    /// The interface as OpenAPI describes it.
    static let description = SiteResponse("application/json", PackageResources.openapi_json)

    func overviewJSON() throws(CatalogFault) -> SiteResponse? { Self.json(try overview()) }

    func searchJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        func number(_ name: String) -> Int? {
            request.query[name].flatMap { Int($0) }.map { min(max($0, 0), 10_000_000) }
        }
        return Self.json(
            try store.search(
                SearchQuery(request.query["q"] ?? ""),
                offset: number("offset") ?? 0,
                limit: number("limit") ?? SearchResults.countDefault,
                hasFacets: request.query["facets"] == "true"
            )
        )
    }

    func ruleJSON(_ slug: String) throws(CatalogFault) -> SiteResponse? {
        try store.page(slug: slug).map { Self.json($0) }
    }

    func actionsJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let limit = request.query["limit"].flatMap { Int($0) }.map { min(max($0, 0), CatalogStore.actionsMax) }
        return Self.json(
            try store.actions(
                family: request.query["log"],
                disputedOnly: request.query["disputed"] == "true",
                limit: limit ?? 100
            )
        )
    }

    func actionJSON(family: String, field: String, name: String) throws(CatalogFault) -> SiteResponse? {
        try store.actionPage(family: family, field: field, name: name).map { Self.json($0) }
    }

    func indicatorJSON(_ key: String) throws(CatalogFault) -> SiteResponse? {
        try store.indicatorPage(key: key).map { Self.json($0) }
    }
}
