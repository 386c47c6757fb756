package import PythonRuntime

/// `numbers`: kinds of numbers, for `isinstance`.
package enum NumbersModule {
    package static let module = NativeModule(
        "numbers",
        "Kinds of numbers.",
        types: [
            kind("Number", "Any number.") { _, _ in true },
            kind("Complex", "Numbers with a real part.") { machine, value in machine.typeName(value) != "Decimal" },
            kind("Real", "Numbers that are ordered.") { machine, value in machine.typeName(value) != "Decimal" },
            kind("Rational", "Quotients of ints.") { machine, value in
                machine.typeName(value) != "Decimal" && machine.unwrapped(value).tag != .float
            },
            kind("Integral", "Whole numbers.") { machine, value in
                [.int, .bool, .bigInt].contains(machine.unwrapped(value).tag)
            },
        ]
    )

    /// A kind whose instances are the numbers for which `holds` is true: builtin ones, fractions, decimals.
    private static func kind(
        _ name: String,
        _ documentation: String,
        _ holds: @escaping @Sendable (borrowing Machine, Value) -> Bool
    ) -> NativeType {
        NativeType(
            name,
            module: "numbers",
            documentation,
            slots: .init {
                $0.isInstance = { (machine: inout Machine, value) throws(Raised) in
                    let inner = machine.unwrapped(value)
                    let isBuiltin = [.int, .bool, .bigInt, .float].contains(inner.tag)
                    let isLibrary = inner.tag == .instance && ["Decimal", "Fraction"].contains(machine.typeName(inner))
                    return (isBuiltin || isLibrary) && holds(machine, value)
                }
            }
        )
    }
}
