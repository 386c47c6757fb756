extension BuiltinTypes {
    /// `tuple`.
    static let tuple = NativeType(
        "tuple",
        "A sequence that cannot be changed.",
        methods: [
            NativeFunction("count(self, value, /)", "How many elements equal a value.", count),
            NativeFunction("index(self, value, start=0, stop=..., /)", "Where a value stands first.", index),
        ] + SpecialMethods.container + SpecialMethods.order + [SpecialMethods.item, SpecialMethods.hash],
        slots: .init { $0.construct = NativeFunction("tuple(cls, iterable=..., /)", "A tuple of elements.", make) }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if arguments[1].tag == .tuple { return arguments[1] }
        let list = try machine.makeList(fromArgument: arguments[1])
        return try machine.makeTuple(copying: machine.listElements(list), count: machine.listCount(list))
    }

    private static func count(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try machine.occurrences(of: arguments[1], in: try machine.receiver(arguments[0], .tuple, "count")))
    }

    private static func index(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let tuple = try machine.receiver(arguments[0], .tuple, "index")
        let count = machine.tupleCount(tuple)
        let start = try machine.searchBound(arguments[2], count: count)
        let stop = arguments[3].isUnbound ? count : try machine.searchBound(arguments[3], count: count)
        if let index = try machine.firstIndex(of: arguments[1], in: tuple, from: start, to: stop) { return .int(index) }
        throw machine.raise(.valueError, "tuple.index(x): x not in tuple")
    }
}
