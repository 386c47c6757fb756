package import Detections
package import Engine
package import Events

/// A match or an error, in the form in which it is needed at the end.
package struct ScanFinding: Sendable {
    /// The place of its event in the batch.
    package let item: Int
    /// The detection's index in the pack.
    package let detection: Int
    /// Whether the detection raised.
    package let isError: Bool
    package let product: Product
    /// The match itself, where correlation rules run on it.
    package let correlated: ScanMatch?

    /// What becomes of matches.
    package enum Product: Sendable {
        /// A line of JSON, as UTF-8.
        case line([UInt8])
        /// A contribution to an alert, and when.
        case alert(AlertMatch, EventTime)
        /// Nothing: its detection makes no alerts.
        case none
    }

    /// What is asked for.
    package enum Purpose: Sendable {
        /// Every match as a line.
        case matches
        /// Alerts.
        case alerts
    }

    /// The finding that a match is; it is the scanner's last event's.
    init(_ match: ScanMatch, item: Int, purpose: Purpose, _ detections: [Detection], _ scanner: inout Scanner) {
        self.item = item
        self.detection = match.detection
        correlated = scanner.isCorrelated(match.detection) ? match : nil
        isError = if case .error = match.verdict { true } else { false }
        let isSummarised = purpose == .alerts && !isError
        let values = isSummarised ? scanner.summaryValues(of: match.detection) : []
        product = Self.product(match, purpose: purpose, detections, values: values)
    }

    /// What becomes of a match of one of `detections`; `values` are those of its detection's summary attributes.
    package static func product(
        _ match: ScanMatch,
        purpose: Purpose,
        _ detections: [Detection],
        values: [AlertMatch.SummaryValues] = []
    ) -> Product {
        switch purpose {
        case .matches: return .line(match.json(detections[match.detection].id))
        case .alerts:
            let contribution = AlertStage.contribution(of: match, detections, values: values)
            return contribution.map { .alert($0, match.eventTime) } ?? .none
        }
    }

    /// Findings stand in the order of events, those of one event in the order of the pack.
    var place: (Int, Int) { (item, detection) }
}
