/// Rows for the special methods that builtin containers share: what `super().__getitem__(key)` or
/// `dict.__setitem__(self, key, value)` in a rule's class reach. Each does what the operator does to the builtin itself.
enum SpecialMethods {
    /// Of everything that can be iterated, measured and searched.
    static let container: [NativeFunction] =
        [
            NativeFunction("__len__(self, /)", "Number of elements.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .int(try machine.length(machine.unwrapped(arguments[0])))
            },
            NativeFunction("__contains__(self, element, /)", "Whether an element is in it.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(try machine.contains(machine.unwrapped(arguments[0]), arguments[1]))
            },
            NativeFunction("__iter__(self, /)", "An iterator over it.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.iterator(machine.unwrapped(arguments[0]))
            },
        ] + comparison

    /// Equality and text.
    static let comparison: [NativeFunction] = [
        NativeFunction("__eq__(self, other, /)", "Whether both are equal.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.equal(machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
        },
        NativeFunction("__ne__(self, other, /)", "Whether they differ.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let equal = try machine.equal(machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
            return .bool(!(try machine.truth(equal)))
        },
        NativeFunction("__repr__(self, /)", "Its text for developers.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.repr(machine.unwrapped(arguments[0]))
        },
        NativeFunction("__str__(self, /)", "Its text.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.str(machine.unwrapped(arguments[0]))
        },
    ]

    /// `self[key]`.
    static let item = NativeFunction("__getitem__(self, key, /)", "The element under a key.") {
        (machine: inout Machine, arguments) throws(Raised) in
        try machine.item(machine.unwrapped(arguments[0]), arguments[1])
    }

    /// `self[key] = value` and `del self[key]`.
    static let changes: [NativeFunction] = [
        NativeFunction("__setitem__(self, key, value, /)", "Sets the element under a key.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.setItem(machine.unwrapped(arguments[0]), arguments[1], to: arguments[2])
            return .none
        },
        NativeFunction("__delitem__(self, key, /)", "Removes the element under a key.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.deleteItem(machine.unwrapped(arguments[0]), arguments[1])
            return .none
        },
    ]

    /// The hash.
    static let hash = NativeFunction("__hash__(self, /)", "Its hash.") {
        (machine: inout Machine, arguments) throws(Raised) in
        .int(try machine.visibleHash(machine.unwrapped(arguments[0])))
    }

    /// `self < other` and its kin.
    static let order: [NativeFunction] = [
        NativeFunction("__lt__(self, other, /)", "Whether it is less.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.compare(.less, machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
        },
        NativeFunction("__le__(self, other, /)", "Whether it is less or equal.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.compare(.lessEqual, machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
        },
        NativeFunction("__gt__(self, other, /)", "Whether it is greater.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.compare(.greater, machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
        },
        NativeFunction("__ge__(self, other, /)", "Whether it is greater or equal.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.compare(.greaterEqual, machine.unwrapped(arguments[0]), machine.unwrapped(arguments[1]))
        },
    ]

    /// Of iterators.
    static let iteration: [NativeFunction] = [
        NativeFunction("__iter__(self, /)", "The iterator itself.") {
            (_: inout Machine, arguments) throws(Raised) in arguments[0]
        },
        NativeFunction("__next__(self, /)", "The next element; raises StopIteration at the end.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let iterator = machine.unwrapped(arguments[0])
            let value = try machine.next(iterator)
            if value.isUnbound { throw machine.stopIteration(after: iterator) }
            return value
        },
    ]
}
