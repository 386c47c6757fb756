import Conditions

/// What `for x in source: if condition: text += …` adds to a text.
struct Gathering: Hashable, Sendable {
    /// The list or the object that is gone through.
    var source: FieldReference
    /// Whether its elements or its members.
    var domain: Quantifier.Domain
    /// The number under which the rest reads the element: see ``Selection/binder``.
    var binder: Int
    /// Which elements add something.
    var condition: Condition
    /// The parts that the first of them adds.
    var first: [Symbol]
    /// The parts that each of the others adds.
    var rest: [Symbol]

    /// What says that no round raises, where all it asks is that what is shown as a list is one.
    var check: Condition?

    /// Some element adds something.
    var isAny: Condition {
        .quantifier(Quantifier(.some, of: source, domain, condition.binding(binder)))
    }
}
