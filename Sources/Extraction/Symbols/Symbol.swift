import Conditions

/// What the analysis knows of a value: a constant, a reading of the event, something built of these, or why it cannot
/// be said.
///
/// A symbol is lazy: where making the value raises in Python, evaluating a condition on the symbol is
/// ``Truth/unknown``. Whoever keeps a symbol for later use must have its ``Interpreter/definedness(_:)`` checked where
/// Python evaluates the expression.
indirect enum Symbol: Hashable, Sendable {
    /// `None`, a Boolean, a number or a text.
    case constant(Literal)
    /// A value read from the event.
    case reading(Reading)
    /// A Boolean.
    case truth(Condition)
    /// One of two values.
    case choice(Condition, then: Symbol, otherwise: Symbol)
    /// A value, after something that may raise: the condition is true or unknown.
    case checked(Condition, Symbol)
    /// A list, tuple, set or dict that the code itself makes; its content is in the ``PathState``.
    case object(ObjectID)
    /// A text put together from parts.
    case text([Symbol])
    /// The part of a text that a loop adds, over a list or an object of the event.
    case gathered(Gathering)
    /// The elements of a list of the event that meet a condition, each mapped to a value.
    case selection(Selection)
    /// `len()` of such a list.
    case count(Selection)
    /// A set or a counter that a cache keeps.
    case kept(KeptState)
    /// The number of values in such a set, or the value of such a counter.
    case keptNumber(KeptState)
    /// A text of the event, split: `reading.split(separator)`.
    case split(Reading, Splitting)
    /// A view of an object of the event or of a dict.
    case view(Symbol, View)
    /// A function of Python code.
    case function(FunctionID)
    /// A function or class of the language or its library, by its full name (`re.search`).
    case native(String)
    /// An attribute that is called or read: `value.name`.
    case method(Symbol, String)
    /// A module of the language's library or of the pack.
    case module(String)
    /// A compiled regular expression.
    case pattern(Symbol)
    /// What `re.search` and its like give: an object where the condition holds, else `None`.
    case match(Condition)
    /// A list that has elements where the condition holds.
    case found(Condition)
    /// A number that is above zero where the condition holds, else zero.
    case amount(Condition)
    /// `ipaddress.ip_address(reading)`.
    case address(Reading)
    /// `ipaddress.ip_network(text)`.
    case network(String)
    /// One of more values than are followed, each read from the event or made of what is: a comparison with it raises nothing.
    case data(Opaque)
    /// Something that cannot be said.
    case opaque(Opaque)

    /// Parts of a mapping.
    enum View: Hashable, Sendable {
        case keys, values, items
    }

    /// Facts that are kept while choices within choices are looked through: the nearest, since each is tried on every condition below.
    static let factsMax = 8

    /// The value where these conditions have been found to be so: the choices that they decide are made, each choice deciding those
    /// within it, as far as ``factsMax`` goes.
    func assuming(_ facts: [(condition: Condition, truth: Bool)]) -> Symbol {
        switch self {
        case .choice(let asked, let first, let second):
            let known = facts.reduce(asked) { $0.knowing($1.condition, $1.truth) }
            if case .constant(let value) = known { return (value ? first : second).assuming(facts) }
            let kept = Array(facts.suffix(Self.factsMax - 1))
            return .choice(
                known,
                then: first.assuming(kept + [(known, true)]),
                otherwise: second.assuming(kept + [(known, false)])
            )
        case .checked(let check, let value):
            let known = facts.reduce(check) { $0.knowing($1.condition, $1.truth) }
            return known == .constant(true) ? value.assuming(facts) : .checked(known, value.assuming(facts))
        default: return self
        }
    }

    /// The same with a place for what cannot be said and has none: where the value is asked for.
    func placing(_ place: SourcePlace) -> Symbol {
        switch self {
        case .opaque(var opaque) where opaque.place == nil:
            opaque.place = place
            return .opaque(opaque)
        case .data(var opaque) where opaque.place == nil:
            opaque.place = place
            return .data(opaque)
        case .choice(let condition, let first, let second):
            return .choice(condition, then: first.placing(place), otherwise: second.placing(place))
        case .checked(let check, let value): return .checked(check, value.placing(place))
        default: return self
        }
    }

    /// `None`.
    static var none: Symbol { .constant(.null) }
    /// A text.
    static func string(_ text: String) -> Symbol { .constant(.string(text)) }
    /// A Boolean that may be constant.
    static func of(_ condition: Condition) -> Symbol {
        if case .constant(let value) = condition { return .constant(.bool(value)) }
        return .truth(condition)
    }
}

/// A list, tuple, set or dict made by the code.
struct ObjectID: Hashable, Sendable {
    let number: Int
}

/// A function of Python code: an entry of ``Interpreter/functions``.
struct FunctionID: Hashable, Sendable {
    let number: Int
}
