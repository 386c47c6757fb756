import Detections
package import Events

/// From matches to alerts: deduplication windows on event time, thresholds, summaries.
package struct AlertStage: Sendable {
    private var windows = DeduplicationStateMachine()
    /// Alerts whose windows have closed and which nobody has taken yet.
    private var closed: [Alert] = []

    /// A stage without open windows.
    package init() {}

    /// Takes what a match at `time` adds. Matches come in input order.
    package mutating func receive(_ match: AlertMatch, at time: EventTime) {
        let outcome = windows.receive(match, at: AlertTime(milliseconds: time.microseconds / 1000))
        if !outcome.closed.isEmpty { closed += outcome.closed }
    }

    /// Takes the alerts whose windows have closed.
    package mutating func takeClosed() -> [Alert] {
        defer { closed.removeAll() }
        return closed
    }

    /// Closes all windows: the end of the input. The alerts come in the order in which they were raised.
    package mutating func finish() -> [Alert] {
        let rest = takeClosed() + windows.expire(at: AlertTime(milliseconds: .max))
        return rest.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }
}

extension Alert {
    /// One line of JSON: see `margay scan --emit alerts`.
    package var json: String {
        var line = JSONLine()
        line.begin()
        line.member("alertId", id)
        line.member("detection", detection)
        line.member("type", kind.rawValue)
        line.member("title", content.title)
        line.member("severity", content.severity.rawValue)
        line.member("dedup", deduplication)
        line.member("firstMatch", firstMatch.isoText)
        line.member("createdAt", created.isoText)
        line.member("updatedAt", updated.isoText)
        line.member("matches", matchCount)
        line.key("alertContext")
        line.raw(content.contextJSON ?? "null")
        if let name = content.name { line.member("name", name) }
        if let description = content.description { line.member("description", description) }
        if let runbook = content.runbook { line.member("runbook", runbook) }
        if let reference = content.reference { line.member("reference", reference) }
        line.key("destinations")
        line.list(content.destinations)
        line.key("tags")
        line.list(content.tags)
        line.key("summary")
        line.begin()
        for attribute in summary.attributes {
            line.key(named: attribute.name)
            line.begin()
            for (value, count) in attribute.mostFrequent { line.member(named: value, count) }
            line.end()
        }
        line.end()
        line.end()
        return line.text
    }
}

extension AlertTime {
    /// As ISO 8601 writes it, in UTC.
    package var isoText: String {
        EventTime(microseconds: milliseconds.multipliedReportingOverflow(by: 1000).partialValue).isoText
    }
}
