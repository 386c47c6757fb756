/// A test of the elements of a list, or of the members of an object.
///
/// The child reads the element as ``FieldReference/Root/element(_:)``. What is no list (for ``Domain/elements``; for
/// ``Domain/members`` no object) makes it unknown: Python raises, or iterates over something else.
package struct Quantifier: Hashable, Sendable {
    /// How many must pass.
    package var kind: Kind
    /// What is iterated over.
    package var field: FieldReference
    /// Whether it is a list or an object.
    package var domain: Domain
    /// The test.
    package var child: Condition
    /// Where it is written.
    package var place: SourcePlace?

    /// A test of the elements of `field`.
    package init(
        _ kind: Kind,
        of field: FieldReference,
        _ domain: Domain = .elements,
        _ child: Condition,
        place: SourcePlace? = nil
    ) {
        self.kind = kind
        self.field = field
        self.domain = domain
        self.child = child
        self.place = place
    }

    /// How many elements must pass. All but a count stop at the first element that decides.
    package enum Kind: Hashable, Sendable {
        /// One at least: `any(…)`.
        case some
        /// All of them, if any: `all(…)`.
        case every
        /// None of them.
        case none
        /// So many.
        case count(Comparison, Int)
    }

    /// What is iterated over.
    package enum Domain: String, Hashable, Sendable {
        /// The elements of a list.
        case elements
        /// The values of an object, in order; their keys are ``FieldReference/Root/elementKey(_:)``.
        case members
    }
}

/// A comparison of numbers.
package enum Comparison: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// `=`
    case equal = "eq"
    /// `≠`
    case notEqual = "ne"
    /// `<`
    case less = "lt"
    /// `≤`
    case lessOrEqual = "lte"
    /// `>`
    case greater = "gt"
    /// `≥`
    case greaterOrEqual = "gte"

    /// Whether `left` stands to `right` so; with a NaN only ``notEqual`` does.
    package func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}
