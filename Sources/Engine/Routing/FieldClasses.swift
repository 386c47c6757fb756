/// Classes of value by field: where something is known of a condition by what one field is.
struct FieldClasses {
    private var classes: [RoutedField: ValueClasses] = [:]

    /// None.
    init() {}

    /// The classes at which a test has one truth and no other.
    init(_ test: FieldTest, _ truth: Truths) {
        let found = test.classes(truth)
        if !found.isEmpty { classes[test.field] = found }
    }

    var isEmpty: Bool { classes.isEmpty }

    /// Those of one field; nil if there are none.
    subscript(field: RoutedField) -> ValueClasses? { classes[field] }

    mutating func formUnion(_ other: FieldClasses) {
        guard !other.isEmpty else { return }
        classes.merge(other.classes) { $0.union($1) }
    }

    mutating func formIntersection(_ other: FieldClasses) {
        guard !isEmpty else { return }
        classes = classes.reduce(into: [:]) { common, entry in
            let both = entry.value.intersection(other[entry.key] ?? ValueClasses())
            if !both.isEmpty { common[entry.key] = both }
        }
    }
}
