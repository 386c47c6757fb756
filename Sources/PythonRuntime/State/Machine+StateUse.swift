extension Machine {
    /// Says that an object is being changed. Costs a comparison for what the event itself has made.
    @inline(__always)
    package mutating func noteChange(of object: Value) {
        if object.region != .arena { recordChange(object) }
    }

    @inline(never)
    mutating func recordChange(_ object: Value) {
        if object.tag == .foreign {
            // A Swift object of the library: one that was made in this event goes with it, unless it is kept.
            if foreign.isKept(object) { changes.isOwn = true }
        } else if object.region == .heap {
            // No module of another space reaches it (docs/adr/0014-spaces.md).
            changes.isOwn = true
        } else {
            changes.isShared = true
        }
    }

    /// Says that state of the library is read or changed that lives as long as the machine and that rules share only by
    /// naming it: what `caching` keeps, a sequence of random numbers.
    package mutating func noteLibraryState() { changes.isOwn = true }

    /// Forgets what was noted so far: a module that is being loaded makes what it changes.
    package mutating func forgetStateUse() { changes = StateChanges() }

    /// What the code run since the last call did to state that outlives the event. O(1).
    package mutating func takeStateUse() -> StateUse {
        let taken = changes
        changes = StateChanges()
        return taken.isShared ? .shared : taken.isOwn ? .own : .none
    }
}
