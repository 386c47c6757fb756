extension BuiltinTypes {
    /// `enumerate`: an object of the iterator and the next number.
    static let enumerate = NativeType(
        "enumerate",
        "Pairs of a number and an element.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.construct = NativeFunction("enumerate(cls, iterable, start=0)", "Numbers the elements.", make)
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let start = try machine.makeInteger(try machine.integerArgument(arguments[2]))
        let iterator = try machine.iterator(arguments[1])
        return try machine.makeObject(machine.typeNumber(ofType: arguments[0]), [iterator, start])
    }

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let element = try machine.next(machine.objectField(value, 0))
        guard !element.isUnbound else { return .unbound }
        let number = machine.objectField(value, 1)
        machine.setObjectField(value, 1, try machine.binary(.add, number, .int(Int64(1))))
        return try machine.makeTuple([number, element])
    }
}
