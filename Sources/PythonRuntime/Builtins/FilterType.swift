extension BuiltinTypes {
    /// `filter`: an object of the function (or None) and the iterator.
    static let filter = NativeType(
        "filter",
        "The elements that a function accepts.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.construct = NativeFunction("filter(cls, function, iterable, /)", "Leaves elements out.", make)
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let iterator = try machine.iterator(arguments[2])
        return try machine.makeObject(machine.typeNumber(ofType: arguments[0]), [arguments[1], iterator])
    }

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let function = machine.objectField(value, 0)
        let isTruth = function.isNone || function.isIdentical(to: .type(TypeNumber(.bool)))
        while true {
            let element = try machine.next(machine.objectField(value, 1))
            guard !element.isUnbound else { return .unbound }
            try machine.charge(1)
            let verdict = isTruth ? element : try machine.call(function, [element])
            if try machine.truth(verdict) { return element }
        }
    }
}
