import Conditions

extension Opaque {
    /// The same part where it has been looked at already: using it again raises nothing new.
    var settled: Opaque {
        var result = self
        result.mayRaise = false
        result.changesState = false
        return result
    }

    /// The same where only a truth is unknown.
    var open: Opaque {
        var result = settled
        result.goesOn = true
        return result
    }

    /// What comes of asking it for something that it may refuse. Only where evaluation goes on behind it does that say more: behind
    /// another nothing is known already.
    var refusing: Opaque {
        var result = self
        result.mayRaise = mayRaise || goesOn
        result.goesOn = false
        return result
    }

    /// Whether there is nothing more to say: it stands for an error, or for events that the detection is not given.
    var isExact: Bool { reason == .error || reason == .otherLogSource }
}
