package import Detections
package import Engine

/// Makes of matches what is asked for. Takes what it needs of the detections once.
package struct FindingProducts: Sendable {
    package let purpose: ScanFinding.Purpose
    /// By the detection's index in the pack: its ID as JSON.
    private let names: [String]
    private let drafts: [AlertDraft]

    /// Products for matches of `detections`.
    package init(_ purpose: ScanFinding.Purpose, _ detections: [Detection]) {
        self.purpose = purpose
        names = detections.map { JSONLine.quoted($0.id) }
        drafts = purpose == .alerts ? detections.map(AlertDraft.init) : []
    }

    /// What becomes of a match; `values` are those of its detection's summary attributes. Its line is added to `lines`, and is there
    /// where the product says.
    package func product(
        _ match: ScanMatch,
        values: [AlertMatch.SummaryValues] = [],
        _ lines: inout JSONLine
    ) -> ScanFinding.Product {
        switch purpose {
        case .matches:
            let start = lines.count
            match.write(to: &lines, name: names[match.detection])
            return .line(start..<lines.count)
        case .alerts:
            let contribution = drafts[match.detection].contribution(of: match, values: values)
            return contribution.map { .alert($0, match.eventTime) } ?? .none
        }
    }
}
