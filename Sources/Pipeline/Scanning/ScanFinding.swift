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
        /// A line of JSON: its place in ``BatchResult/text``, without a line feed.
        case line(Range<Int>)
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

    /// The finding that a match is; it is the scanner's last event's. Its line is added to `lines`.
    init(
        _ match: ScanMatch,
        item: Int,
        _ products: FindingProducts,
        _ scanner: inout Scanner,
        _ lines: inout JSONLine
    ) {
        self.item = item
        self.detection = match.detection
        correlated = scanner.isCorrelated(match.detection) ? match : nil
        isError = match.isError
        let isSummarised = products.purpose == .alerts && !isError
        product = products.product(
            match,
            values: isSummarised ? scanner.summaryValues(of: match.detection) : [],
            &lines
        )
    }

    /// Findings stand in the order of events, those of one event in the order of the pack.
    var place: (Int, Int) { (item, detection) }
}
