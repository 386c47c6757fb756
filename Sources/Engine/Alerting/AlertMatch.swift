/// A match, or an error, on its way to becoming part of an alert: all texts are final. Three references, whatever it says.
package struct AlertMatch: Sendable {
    /// What it has in common with the detection's other matches, or errors.
    package let source: AlertSource
    /// What was found.
    package let verdict: ScanMatch.Verdict
    /// The values of the detection's summary attributes in this event, by attribute, in the detection's order.
    package let summaryValues: [SummaryValues]

    /// A match of `source`, or an error.
    package init(_ source: AlertSource, _ verdict: ScanMatch.Verdict, summaryValues: [SummaryValues] = []) {
        self.source = source
        self.verdict = verdict
        self.summaryValues = summaryValues
    }

    /// The string that groups matches of one detection.
    package var deduplication: String {
        switch verdict {
        case .match(let said): said.deduplication
        case .error: ""
        }
    }

    /// What is counted, if the detection counts distinct values instead of matches.
    package var uniqueValue: String? {
        switch verdict {
        case .match(let said): said.unique
        case .error: nil
        }
    }

    /// What the alert would say, were this match its first.
    package var content: AlertContent {
        var content = source.content
        switch verdict {
        case .error(let raised): content.title = "\(raised.type): \(raised.message)"
        case .match(let said):
            content.title = said.title
            content.severity = said.severity
            content.description = said.description
            content.reference = said.reference
            content.runbook = said.runbook
            content.contextJSON = said.contextJSON
            if let destinations = said.destinations { content.destinations = destinations }
        }
        return content
    }

    /// The values of one attribute in one event.
    package struct SummaryValues: Sendable, Equatable {
        /// The field, as the detection names it.
        package var attribute: String
        /// Each counts once for the event, however often it stands there.
        package var values: [String]

        /// The values of one attribute.
        package init(attribute: String, values: [String]) {
            self.attribute = attribute
            self.values = values
        }
    }
}
