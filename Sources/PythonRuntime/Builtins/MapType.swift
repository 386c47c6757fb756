extension BuiltinTypes {
    /// `map`: an object of the function and a tuple of iterators.
    static let map = NativeType(
        "map",
        "What a function gives for each element.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.construct = NativeFunction("map(cls, /, *arguments)", "Calls a function for each element.", make)
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let given = machine.elements(ofSequence: arguments[1])
        guard let function = given.first, given.count > 1 else {
            throw machine.raise(.typeError, "map() must have at least two arguments.")
        }
        var iterators: [Value] = []
        for iterable in given.dropFirst() { iterators.append(try machine.iterator(iterable)) }
        return try machine.makeObject(
            machine.typeNumber(ofType: arguments[0]),
            [function, try machine.makeTuple(iterators)]
        )
    }

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let iterators = machine.objectField(value, 1)
        var elements: [Value] = []
        for index in 0..<machine.tupleCount(iterators) {
            let element = try machine.next(machine.tupleElement(iterators, index))
            guard !element.isUnbound else { return .unbound }
            elements.append(element)
        }
        return try machine.call(machine.objectField(value, 0), elements)
    }
}
