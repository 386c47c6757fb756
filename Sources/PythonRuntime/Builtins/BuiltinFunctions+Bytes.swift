extension BuiltinFunctions {
    /// The mutable kinds of bytes, which the dialect has not.
    static let bytes: [NativeFunction] = [
        NativeFunction("bytearray(*args, **kwargs)", "Refused: rules use `bytes`, or a list of numbers.") {
            (machine: inout Machine, _) throws(Raised) in
            throw machine.raise(.typeError, "rules cannot use bytearray: use bytes, or a list of ints, instead")
        },
        NativeFunction("memoryview(*args, **kwargs)", "Refused: rules slice `bytes`.") {
            (machine: inout Machine, _) throws(Raised) in
            throw machine.raise(.typeError, "rules cannot use memoryview: slice bytes instead")
        },
    ]
}
