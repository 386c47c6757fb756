import Catalog
import CatalogStore
import Events
import Foundation
import Pages
import Synchronization

/// Events that readers paste.
extension Site {
    func eventPage(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        let frame = try frame()
        guard request.method == "POST" else { return .page(EventView(logs: try logs(), frame: frame).render()) }
        let form = SiteRequest.form(Substring(decoding: request.body, as: UTF8.self))
        let text = form["event"] ?? ""
        let log = form["log"] ?? ""
        let outcome: EventView.Outcome
        switch try put(Array(text.utf8), log: log.isEmpty ? nil : log) {
        case .success(let report): outcome = .report(report)
        case .failure(let fault): outcome = .fault("That cannot be put to rules: \(fault.message).")
        }
        var response = SiteResponse.page(
            EventView(text: text, log: log, outcome: outcome, logs: try logs(), frame: frame).render()
        )
        response.keeping = .never
        return response
    }

    func eventJSON(_ request: SiteRequest) throws(CatalogFault) -> SiteResponse? {
        switch try put(request.body, log: request.query["log"]) {
        case .success(let report):
            var response = Self.json(report)
            response.keeping = .never
            return response
        case .failure(let fault): return failure(400, fault.message, isForPrograms: true)
        }
    }

    private func put(_ bytes: [UInt8], log: String?) throws(CatalogFault) -> Result<EventReport, EventFault> {
        let now = EventTime(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        return try matchers.match(store, built: try overview().built, bytes, log: log, parseTime: now)
    }
}

/// The conditions of the catalogue, made ready for events when the first one comes, and again when the catalogue has changed.
///
/// One event is looked at at a time: that takes milliseconds, and the tables of a catalogue take tens of megabytes.
final class EventMatchers: Sendable {
    private let state = Mutex(State())

    private struct State: ~Copyable {
        var matcher: EventMatcher?
        var built: Int?
    }

    func match(
        _ store: CatalogStore,
        built: Int?,
        _ bytes: [UInt8],
        log: String?,
        parseTime: EventTime
    ) throws(CatalogFault) -> Result<EventReport, EventFault> {
        try state.withLock { state throws(CatalogFault) in
            if state.built != built || state.matcher == nil {
                // The tables of the last state go before those of the new one are made.
                state.matcher = nil
                state.matcher = EventMatcher(try store.eventRules())
                state.built = built
            }
            do throws(EventFault) {
                guard let report = try state.matcher?.match(bytes, log: log, parseTime: parseTime) else {
                    return .success(EventReport(log: log, family: nil))
                }
                return .success(report)
            } catch {
                return .failure(error)
            }
        }
    }
}
