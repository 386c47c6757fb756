extension BuiltinTypes {
    /// `ImmutableList`: a list of the event, or one that a rule wrapped.
    static let eventList = NativeType(
        "ImmutableList",
        module: "panther_core.immutable",
        "A list that cannot be changed.",
        methods: [
            NativeFunction("index(self, value, start=0, stop=None)", "Where a value stands first.", listIndex),
            NativeFunction("count(self, value)", "How often a value occurs.", listOccurrences),
            NativeFunction("copy(self, /)", "A deep, mutable copy.", immutableCopy),
            NativeFunction("as_list(self, /)", "A deep, mutable copy.", immutableCopy),
        ],
        slots: immutableSlots(of: .list) {
            $0.construct = NativeFunction("ImmutableList(cls, container)", "Wraps the elements of an iterable.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeImmutableList(from: arguments[1])
            }
        }
    )

    /// As `collections.abc.Sequence.index`, whose ValueError says nothing.
    private static func listIndex(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = arguments[0]
        let count = machine.immutableCount(list)
        func bound(_ value: Value, _ machine: inout Machine) throws(Raised) -> Int {
            let index = try machine.indexValue(value, of: list)
            return index < 0 ? max(0, index &+ count) : index
        }
        let start = try bound(arguments[2], &machine)
        let stop = arguments[3].isNone ? Int.max : try bound(arguments[3], &machine)
        var position = 0
        var found = -1
        try machine.forEach(list) { (machine: inout Machine, element) throws(Raised) in
            if position >= stop { return false }
            if position >= start, try machine.equals(element, arguments[1]) { found = position }
            position += 1
            return found < 0
        }
        guard found >= 0 else { throw machine.raise(.valueError, arguments: []) }
        return .int(found)
    }

    private static func listOccurrences(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        var count = 0
        try machine.forEach(arguments[0]) { (machine: inout Machine, element) throws(Raised) in
            if try machine.equals(element, arguments[1]) { count += 1 }
            return true
        }
        return .int(count)
    }
}
