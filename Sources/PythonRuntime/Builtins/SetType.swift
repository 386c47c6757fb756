extension BuiltinTypes {
    /// `set`.
    static let set = NativeType(
        "set",
        "Elements that are all different, in the order in which they came.",
        methods: [
            NativeFunction("add(self, element, /)", "Adds an element.", add),
            NativeFunction("clear(self, /)", "Removes all elements.", clear),
            NativeFunction("difference_update(self, *others)", "Removes the elements of others.", differenceUpdate),
            NativeFunction("discard(self, element, /)", "Removes an element if it is there.", discard),
            NativeFunction("intersection_update(self, *others)", "Keeps the elements of others.", intersectionUpdate),
            NativeFunction("pop(self, /)", "Removes an element and gives it: the first.", pop),
            NativeFunction("remove(self, element, /)", "Removes an element; raises KeyError.", remove),
            NativeFunction(
                "symmetric_difference_update(self, other, /)",
                "Keeps what exactly one of the two has.",
                symmetricUpdate
            ),
            NativeFunction("update(self, *others)", "Adds the elements of others.", update),
            NativeFunction("__init__(self, iterable=..., /)", "Replaces the elements.", initialize),
        ] + SetMethods.shared,
        slots: .init { $0.construct = NativeFunction("set(cls, iterable=..., /)", "A set of elements.", make) }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try arguments[1].isUnbound ? machine.makeDictionary(.set) : machine.makeSet(from: arguments[1])
    }

    private static func initialize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try machine.receiver(arguments[0], .set, "__init__")
        let elements = try arguments[1].isUnbound ? machine.makeDictionary(.set) : machine.makeSet(from: arguments[1])
        return try replace(&machine, set, with: elements)
    }

    private static func replace(_ machine: inout Machine, _ set: Value, with result: Value) throws(Raised) -> Value {
        machine.clearDictionary(set)
        try machine.updateSet(set, from: result)
        return .none
    }

    private static func add(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.add(arguments[1], to: try machine.receiver(arguments[0], .set, "add"))
        return .none
    }

    private static func clear(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.clearDictionary(try machine.receiver(arguments[0], .set, "clear"))
        return .none
    }

    private static func discard(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        _ = try machine.remove(arguments[1], from: try machine.receiver(arguments[0], .set, "discard"))
        return .none
    }

    private static func remove(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try machine.receiver(arguments[0], .set, "remove")
        guard try machine.remove(arguments[1], from: set).isUnbound else { return .none }
        throw machine.raise(.keyError, arguments: [arguments[1]])
    }

    private static func pop(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let entry = machine.removeFirstEntry(try machine.receiver(arguments[0], .set, "pop")) else {
            throw machine.raise(.keyError, "pop from an empty set")
        }
        return entry.key
    }

    private static func update(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try machine.receiver(arguments[0], .set, "update")
        for other in machine.elements(ofSequence: arguments[1]) {
            // A set that is added to itself would change while it is gone through.
            guard !machine.unwrapped(other).isIdentical(to: set) else { continue }
            try machine.updateSet(set, from: other)
        }
        return .none
    }

    private static func differenceUpdate(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let set = try machine.receiver(arguments[0], .set, "difference_update")
        for other in machine.elements(ofSequence: arguments[1]) {
            if machine.unwrapped(other).isIdentical(to: set) {
                machine.clearDictionary(set)
            } else {
                try machine.forEach(other) { (machine: inout Machine, element) throws(Raised) in
                    _ = try machine.remove(element, from: set)
                    return true
                }
            }
        }
        return .none
    }

    private static func intersectionUpdate(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let set = try machine.receiver(arguments[0], .set, "intersection_update")
        var result = set
        for other in machine.elements(ofSequence: arguments[1]) {
            result = try machine.selectElements(
                of: result,
                kind: .set,
                in: try machine.makeSearchable(other),
                wanted: true
            )
        }
        return result.isIdentical(to: set) ? .none : try replace(&machine, set, with: result)
    }

    private static func symmetricUpdate(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        let set = try machine.receiver(arguments[0], .set, "symmetric_difference_update")
        let other = try machine.makeSet(from: arguments[1])
        return try replace(&machine, set, with: try machine.setOperator(.bitXor, set, other) ?? set)
    }
}
