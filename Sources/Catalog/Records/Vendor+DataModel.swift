import Detections

extension Vendor {
    /// The data model that its rules read instead of the log; nil where they read the log itself.
    var dataModel: FieldAliases.Schema? {
        switch self {
        case .panther, .sigma: nil
        case .chronicle: .udm
        case .sentinel: .sentinel
        }
    }
}
