import Catalog
package import CatalogStore
import Foundation
import Pages
import Synchronization

/// The catalogue as a site: answers requests with pages and JSON. Knows no sockets.
package final class Site: Sendable {
    let store: CatalogStore
    private let metrics = SiteMetrics()
    let matchers = EventMatchers()
    private let kept = Mutex<Kept?>(nil)
    /// Whether the server is about to stop: it takes no new visitors then.
    private let isStopping = Mutex(false)

    /// What all pages show of the catalogue, as long as it is the same.
    private struct Kept {
        var overview: CatalogOverview
        var frame: SiteFrame
        var read: ContinuousClock.Instant
    }

    /// Whether what was read so long ago is shown still.
    static func isFresh(_ age: Duration) -> Bool { age < .seconds(overviewSeconds) }

    /// How long the counts that all pages show may be behind a new build.
    static let overviewSeconds = 5

    /// A site over a catalogue.
    package init(_ store: CatalogStore) { self.store = store }

    /// The answer to a request. Always one: what goes wrong is said in it.
    package func answer(_ request: SiteRequest) -> (response: SiteResponse, route: String) {
        let isForPrograms = request.path.first == "api"
        var allowed: [String] = []
        for route in Route.all {
            guard let captures = route.captures(request.path) else { continue }
            let method = request.method == "HEAD" ? "GET" : request.method
            guard route.methods.contains(method) else {
                allowed += route.methods
                continue
            }
            do throws(CatalogFault) {
                let found = Route.Captures(request: request, parts: captures)
                if let response = try route.answer(self, found) { return (response, route.pattern) }
                return (failure(404, "There is nothing at this address.", isForPrograms: isForPrograms), route.pattern)
            } catch {
                return (
                    failure(503, "The catalogue cannot be read: \(error.message)", isForPrograms: isForPrograms),
                    route.pattern
                )
            }
        }
        guard allowed.isEmpty else {
            var response = failure(405, "That cannot be done here.", isForPrograms: isForPrograms)
            if allowed.contains("GET") { allowed.append("HEAD") }
            response.fields.append(("allow", allowed.joined(separator: ", ")))
            return (response, "none")
        }
        return (failure(404, "There is nothing at this address.", isForPrograms: isForPrograms), "none")
    }

    /// What is answered where something is wrong: a page, or JSON.
    package func failure(_ status: Int, _ message: String, isForPrograms: Bool) -> SiteResponse {
        guard !isForPrograms else { return Self.json(APIError(status: status, message: message), status: status) }
        let title =
            switch status {
            case 400: "This request cannot be read"
            case 404: "Not found"
            case 405: "Not allowed"
            case 413: "Too large"
            case 503: "Try again in a moment"
            default: "That went wrong"
            }
        let frame = (try? frame()) ?? SiteFrame(links: SiteLinks(.served), ruleCount: 0, vendorCount: 0)
        return .page(MessageView(title: title, text: message, frame: frame).render(), status: status)
    }

    /// Counts an answer for ``metricsText()``.
    package func count(route: String, status: Int, seconds: Double) {
        metrics.count(route: route, status: status, seconds: seconds)
    }

    /// From now on the site says that it is not ready.
    package func stop() { isStopping.withLock { $0 = true } }

    // MARK: What pages share

    func frame() throws(CatalogFault) -> SiteFrame { try keep().frame }

    func overview() throws(CatalogFault) -> CatalogOverview { try keep().overview }

    private func keep() throws(CatalogFault) -> Kept {
        let now = ContinuousClock.now
        if let kept = kept.withLock({ $0 }), Self.isFresh(now - kept.read) { return kept }
        let overview = try store.overview()
        let fresh = Kept(overview: overview, frame: Self.frame(overview, SiteLinks(.served)), read: now)
        kept.withLock { $0 = fresh }
        return fresh
    }

    /// What surrounds the pages of a catalogue.
    static func frame(_ overview: CatalogOverview, _ links: SiteLinks) -> SiteFrame {
        SiteFrame(
            links: links,
            ruleCount: overview.rules,
            vendorCount: overview.facets.first { $0.filter == "vendor" }?.values.count ?? 0,
            built: overview.built.map {
                Date(timeIntervalSince1970: Double($0)).formatted(.iso8601.year().month().day())
            }
        )
    }

    // MARK: For whoever runs it

    func readiness() -> SiteResponse {
        guard !isStopping.withLock({ $0 }) else { return .text("stopping\n", status: 503, keeping: .never) }
        do throws(CatalogFault) {
            _ = try overview()
            return .text("ready\n", keeping: .never)
        } catch {
            return .text("the catalogue cannot be read: \(error.message)\n", status: 503, keeping: .never)
        }
    }

    func metricsText() -> SiteResponse {
        var gauges: [(name: String, help: String, value: Double)] = []
        if let overview = try? overview() {
            gauges.append(("margay_catalog_rules", "Rules in the catalogue.", Double(overview.rules)))
            if let built = overview.built {
                gauges.append(("margay_catalog_built_seconds", "When the catalogue last changed.", Double(built)))
            }
        }
        if let bytes = ProcessMemory.residentBytes {
            gauges.append(("process_resident_memory_bytes", "Memory that the process holds.", Double(bytes)))
        }
        return SiteResponse(
            "text/plain; version=0.0.4; charset=utf-8",
            Array(metrics.text(gauges: gauges).utf8),
            keeping: .never
        )
    }
}
