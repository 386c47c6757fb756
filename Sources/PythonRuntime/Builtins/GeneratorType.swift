extension BuiltinTypes {
    /// `generator`.
    static let generator = NativeType(
        "generator",
        "What a generator expression gives.",
        methods: SpecialMethods.iteration + [
            NativeFunction("close(self, /)", "Ends it.", close),
            NativeFunction("send(self, value, /)", "The next element; only None can be sent.", send),
            NativeFunction("throw(self, exception, /)", "Ends it by raising an exception.", raiseInside),
        ]
    )

    private static func finish(_ machine: inout Machine, _ generator: Value) throws(Raised) {
        machine.noteChange(of: generator)
        let header = machine.memory.header(generator)
        guard header.pointee.extra != GeneratorField.running else {
            throw machine.raise(.valueError, "generator already executing")
        }
        header.pointee.extra = GeneratorField.finished
    }

    private static func close(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try finish(&machine, try machine.receiver(arguments[0], .generator, "close"))
        return .none
    }

    /// The value of the `yield` that a generator expression stands in cannot be seen, so it is dropped.
    private static func send(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let generator = try machine.receiver(arguments[0], .generator, "send")
        let state = machine.memory.header(generator).pointee.extra
        if !arguments[1].isNone, state & 0xFFFF_FFFF == 0 {
            throw machine.raise(.typeError, "can't send non-None value to a just-started generator")
        }
        let value = try machine.next(generator)
        if value.isUnbound { throw machine.raise(.stopIteration, arguments: []) }
        return value
    }

    private static func raiseInside(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try finish(&machine, try machine.receiver(arguments[0], .generator, "throw"))
        throw machine.raiseValue(arguments[1], context: .unbound, cause: .unbound)
    }
}
