extension BuiltinTypes {
    /// `float`.
    static let float = NativeType(
        "float",
        "A number in double precision.",
        methods: [
            NativeFunction("is_integer(self, /)", "Whether it is a whole number.", FloatMethods.isInteger),
            NativeFunction("hex(self, /)", "The number in hexadecimal.", FloatMethods.hexadecimal),
            NativeFunction(
                "as_integer_ratio(self, /)",
                "Two integers whose quotient it is.",
                FloatMethods.integerRatio
            ),
            NativeFunction("conjugate(self, /)", "The number itself.", FloatMethods.itself),
            NativeFunction("__float__(self, /)", "The number itself.", FloatMethods.itself),
            NativeFunction("__int__(self, /)", "The whole part.", FloatMethods.truncated),
            NativeFunction("__trunc__(self, /)", "The whole part.", FloatMethods.truncated),
        ].map { $0.method(of: .float) },
        properties: [
            NativeFunction("real(self, /)", "The number itself.", FloatMethods.itself),
            NativeFunction("imag(self, /)", "Zero.", { (_: inout Machine, _) throws(Raised) in .float(0) }),
        ],
        classMethods: [
            NativeFunction("fromhex(cls, string, /)", "The number of a hexadecimal text.", FloatMethods.fromHexadecimal)
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "float(cls, x=..., /)",
                "The number of a text or of another number.",
                FloatMethods.construct
            )
        }
    )
}
