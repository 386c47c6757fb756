import Conditions

/// The content of a list, tuple, set or dict that the code makes.
struct HeapObject: Hashable, Sendable {
    /// What it is.
    var kind: Kind
    /// In order; of a dict, each key once.
    var elements: [Element] = []
    /// Why the content is not known, if it is not.
    var poison: Opaque?

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

    /// Whether all elements are certainly there.
    var isCertain: Bool { poison == nil && elements.allSatisfy { $0.presence == .constant(true) } }

    /// Whether elements are hashed.
    var isHashed: Bool { kind == .set || kind == .frozenset || kind == .dict }
}
