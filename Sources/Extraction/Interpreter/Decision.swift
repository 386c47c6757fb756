import Conditions

/// A step of what a block of code decides, in the order it runs.
indirect enum Decision: Sendable {
    /// Goes on if the condition is true. It is never false: unknown stands for an error.
    case check(Condition)
    /// Writes a global name, or changes an object of a module.
    case effect(Effect)
    /// Leaves the block.
    case exit(Exit)
    /// One of two.
    case branch(Condition, then: [Decision], otherwise: [Decision])

    /// How a block is left.
    enum Exit {
        /// With a value, and the state at that point.
        case returns(Symbol, PathState)
        /// With an error, or in a way that cannot be said.
        case fails(Opaque)
        /// Out of the loop, with the state at that point.
        case breaks(PathState)
        /// To the next round of the loop, with the state at that point.
        case continues(PathState)
    }

    /// Something that outlives the call.
    struct Effect {
        /// The name that is written; nil for an object that is changed in place.
        var name: GlobalName?
        /// What stands for it where a later event can see it.
        var opaque: Opaque
    }
}

extension Decision {
    /// Whether it only may raise.
    var isPure: Bool {
        switch self {
        case .check: true
        case .effect, .exit: false
        case .branch(_, let first, let second): first.allSatisfy(\.isPure) && second.allSatisfy(\.isPure)
        }
    }
}

extension Collection<Decision> {
    /// Whether a way ends in something that cannot be said, and is no error: what stands behind it may be run.
    var givesUp: Bool {
        contains { decision in
            switch decision {
            case .exit(.fails(let opaque)): opaque.reason != .error
            case .branch(_, let first, let second): first.givesUp || second.givesUp
            case .check, .effect, .exit: false
            }
        }
    }

    /// Whether the end of the block can be reached.
    var falls: Bool {
        for decision in self {
            switch decision {
            case .check, .effect: continue
            case .exit: return false
            case .branch(_, let first, let second):
                if !first.falls, !second.falls { return false }
            }
        }
        return true
    }

    /// Whether the block can be left before its end.
    var exits: Bool {
        contains { decision in
            switch decision {
            case .check, .effect: false
            case .exit: true
            case .branch(_, let first, let second): first.exits || second.exits
            }
        }
    }
}
