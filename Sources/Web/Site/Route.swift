import Catalog
import CatalogStore

/// A path of the site and what answers there.
///
/// To add one: a row in ``all``, and, if programs use it, its path in `openapi.json`.
struct Route: Sendable {
    /// What may be done: `GET`, which goes for `HEAD` too, or `POST`.
    let methods: [String]
    /// The path; a part in braces stands for any.
    let pattern: String
    /// ``pattern`` between its slashes.
    private let parts: [Substring]
    /// The answer, nil where nothing is there.
    let answer: @Sendable (Site, Captures) throws(CatalogFault) -> SiteResponse?

    /// What a request has in the places of a pattern.
    struct Captures {
        var request: SiteRequest
        var parts: [String: String]

        /// The part of a name; empty where the pattern has none of it.
        subscript(name: String) -> String { parts[name] ?? "" }
    }

    private init(
        _ methods: String...,
        at pattern: String,
        answer: @escaping @Sendable (Site, Captures) throws(CatalogFault) -> SiteResponse?
    ) {
        self.methods = methods
        self.pattern = pattern
        parts = pattern.split(separator: "/")
        self.answer = answer
    }

    /// Where every version of the programs' interface lives.
    static let api = "/api/v\(RulePage.schemaVersion)"

    /// All of them; of two that fit a path the first answers.
    static let all: [Route] = pages + programs + operation

    /// For people.
    private static let pages = [
        Route("GET", at: "/") { site, found throws(CatalogFault) in try site.searchPage(found.request) },
        Route("GET", at: "/search") { site, found throws(CatalogFault) in try site.searchPage(found.request) },
        Route("GET", at: "/rules/{slug}") { site, found throws(CatalogFault) in try site.rulePage(found["slug"]) },
        Route("GET", at: "/rules/{slug}/files/{number}") { site, found throws(CatalogFault) in
            try site.file(found["slug"], found["number"])
        },
        Route("GET", at: "/actions/{log}/{field}/{name}") { site, found throws(CatalogFault) in
            try site.actionPage(family: found["log"], field: found["field"], name: found["name"])
        },
        Route("GET", at: "/indicators") { site, found throws(CatalogFault) in
            try site.indicatorPage(found.request.query["key"] ?? "")
        },
        Route("GET", at: "/attack") { site, found throws(CatalogFault) in try site.matrixPage(found.request) },
        Route("GET", at: "/attack/layer.json") { site, found throws(CatalogFault) in try site.layer(found.request) },
        Route("GET", at: "/attack/{id}") { site, found throws(CatalogFault) in try site.techniquePage(found["id"]) },
        Route("GET", at: "/gaps") { site, found throws(CatalogFault) in try site.gapsPage(found.request) },
        Route("GET", at: "/diff") { site, found throws(CatalogFault) in try site.diffPage(found.request) },
        Route("GET", "POST", at: "/event") { site, found throws(CatalogFault) in try site.eventPage(found.request) },
        Route("GET", at: "/disagreements") { site, _ throws(CatalogFault) in try site.disputesPage() },
        Route("GET", at: "/assets/{name}") { _, found in Site.asset(found["name"]) },
    ]

    /// For programs.
    private static let programs = [
        Route("GET", at: api) { site, _ throws(CatalogFault) in try site.overviewJSON() },
        Route("GET", at: api + "/openapi.json") { _, _ in Site.description },
        Route("GET", at: api + "/rules") { site, found throws(CatalogFault) in try site.searchJSON(found.request) },
        Route("GET", at: api + "/rules/{slug}") { site, found throws(CatalogFault) in try site.ruleJSON(found["slug"])
        },
        Route("GET", at: api + "/actions") { site, found throws(CatalogFault) in try site.actionsJSON(found.request) },
        Route("GET", at: api + "/actions/{log}/{field}/{name}") { site, found throws(CatalogFault) in
            try site.actionJSON(family: found["log"], field: found["field"], name: found["name"])
        },
        Route("GET", at: api + "/indicators") { site, found throws(CatalogFault) in
            try site.indicatorJSON(found.request.query["key"] ?? "")
        },
        Route("GET", at: api + "/coverage") { site, found throws(CatalogFault) in try site.coverageJSON(found.request)
        },
        Route("GET", at: api + "/gaps") { site, found throws(CatalogFault) in try site.gapsJSON(found.request) },
        Route("GET", at: api + "/diff") { site, found throws(CatalogFault) in try site.diffJSON(found.request) },
        Route("POST", at: api + "/event") { site, found throws(CatalogFault) in try site.eventJSON(found.request) },
    ]

    /// For whoever runs the server.
    private static let operation = [
        Route("GET", at: "/livez") { _, _ in .text("ok\n", keeping: .never) },
        Route("GET", at: "/readyz") { site, _ in site.readiness() },
        Route("GET", at: "/metrics") { site, _ in site.metricsText() },
    ]

    /// What `path` has in the pattern's places, if it fits.
    func captures(_ path: [String]) -> [String: String]? {
        guard parts.count == path.count else { return nil }
        var captures: [String: String] = [:]
        for (part, text) in zip(parts, path) {
            if part.hasPrefix("{") {
                guard !text.isEmpty else { return nil }
                captures[String(part.dropFirst().dropLast())] = text
            } else if part != text {
                return nil
            }
        }
        return captures
    }
}
