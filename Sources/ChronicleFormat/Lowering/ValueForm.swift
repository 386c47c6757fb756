import Conditions

/// What a condition can say of a value in a rule.
indirect enum ValueForm {
    /// The same for every event.
    case constant(Literal)
    /// A pattern that a field is compared with.
    case pattern(String)
    /// A field, perhaps changed.
    case reading(Reading)
    /// One of several values, by what holds; the first of the cases that holds counts, and they exclude each other.
    case cases([Case])
    /// No words for it: why.
    case opaque(OpaqueReason)

    /// A field and what is done to it.
    struct Reading {
        var path: YaraLPath
        var transforms: [Transform] = []
        /// Whether some value of a field that repeats is meant, or each of them.
        var each: YaraLExpression.Each?
    }

    /// A value under a condition.
    struct Case {
        var guardCondition: Condition
        var value: ValueForm
    }
}

extension Literal {
    /// What a field of the UDM that nothing sets reads as, where it is compared with this.
    var zeroOfKind: Literal {
        switch self {
        case .int: .int(0)
        case .double: .double(0)
        case .bool: .bool(false)
        default: .string("")
        }
    }
}
