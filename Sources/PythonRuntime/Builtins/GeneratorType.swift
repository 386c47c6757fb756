extension BuiltinTypes {
    /// `generator`.
    static let generator = NativeType(
        "generator",
        "What a generator expression gives, and a call of a function with `yield`.",
        methods: SpecialMethods.iteration + [
            NativeFunction("close(self, /)", "Ends it by raising GeneratorExit where it stands.", close),
            NativeFunction("send(self, value, /)", "The next element, after sending a value.", send),
            NativeFunction(
                "throw(self, typ, val=None, tb=None, /)",
                "The next element, after raising an exception where it stands.",
                raiseInside
            ),
        ]
    )

    private static func close(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.close(try machine.receiver(arguments[0], .generator, "close"))
        return .none
    }

    private static func send(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let generator = try machine.receiver(arguments[0], .generator, "send")
        let state = machine.memory.header(generator).pointee.extra
        if !arguments[1].isNone, state < GeneratorField.running,
            machine.yieldPlace(machine.linkedCode(state >> 32), state) == nil
        {
            throw machine.raise(.typeError, "can't send non-None value to a just-started generator")
        }
        let value = try machine.resume(generator, sending: arguments[1])
        if value.isUnbound { throw machine.stopIteration(after: generator) }
        return value
    }

    private static func raiseInside(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let generator = try machine.receiver(arguments[0], .generator, "throw")
        var thrown = arguments[1]
        if !arguments[2].isNone, machine.isExceptionClass(thrown) {
            thrown =
                machine.isExceptionInstance(arguments[2]) ? arguments[2] : try machine.call(thrown, [arguments[2]])
        }
        guard machine.isException(thrown) else {
            throw machine.raise(
                .typeError,
                "exceptions must be classes or instances deriving from BaseException, not \(machine.errorTypeName(thrown))"
            )
        }
        if machine.isExceptionClass(thrown) { thrown = try machine.call(thrown, []) }
        let value = try machine.raise(thrown, in: generator)
        if value.isUnbound { throw machine.stopIteration(after: generator) }
        return value
    }
}
