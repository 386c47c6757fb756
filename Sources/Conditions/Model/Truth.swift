/// What an evaluation can say of a condition.
package enum Truth: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// It does not hold.
    case `false`
    /// It holds.
    case `true`
    /// This evaluation cannot say: the detection's own code has to run. Never wrong, only slow.
    ///
    /// Stands for opaque nodes, for whatever would raise in Python, and for values that are not treated natively.
    case unknown

    /// The truth of a Boolean.
    @inlinable @inline(__always)
    package init(_ value: Bool) { self = value ? .true : .false }

    /// True for false and the other way round; unknown stays.
    @inlinable @inline(__always)
    package var negated: Truth {
        switch self {
        case .false: .true
        case .true: .false
        case .unknown: .unknown
        }
    }

    /// Whether it is true or false.
    @inlinable @inline(__always)
    package var isKnown: Bool { self != .unknown }
}
