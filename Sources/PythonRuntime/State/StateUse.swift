/// What code did to state that outlives its event: see ``Machine/takeStateUse()``.
package enum StateUse: Comparable, Sendable {
    /// Nothing: on the next event it gives what it would have given without this one.
    case none
    /// It changed what only the modules of its own space can see, or used what the library keeps by key.
    case own
    /// It changed what others can see.
    case shared
}
