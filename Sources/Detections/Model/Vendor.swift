/// Whose format a detection is written in. To add one: a case here, and a loader that sets ``Detection/vendor``.
package enum Vendor: String, CaseIterable, Sendable {
    /// Panther: YAML and Python.
    case panther
    /// Sigma's YAML.
    case sigma
    /// Google SecOps, formerly Chronicle: YARA-L.
    case chronicle
    /// Microsoft Sentinel and Defender XDR: KQL.
    case sentinel

    /// The name people read.
    package var name: String {
        switch self {
        case .panther: "Panther"
        case .sigma: "Sigma"
        case .chronicle: "Google SecOps"
        case .sentinel: "Microsoft Sentinel"
        }
    }
}
