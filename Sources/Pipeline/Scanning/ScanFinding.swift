import Engine

/// A match or an error, in the form in which it is needed at the end. Trivial: going through findings counts no references.
package struct ScanFinding: Sendable {
    /// The place of its event in the batch.
    package let item: Int
    /// The detection's index in the pack.
    package let detection: Int
    /// Whether the detection raised.
    package let isError: Bool
    package let product: Product
    /// Where correlation rules run on it, the place of the match itself in ``FindingDetails/matches``.
    package let correlated: Int?

    /// What becomes of matches.
    package enum Product: Sendable {
        /// A line of JSON: its place in ``BatchResult/lines``, with its line feed.
        case line(Range<Int>)
        /// A contribution to an alert: its place in ``FindingDetails/alerts``.
        case alert(Int)
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

    /// The finding that a match is; it is the scanner's last event's. Its line is added to `lines`, the rest to `details`.
    init(
        _ match: ScanMatch,
        item: Int,
        _ products: FindingProducts,
        _ scanner: inout Scanner,
        _ lines: inout JSONLine,
        _ details: inout FindingDetails
    ) {
        self.item = item
        self.detection = match.detection
        correlated = scanner.isCorrelated(match.detection) ? details.add(match) : nil
        isError = match.isError
        let isSummarised = products.purpose == .alerts && !isError
        product = products.product(
            match,
            values: isSummarised ? scanner.summaryValues(of: match.detection) : [],
            &lines,
            &details
        )
    }

    /// The finding that a match is of which the scanner has written the line.
    init(line: Range<Int>, item: Int, detection: Int) {
        self.item = item
        self.detection = detection
        isError = false
        product = .line(line)
        correlated = nil
    }

    /// Findings stand in the order of events, those of one event in the order of the pack.
    var place: (Int, Int) { (item, detection) }
}

extension [ScanFinding] {
    /// Adds what a rule has found on the scanner's last event; lines are added to those of `found`, the rest to `details`.
    @inline(__always)
    mutating func append(
        _ found: inout FoundMatches,
        _ detection: Int,
        item: Int,
        _ products: FindingProducts,
        _ scanner: inout Scanner,
        _ details: inout FindingDetails
    ) {
        if let line = found.line { append(ScanFinding(line: line, item: item, detection: detection)) }
        for match in found.matches {
            append(ScanFinding(match, item: item, products, &scanner, &found.lines, &details))
        }
    }
}
