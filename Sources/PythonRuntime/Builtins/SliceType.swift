extension BuiltinTypes {
    /// `slice`.
    static let slice = NativeType(
        "slice",
        "Which elements of a sequence: from where to where, in which steps.",
        methods: [NativeFunction("indices(self, length, /)", "Start, stop and step in a sequence.", indices)]
            + SpecialMethods.comparison,
        properties: [
            NativeFunction("start(self)", "Where it begins.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .slice, "start"), 0)
            },
            NativeFunction("stop(self)", "Where it ends.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .slice, "stop"), 1)
            },
            NativeFunction("step(self)", "From one element to the next.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .slice, "step"), 2)
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("slice(cls, start, stop=..., step=None, /)", "A slice.", make)
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let parts =
            arguments[2].isUnbound ? [.none, arguments[1], .none] : [arguments[1], arguments[2], arguments[3]]
        return try machine.makeRecord(.slice, parts)
    }

    private static func indices(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let slice = try machine.receiver(arguments[0], .slice, "indices")
        let count = try machine.sizeArgument(arguments[1])
        guard count >= 0 else { throw machine.raise(.valueError, "length should not be negative") }
        let bounds = machine.sliceBounds(try machine.sliceParts(slice), count: min(count, Int.max / 4))
        // The bounds for loops never end before they start; those that rules see may.
        let isForward = bounds.step > 0
        let stop = machine.field(slice, 1)
        var end = stop.isNone ? (isForward ? count : -1) : bounds.stop
        if !stop.isNone, stop.isIntegral {
            let position = Int(max(min(stop.intValue, Int64.max / 4), Int64.min / 4))
            let index = position < 0 ? position + count : position
            end = min(max(index, isForward ? 0 : -1), isForward ? count : count - 1)
        }
        return try machine.makeTuple([.int(bounds.start), .int(end), .int(bounds.step)])
    }
}
