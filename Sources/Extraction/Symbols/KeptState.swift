import Conditions

/// What a cache gives back: a set or a counter that outlives the event. Its value cannot be said; what it is compared with can, as an
/// aggregate over events.
struct KeptState: Hashable, Sendable {
    /// What it is.
    var kind: Kind
    /// The key under which it is kept.
    var key: Symbol
    /// Of a set, the field whose values this event adds; nil before it has added any.
    var added: FieldReference?
    /// The call that gave it, until the point where it happens has been noted.
    var call: Opaque
    /// Whether it has been.
    var isSettled = false

    /// The same behind the point where the call has been noted.
    var settled: KeptState {
        var result = self
        result.isSettled = true
        return result
    }

    /// A kind of state.
    enum Kind: Hashable, Sendable {
        case set, counter
    }
}
