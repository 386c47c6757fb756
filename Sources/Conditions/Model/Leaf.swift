/// A test of one field: the field is read, transformed from left to right, and compared.
///
/// A step that Python would refuse (a method of the wrong type, a comparison of a text with a number) makes the leaf
/// ``Truth/unknown``, and so does a value that is not treated natively. ``isNegated`` turns true and false round, nothing else.
package struct Leaf: Hashable, Sendable {
    /// What is read.
    package var field: FieldReference
    /// What is done to the value before it is compared, in order.
    package var transforms: [Transform]
    /// How it is compared.
    package var op: Operator
    /// What it is compared with; how many, and of which kinds, is ``Operator``'s to say.
    package var values: [Literal]
    /// What it is compared with instead of ``values``: another field of the event.
    package var other: Operand?
    /// Whether the test must fail.
    package var isNegated: Bool
    /// Whether texts that differ only in case are the same.
    package var casing: Casing
    /// Where the test is written.
    package var place: SourcePlace?

    /// A test of `field`.
    package init(
        _ field: FieldReference,
        _ op: Operator,
        _ values: [Literal] = [],
        transforms: [Transform] = [],
        other: Operand? = nil,
        isNegated: Bool = false,
        casing: Casing = .sensitive,
        place: SourcePlace? = nil
    ) {
        self.field = field
        self.transforms = transforms
        self.op = op
        self.values = values
        self.other = other
        self.isNegated = isNegated
        self.casing = casing
        self.place = place
    }

    /// Whether case matters when texts are compared.
    package enum Casing: String, Hashable, Sendable {
        /// It does: Python.
        case sensitive
        /// It does not: Sigma and KQL's `=~`. Unknown for texts that are not ASCII.
        case insensitive
    }
}

/// A field and what is done to it, as the other side of a comparison.
package struct Operand: Hashable, Sendable {
    /// What is read.
    package var field: FieldReference
    /// What is done to the value, in order.
    package var transforms: [Transform]

    /// A field, transformed.
    package init(_ field: FieldReference, transforms: [Transform] = []) {
        self.field = field
        self.transforms = transforms
    }
}
