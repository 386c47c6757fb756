import Conditions

/// A field that rules are told apart by: the keys on the way to it, and how each is found.
struct RoutedField: Hashable {
    /// From the event on; never empty.
    let steps: [Step]

    /// A key of an object.
    struct Step: Hashable {
        var key: [UInt8]
        /// Whether a key of another case is found too, as in Panther's events.
        var ignoresCase: Bool

        /// All bytes at once: fields are looked up thousands of times while clauses are found.
        func hash(into hasher: inout Hasher) {
            key.withUnsafeBytes { hasher.combine(bytes: $0) }
            hasher.combine(ignoresCase)
        }
    }

    /// Longest way to a field.
    static let stepsMax = 8

    /// The place that a reference reads; nil if it is not a way through objects of the event alone. Keys beyond ASCII are
    /// left out: an evaluation cannot say whether such a key is there in another spelling. So are indicators, which events get
    /// after they have been routed.
    init?(_ reference: FieldReference) {
        guard reference.root == .event, (1...Self.stepsMax).contains(reference.steps.count), !reference.mayBeIndicator
        else { return nil }
        var steps: [Step] = []
        for step in reference.steps {
            guard case .key(let key, let matching) = step.selector, key.utf8.allSatisfy({ $0 < 0x80 }) else {
                return nil
            }
            steps.append(Step(key: Array(key.utf8), ignoresCase: matching == .panther))
        }
        self.steps = steps
    }
}
