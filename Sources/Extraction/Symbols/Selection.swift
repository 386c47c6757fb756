import Conditions

/// `[element for x in source if condition]`, over a list of the event.
struct Selection: Hashable, Sendable {
    /// The list that is iterated over.
    var source: FieldReference
    /// Whether its elements or its members.
    var domain: Quantifier.Domain
    /// The number under which ``condition`` and ``element`` read the element until a quantifier takes them in; see
    /// ``Condition/binding(_:)``.
    var binder: Int
    /// Which elements are taken.
    var condition: Condition
    /// What each becomes.
    var element: Symbol
    /// What is made of them.
    var kind: Kind

    /// A kind of collection.
    enum Kind: Hashable, Sendable {
        case list, set, tuple, generator
    }
}
