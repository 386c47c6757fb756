package import Detections

/// What all alerts of one detection have in common, taken from its file once: a match adds only what it says itself.
package struct AlertDraft: Sendable {
    private let error: AlertMatch
    /// Nil for a detection that makes no alerts.
    private let match: AlertMatch?

    /// The draft for `detection`.
    package init(_ detection: Detection) {
        error = AlertMatch.error(detection: detection, message: "")
        guard detection.createsAlert else {
            match = nil
            return
        }
        var content = AlertContent(title: "", severity: .info)
        content.name = detection.displayName
        content.destinations = detection.destinations
        content.tags = detection.tags
        content.logType = detection.logSources.first
        match = AlertMatch(
            detection: detection.id,
            kind: detection.kind == .correlation ? .correlationRule : .rule,
            deduplication: "",
            policy: detection.alertPolicy,
            content: content
        )
    }

    /// What a match or an error adds to alerts; nil if its detection makes none. `values` are those of the detection's
    /// summary attributes. Needs no state: done where the match is found.
    package func contribution(of found: ScanMatch, values: [AlertMatch.SummaryValues]) -> AlertMatch? {
        switch found.verdict {
        case .error(let raised):
            var contribution = error
            contribution.content.title = "\(raised.type): \(raised.message)"
            return contribution
        case .match(let said):
            guard var contribution = match else { return nil }
            contribution.deduplication = said.deduplication
            contribution.uniqueValue = said.unique
            contribution.summaryValues = values
            contribution.content.title = said.title
            contribution.content.severity = said.severity
            contribution.content.description = said.description
            contribution.content.reference = said.reference
            contribution.content.runbook = said.runbook
            contribution.content.contextJSON = said.contextJSON
            if let destinations = said.destinations { contribution.content.destinations = destinations }
            return contribution
        }
    }
}
