/// Which members of a correlation must have matched, and which must not.
package indirect enum MemberExpression: Hashable, Sendable {
    /// The member of this index has.
    case member(Int)
    /// All of these hold.
    case all([MemberExpression])
    /// One of these holds.
    case any([MemberExpression])
    /// It does not hold.
    case not(MemberExpression)

    /// Whether it holds where the members of these indices have matched.
    package func holds(_ matched: Set<Int>) -> Bool {
        switch self {
        case .member(let index): matched.contains(index)
        case .all(let parts): parts.allSatisfy { $0.holds(matched) }
        case .any(let parts): parts.contains { $0.holds(matched) }
        case .not(let part): !part.holds(matched)
        }
    }

    /// Whether more matches may undo it.
    package var hasNegation: Bool {
        switch self {
        case .member: false
        case .all(let parts), .any(let parts): parts.contains(where: \.hasNegation)
        case .not: true
        }
    }
}
