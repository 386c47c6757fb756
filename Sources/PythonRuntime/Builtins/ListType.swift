extension BuiltinTypes {
    /// `list`.
    static let list = NativeType(
        "list",
        "A sequence that can be changed.",
        methods: [
            NativeFunction("append(self, object, /)", "Adds an element at the end.", append),
            NativeFunction("clear(self, /)", "Removes all elements.", clear),
            NativeFunction("copy(self, /)", "A new list of the same elements.", copy),
            NativeFunction("count(self, value, /)", "How many elements equal a value.", count),
            NativeFunction("extend(self, iterable, /)", "Adds all elements of an iterable at the end.", extend),
            NativeFunction("index(self, value, start=0, stop=..., /)", "Where a value stands first.", index),
            NativeFunction("insert(self, index, object, /)", "Puts an element before an index.", insert),
            NativeFunction("pop(self, index=-1, /)", "Removes an element and gives it.", pop),
            NativeFunction("remove(self, value, /)", "Removes the first element that equals a value.", remove),
            NativeFunction("reverse(self, /)", "Turns the order of the elements around.", reverse),
            NativeFunction("sort(self, *, key=None, reverse=False)", "Sorts in place; stable.", sort),
            NativeFunction("__init__(self, iterable=..., /)", "Replaces the elements.", initialize),
            NativeFunction("__reversed__(self, /)", "An iterator from the end to the start.", reversed),
        ] + SpecialMethods.container + SpecialMethods.order + SpecialMethods.changes + [SpecialMethods.item],
        slots: .init { $0.construct = NativeFunction("list(cls, iterable=..., /)", "A list of elements.", make) }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeList(fromArgument: arguments[1])
    }

    private static func initialize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "__init__")
        let elements = try machine.makeList(fromArgument: arguments[1])
        try machine.setListCount(list, 0)
        try machine.extend(list, with: elements)
        return .none
    }

    private static func append(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.append(arguments[1], to: try machine.receiver(arguments[0], .list, "append"))
        return .none
    }

    private static func clear(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.setListCount(try machine.receiver(arguments[0], .list, "clear"), 0)
        return .none
    }

    private static func copy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeList(from: try machine.receiver(arguments[0], .list, "copy"))
    }

    private static func count(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try machine.occurrences(of: arguments[1], in: try machine.receiver(arguments[0], .list, "count")))
    }

    private static func extend(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.extend(try machine.receiver(arguments[0], .list, "extend"), with: arguments[1])
        return .none
    }

    private static func index(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "index")
        let start = try machine.searchBound(arguments[2], count: machine.listCount(list))
        let stop =
            arguments[3].isUnbound ? Int.max : try machine.searchBound(arguments[3], count: machine.listCount(list))
        if let index = try machine.firstIndex(of: arguments[1], in: list, from: start, to: stop) { return .int(index) }
        throw machine.raise(.valueError, "\(machine.string(try machine.repr(arguments[1]))) is not in list")
    }

    private static func insert(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "insert")
        let position = try machine.sizeArgument(arguments[1])
        let count = machine.listCount(list)
        try machine.charge(count / 64)
        try machine.insert(arguments[2], at: position < 0 ? position &+ count : position, in: list)
        return .none
    }

    private static func pop(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "pop")
        let position = try machine.sizeArgument(arguments[1])
        let count = machine.listCount(list)
        guard count > 0 else { throw machine.raise(.indexError, "pop from empty list") }
        let index = position < 0 ? position &+ count : position
        guard index >= 0, index < count else { throw machine.raise(.indexError, "pop index out of range") }
        try machine.charge((count - index) / 64)
        let value = machine.listElement(list, index)
        machine.removeElements(index..<(index + 1), of: list)
        return value
    }

    private static func remove(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "remove")
        guard let index = try machine.firstIndex(of: arguments[1], in: list) else {
            throw machine.raise(.valueError, "list.remove(x): x not in list")
        }
        machine.removeElements(index..<(index + 1), of: list)
        return .none
    }

    private static func reverse(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "reverse")
        let count = machine.listCount(list)
        try machine.charge(count / 16)
        machine.noteChange(of: list)
        let elements = machine.listElements(list)
        for index in 0..<(count / 2) {
            let other = elements[index]
            elements[index] = elements[count - 1 - index]
            elements[count - 1 - index] = other
        }
        return .none
    }

    private static func reversed(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeReversed(try machine.receiver(arguments[0], .list, "__reversed__"))
    }

    private static func sort(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.receiver(arguments[0], .list, "sort")
        let isReversed = try machine.truth(arguments[2])
        let elements = machine.elements(ofSequence: list)
        // As in CPython the list is empty while keys and comparisons run, and must be so afterwards.
        try machine.setListCount(list, 0)
        let outcome = machine.sorted(elements, key: arguments[1], isReversed: isReversed)
        let wasChanged = machine.listCount(list) != 0
        try machine.setListCount(list, 0)
        for element in outcome.elements { try machine.append(element, to: list) }
        if let failure = outcome.failure { throw failure }
        if wasChanged { throw machine.raise(.valueError, "list modified during sort") }
        return .none
    }
}
