extension BuiltinTypes {
    /// `range`. Its numbers are 64 bits wide: others raise OverflowError.
    static let range = NativeType(
        "range",
        "Numbers in equal steps.",
        methods: [
            NativeFunction("count(self, value, /)", "How many of its numbers equal a value.", count),
            NativeFunction("index(self, value, /)", "Where a number stands.", index),
            NativeFunction("__reversed__(self, /)", "An iterator from the end to the start.", reversed),
        ] + SpecialMethods.container + [SpecialMethods.item],
        properties: [
            NativeFunction("start(self)", "The first number.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .range, "start"), 0)
            },
            NativeFunction("stop(self)", "The end, which it does not reach.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .range, "stop"), 1)
            },
            NativeFunction("step(self)", "From one number to the next.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .range, "step"), 2)
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("range(cls, start, stop=..., step=1, /)", "The numbers up to an end.", make)
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let first = try machine.sizeArgument(arguments[1])
        guard !arguments[2].isUnbound else { return try machine.makeRange(0, Int64(first), 1) }
        let stop = try machine.sizeArgument(arguments[2])
        let step = try machine.sizeArgument(arguments[3])
        guard step != 0 else { throw machine.raise(.valueError, "range() arg 3 must not be zero") }
        return try machine.makeRange(Int64(first), Int64(stop), Int64(step))
    }

    private static func count(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let range = try machine.receiver(arguments[0], .range, "count")
        return .int(try machine.contains(range, arguments[1]) ? 1 : 0)
    }

    private static func index(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let range = try machine.receiver(arguments[0], .range, "index")
        guard machine.isInteger(arguments[1]) || arguments[1].tag == .float else {
            throw machine.raise(.valueError, "sequence.index(x): x not in sequence")
        }
        guard try machine.contains(range, arguments[1]) else {
            throw machine.raise(.valueError, "\(machine.string(try machine.repr(arguments[1]))) is not in range")
        }
        let parts = machine.rangeParts(range)
        var number = arguments[1].intValue
        if arguments[1].tag == .float { number = Int64(exactly: arguments[1].floatValue) ?? parts.start }
        let distance =
            parts.step > 0 ? UInt64(bitPattern: number &- parts.start) : UInt64(bitPattern: parts.start &- number)
        return .int(Int(clamping: distance / parts.step.magnitude))
    }

    private static func reversed(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeReversed(try machine.receiver(arguments[0], .range, "__reversed__"))
    }
}
