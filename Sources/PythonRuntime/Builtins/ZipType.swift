extension BuiltinTypes {
    /// `zip`: an object of a tuple of iterators, and whether they must end together.
    static let zip = NativeType(
        "zip",
        "Tuples of one element of each iterable.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.construct = NativeFunction(
                "zip(cls, /, *iterables, strict=False)",
                "Goes through several at once.",
                make
            )
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var iterators: [Value] = []
        for iterable in machine.elements(ofSequence: arguments[1]) { iterators.append(try machine.iterator(iterable)) }
        let isStrict = Value.bool(try machine.truth(arguments[2]))
        return try machine.makeObject(
            machine.typeNumber(ofType: arguments[0]),
            [try machine.makeTuple(iterators), isStrict]
        )
    }

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let iterators = machine.objectField(value, 0)
        let count = machine.tupleCount(iterators)
        guard count > 0 else { return .unbound }
        let result = try machine.makeRecord(.tuple, count: count)
        for index in 0..<count {
            let element = try machine.next(machine.tupleElement(iterators, index))
            guard element.isUnbound else {
                machine.setField(result, index, element)
                continue
            }
            guard machine.objectField(value, 1).boolValue else { return .unbound }
            if index > 0 { throw mismatch(&machine, index, "shorter") }
            // The first is at its end: so must be the others.
            for other in 1..<max(1, count) {
                if !(try machine.next(machine.tupleElement(iterators, other)).isUnbound) {
                    throw mismatch(&machine, other, "longer")
                }
            }
            return .unbound
        }
        return result
    }

    private static func mismatch(_ machine: inout Machine, _ index: Int, _ relation: String) -> Raised {
        let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
        return machine.raise(.valueError, "zip() argument \(index + 1) is \(relation) than \(others)")
    }
}
