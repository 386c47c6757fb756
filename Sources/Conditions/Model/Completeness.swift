/// How much of a rule its condition says.
package enum Fidelity: String, Hashable, Comparable, CaseIterable, Sendable {
    /// Nothing: all that is left is opaque.
    case opaque
    /// Some tests of fields, beside opaque parts.
    case partial
    /// All of it.
    case whole

    /// Less before more.
    package static func < (left: Fidelity, right: Fidelity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .opaque: 0
        case .partial: 1
        case .whole: 2
        }
    }
}
