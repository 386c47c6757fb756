/// How much of a rule its condition says.
package enum Completeness: String, Hashable, Comparable, CaseIterable, Sendable {
    /// Nothing: all that is left is opaque.
    case opaque
    /// Some tests of fields, beside opaque parts.
    case partial
    /// All of it.
    case exact

    /// Less before more.
    package static func < (left: Completeness, right: Completeness) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .opaque: 0
        case .partial: 1
        case .exact: 2
        }
    }
}
