/// One step of a path: from a container to what is in it.
package struct FieldStep: Hashable, Sendable {
    /// What is taken out.
    package var selector: Selector
    /// The containers that do not fit (no object for a key, no list for an index), but from which the step reads as if
    /// it had found nothing. From any other that does not fit it raises.
    package var forgives: Forgiveness

    /// A step that by default forgives everything, as `deep_get` does.
    package init(_ selector: Selector, forgives: Forgiveness = .everything) {
        self.selector = selector
        self.forgives = forgives
    }

    /// What a step takes out of a container.
    package enum Selector: Sendable {
        /// The value of a key of an object.
        case key(String, KeyMatching)
        /// An element of a list, from 0; from the end where negative. What is past the end is missing.
        case index(Int)
        /// The value that a text is JSON of: `json.loads`. A text that is none raises, unless it is forgiven as any other value of the
        /// wrong kind.
        case json
    }

    /// Which keys of an object a key finds.
    package enum KeyMatching: String, Hashable, Sendable {
        /// The exact one, else the first that differs only in case: Panther's events.
        case panther
        /// The exact one only: dicts.
        case exact
    }

    /// Containers from which nothing is read, without an error.
    package struct Forgiveness: OptionSet, Hashable, Sendable {
        /// Bits, in the order below.
        package let rawValue: UInt8

        /// Of bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The step before found nothing: `.get("a", {}).get("b")`.
        package static let absent = Forgiveness(rawValue: 1)
        /// `null` is there.
        package static let null = Forgiveness(rawValue: 2)
        /// False, zero, or an empty text, list or object: `(x or {}).get("b")`.
        package static let empty = Forgiveness(rawValue: 4)
        /// Anything else of the wrong kind.
        package static let other = Forgiveness(rawValue: 8)
        /// All of these: `deep_get`.
        package static let everything: Forgiveness = [.absent, .null, .empty, .other]
        /// None of these: `event["a"]["b"]`.
        package static let nothing: Forgiveness = []
    }
}

extension FieldStep.Selector: Hashable {
    /// Keys byte for byte.
    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.key(let left, let leftMatching), .key(let right, let rightMatching)):
            leftMatching == rightMatching && left.utf8.elementsEqual(right.utf8)
        case (.index(let left), .index(let right)): left == right
        case (.json, .json): true
        default: false
        }
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .key(let key, let matching):
            hasher.combine(bytesOf: key)
            hasher.combine(matching)
        case .index(let index): hasher.combine(index)
        case .json: hasher.combine(0)
        }
    }
}
