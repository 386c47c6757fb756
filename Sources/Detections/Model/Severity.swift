/// How bad a match is, from informational to critical.
package enum Severity: String, CaseIterable, Sendable, Comparable {
    /// Worth keeping, nothing to do.
    case info = "INFO"
    /// To be looked at some day.
    case low = "LOW"
    /// To be looked at.
    case medium = "MEDIUM"
    /// To be looked at now.
    case high = "HIGH"
    /// Wake somebody.
    case critical = "CRITICAL"

    /// By weight.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }
}
