import Events

/// Several calls on one event, each with a budget of its own: a rule's `rule`, `title`, `severity` …
extension Machine {
    /// Whether the last call reached a limit. Until ``renewBudget()`` or ``finishEvent()`` nothing more can be run.
    package var hasReachedLimit: Bool { isExhausted }

    /// Gives the next call on the same event all its steps.
    ///
    /// If the call before it reached a limit, the event is begun anew: what modules keep stays, every other value is dead,
    /// and the event itself is returned, for values of it die too. Raises where modules keep too much, as
    /// ``finishEvent()`` does.
    package mutating func renewBudget() throws(Raised) -> Value? {
        steps = limits.stepsMax
        guard isExhausted else { return nil }
        let tape = event.tape
        let texts = printed
        try finishEvent()
        guard let tape else { return nil }
        let begun = beginEvent(tape)
        printed = texts
        return begun
    }
}
