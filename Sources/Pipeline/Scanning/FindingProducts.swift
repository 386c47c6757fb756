package import Detections
package import Engine

/// Makes of matches what is asked for. Takes what it needs of the detections once.
package struct FindingProducts: Sendable {
    package let purpose: ScanFinding.Purpose
    /// By the detection's index in the pack: its ID as JSON.
    private let names: [String]
    /// By the same index; nil for those that make no alerts.
    private let matches: [AlertSource?]
    private let errors: [AlertSource]

    /// Products for matches of `detections`.
    package init(_ purpose: ScanFinding.Purpose, _ detections: [Detection]) {
        self.purpose = purpose
        names = detections.map { JSONLine.quoted($0.id) }
        matches = purpose == .alerts ? detections.map { AlertSource.matches(of: $0) } : []
        errors = purpose == .alerts ? detections.map { AlertSource.errors(of: $0) } : []
    }

    /// What becomes of a match; `values` are those of its detection's summary attributes. It is added to `lines` or `details`, and is
    /// there where the product says.
    package func product(
        _ match: ScanMatch,
        values: [AlertMatch.SummaryValues] = [],
        _ lines: inout JSONLine,
        _ details: inout FindingDetails
    ) -> ScanFinding.Product {
        switch purpose {
        case .matches:
            let start = lines.place
            match.write(to: &lines, name: names[match.detection])
            lines.lineFeed()
            return .line(start..<lines.place)
        case .alerts:
            guard let source = match.isError ? errors[match.detection] : matches[match.detection] else { return .none }
            let contribution = AlertMatch(source, match.verdict, summaryValues: values)
            return .alert(details.add(contribution, at: match.eventTime))
        }
    }
}
