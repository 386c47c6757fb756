extension BuiltinTypes {
    /// `int`.
    static let int = NativeType(
        "int",
        "A whole number of any size.",
        methods: [
            NativeFunction("bit_length(self, /)", "How many bits the magnitude takes.", IntegerMethods.bitLength),
            NativeFunction("bit_count(self, /)", "How many bits of the magnitude are set.", IntegerMethods.bitCount),
            NativeFunction("conjugate(self, /)", "The number itself.", IntegerMethods.itself),
            NativeFunction(
                "as_integer_ratio(self, /)",
                "The number and 1.",
                IntegerMethods.integerRatio
            ),
            NativeFunction(
                "to_bytes(self, length=1, byteorder='big', *, signed=False)",
                "The bytes of the number.",
                IntegerMethods.toBytes
            ),
            NativeFunction("__index__(self, /)", "The number itself.", IntegerMethods.itself),
            NativeFunction("__int__(self, /)", "The number itself.", IntegerMethods.itself),
        ].map { $0.method(of: .int) },
        properties: [
            NativeFunction("real(self, /)", "The number itself.", IntegerMethods.itself),
            NativeFunction("imag(self, /)", "Zero.", { (_: inout Machine, _) throws(Raised) in .int(Int64(0)) }),
            NativeFunction("numerator(self, /)", "The number itself.", IntegerMethods.itself),
            NativeFunction("denominator(self, /)", "One.", { (_: inout Machine, _) throws(Raised) in .int(Int64(1)) }),
        ],
        classMethods: [
            NativeFunction(
                "from_bytes(cls, bytes, byteorder='big', *, signed=False)",
                "The number that bytes stand for.",
                IntegerMethods.fromBytes
            )
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "int(cls, x=..., /, base=...)",
                "The number of a text or of another number.",
                IntegerMethods.construct
            )
        }
    )
}
