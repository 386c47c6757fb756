package import Detections
package import Engine

/// Makes of matches what is asked for. Takes what it needs of the detections once.
package struct FindingProducts: Sendable {
    package let purpose: ScanFinding.Purpose
    /// By the detection's index in the pack.
    private let ids: [String]
    private let drafts: [AlertDraft]

    /// Products for matches of `detections`.
    package init(_ purpose: ScanFinding.Purpose, _ detections: [Detection]) {
        self.purpose = purpose
        ids = detections.map(\.id)
        drafts = purpose == .alerts ? detections.map(AlertDraft.init) : []
    }

    /// What becomes of a match; `values` are those of its detection's summary attributes.
    package func product(_ match: ScanMatch, values: [AlertMatch.SummaryValues] = []) -> ScanFinding.Product {
        switch purpose {
        case .matches: return .line(match.json(ids[match.detection]))
        case .alerts:
            let contribution = drafts[match.detection].contribution(of: match, values: values)
            return contribution.map { .alert($0, match.eventTime) } ?? .none
        }
    }
}
