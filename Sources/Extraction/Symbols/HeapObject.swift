import Conditions

/// The content of a list, tuple, set or dict that the code makes.
struct HeapObject: Hashable, Sendable {
    /// What it is.
    var kind: Kind
    /// In order; of a dict, each key once.
    var elements: [Element] = []
    /// Why the content is not known, if it is not.
    var poison: Opaque?
    /// Whether going over it gives the elements that are there in this order, each once. Not where a key may have been there before it
    /// was set, so that it may stand further in front, nor where two elements of a set may be the same; what is in it is known still.
    var isEnumerable = true
    /// Whether it is an iterator, which makes its elements when they are asked for, and once: only who asks at once gets these.
    var isIterator = false

    /// A kind of container.
    enum Kind: Hashable, Sendable {
        case list, tuple, set, frozenset, dict
    }

    /// An element, or an entry of a dict.
    struct Element: Hashable, Sendable {
        /// The key of an entry.
        var key: Symbol?
        /// The element.
        var value: Symbol
        /// When it is there.
        var presence: Condition = .constant(true)
    }

    /// Whether it has these elements and no others, in this order.
    var isCertain: Bool {
        poison == nil && isEnumerable && elements.allSatisfy { $0.presence == .constant(true) }
    }

    /// Notes that an element is put in again that may not have been there: a new one goes to the end.
    mutating func noteReplacement(at place: Int) {
        if place < elements.count - 1, elements[place].presence != .constant(true) { isEnumerable = false }
    }

    /// Whether elements are hashed.
    var isHashed: Bool { kind == .set || kind == .frozenset || kind == .dict }
}
