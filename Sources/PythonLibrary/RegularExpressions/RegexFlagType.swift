import PythonRegex
import PythonRuntime

/// `re.RegexFlag`: the flags as values that behave as ints and show their names.
enum RegexFlagType {
    static let type = NativeType(
        "RegexFlag",
        module: "re",
        "Flags of regular expressions: an int that shows its names.",
        methods: [
            NativeFunction("__index__(self)", "The number.", toInteger),
            NativeFunction("__int__(self)", "The number.", toInteger),
        ],
        properties: [
            NativeFunction("value(self)", "The number.", toInteger),
            NativeFunction("name(self)", "The names of its flags, joined by `|`; None for none.", name),
        ],
        slots: .init { slots in
            slots.construct = NativeFunction("RegexFlag(cls, value, /)", "The flags of a number.", make)
            slots.repr = { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString(text(of: rawNumber(machine, value)))
            }
            slots.hash = { (machine: inout Machine, value) throws(Raised) in
                try machine.hash(.int(rawNumber(machine, value)))
            }
            slots.truth = { (machine: inout Machine, value) throws(Raised) in rawNumber(machine, value) != 0 }
            slots.equals = { (machine: inout Machine, left, right) throws(Raised) in
                try machine.equal(plain(machine, left), plain(machine, right))
            }
            slots.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                try machine.compare(comparison, plain(machine, left), plain(machine, right))
            }
            slots.binary = combine
            slots.unary = { (machine: inout Machine, operation, value) throws(Raised) in
                let number = rawNumber(machine, value)
                guard operation == .invert else { return try machine.unary(operation, .int(number)) }
                return try makeFlag(&machine, known & ~number)
            }
            slots.contains = { (machine: inout Machine, value, other) throws(Raised) in
                let wanted = try RegexFlagType.number(&machine, other)
                return rawNumber(machine, value) & wanted == wanted
            }
        }
    )

    /// The flags in the order in which `repr` names them.
    private static let names: [(name: String, flag: RegexFlags)] = [
        ("ASCII", .ascii), ("IGNORECASE", .ignoreCase), ("LOCALE", .locale), ("UNICODE", .unicode),
        ("MULTILINE", .multiline), ("DOTALL", .dotAll), ("VERBOSE", .verbose), ("TEMPLATE", .template),
        ("DEBUG", .debug),
    ]
    /// Names and letters as the module has them.
    private static let letters: [(name: String, flag: RegexFlags)] = [
        ("A", .ascii), ("I", .ignoreCase), ("L", .locale), ("U", .unicode), ("M", .multiline), ("S", .dotAll),
        ("X", .verbose), ("T", .template),
    ]
    private static let known = names.reduce(0) { $0 | $1.flag.rawValue }

    /// The module's constants.
    static func constants(_ machine: inout Machine) throws(Raised) -> [(name: String, value: Value)] {
        var constants: [(name: String, value: Value)] = [("NOFLAG", try makeFlag(&machine, 0))]
        for (name, flag) in names + letters { constants.append((name, try makeFlag(&machine, flag.rawValue))) }
        return constants
    }

    /// A flag of the module as a value.
    static func makeFlag(_ machine: inout Machine, _ number: Int) throws(Raised) -> Value {
        try machine.makeObject(machine.libraryType("re.RegexFlag"), [.int(number)])
    }

    /// The number of a `flags` argument: an int or a flag. Raises TypeError.
    static func number(_ machine: inout Machine, _ value: Value) throws(Raised) -> Int {
        let inner = plain(machine, machine.unwrapped(value))
        guard inner.isIntegral else {
            throw machine.raise(
                .typeError,
                "unsupported operand type(s) for &: '\(machine.errorTypeName(value))' and 'RegexFlag'"
            )
        }
        return Int(inner.intValue)
    }

    private static func isFlag(_ machine: borrowing Machine, _ value: Value) -> Bool {
        value.tag == .object && machine.typeNumber(value) == machine.libraryType("re.RegexFlag")
    }

    private static func rawNumber(_ machine: borrowing Machine, _ value: Value) -> Int {
        Int(machine.objectField(value, 0).intValue)
    }

    /// The int of a flag; anything else as it is.
    private static func plain(_ machine: borrowing Machine, _ value: Value) -> Value {
        isFlag(machine, value) ? machine.objectField(value, 0) : value
    }

    private static func combine(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        let first = plain(machine, left)
        let second = plain(machine, right)
        guard [.bitAnd, .bitOr, .bitXor].contains(operation) else {
            return try machine.binary(operation, first, second)
        }
        guard first.isIntegral, second.isIntegral else { return .notImplemented }
        return try makeFlag(
            &machine,
            Int(try machine.binary(operation, .int(first.intValue), .int(second.intValue)).intValue)
        )
    }

    /// `re.IGNORECASE|re.MULTILINE`; bits that have no name in hexadecimal.
    static func text(of number: Int) -> String {
        if number == 0 { return "re.NOFLAG" }
        var parts = names.filter { number & $0.flag.rawValue != 0 }.map { "re." + $0.name }
        let rest = number & ~known
        if parts.isEmpty { return "re.RegexFlag(\(number))" }
        if rest != 0 { parts.append("0x" + String(rest, radix: 16)) }
        return parts.joined(separator: "|")
    }

    private static func toInteger(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.objectField(arguments[0], 0)
    }

    private static func name(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let number = rawNumber(machine, arguments[0])
        guard number & known != 0 else { return .none }
        return try machine.makeString(text(of: number).replacing("re.", with: ""))
    }

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try makeFlag(&machine, try machine.clampedArgument(arguments[1]))
    }
}
