extension StringMethods {
    static func isAlphanumeric(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isalnum) }
    }

    static func isAlphabetic(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isalpha) }
    }

    static func isDecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isdecimal) }
    }

    static func isDigit(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isdigit) }
    }

    static func isNumeric(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isnumeric) }
    }

    static func isSpace(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.satisfies(.isspace) }
    }

    static func isASCII(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .bool(arguments[0].isASCII)
    }

    static func isIdentifier(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.isIdentifier }
    }

    static func isPrintable(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.isPrintable }
    }

    static func isLower(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.isLower }
    }

    static func isUpper(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.isUpper }
    }

    static func isTitle(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try asked(&machine, arguments) { $0.isTitle }
    }

    @inline(__always)
    private static func asked(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ question: (PythonText) -> Bool
    ) throws(Raised) -> Value {
        try machine.charge(Int(arguments[0].length) >> 6)
        return .bool(question(machine.pythonText(arguments[0])))
    }
}
