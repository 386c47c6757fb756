import PythonRegex
import PythonRuntime

/// `re`: Python's regular expressions on PCRE2 (docs/regex.md).
enum RegexModule {
    static let module = NativeModule(
        "re",
        "Regular expressions.",
        functions: [
            NativeFunction("compile(pattern, flags=0)", "A compiled pattern.", compile),
            NativeFunction("search(pattern, string, flags=0)", "The first match anywhere, or None.", find(.search)),
            NativeFunction("match(pattern, string, flags=0)", "The match at the start, or None.", find(.match)),
            NativeFunction("fullmatch(pattern, string, flags=0)", "The match of all of it, or None.", find(.fullMatch)),
            NativeFunction("split(pattern, string, maxsplit=0, flags=0)", "The pieces between matches.", split),
            NativeFunction("findall(pattern, string, flags=0)", "What all matches took.", findAll),
            NativeFunction("finditer(pattern, string, flags=0)", "All matches.", iterate),
            NativeFunction(
                "sub(pattern, repl, string, count=0, flags=0)",
                "The text with matches replaced.",
                substitute
            ),
            NativeFunction(
                "subn(pattern, repl, string, count=0, flags=0)",
                "The text with matches replaced, and their number.",
                substituteCounting
            ),
            NativeFunction("escape(pattern)", "The text with a backslash before all that means something.", escape),
            NativeFunction("purge()", "Forgets compiled patterns.", purge),
        ],
        types: [PatternType.type, MatchType.type, RegexFlagType.type],
        exceptions: [("error", "Exception")],
        constants: RegexFlagType.constants
    )

    private static func handle(_ machine: inout Machine, _ pattern: Value, _ flags: Value) throws(Raised)
        -> PatternHandle
    {
        try RegexState.of(&machine).handle(&machine, pattern, flags: flags)
    }

    private static func compile(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try handle(&machine, arguments[0], arguments[1]).value(&machine)
    }

    private static func find(_ mode: MatchMode) -> NativeBody {
        { (machine: inout Machine, arguments: NativeArguments) throws(Raised) in
            let handle = try handle(&machine, arguments[0], arguments[2])
            return try PatternType.find(&machine, handle, mode, arguments[1])
        }
    }

    private static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0], arguments[3])
        return try PatternType.split(&machine, handle, arguments[1], arguments[2])
    }

    private static func findAll(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try PatternType.findAll(&machine, try handle(&machine, arguments[0], arguments[2]), arguments[1])
    }

    private static func iterate(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try PatternType.iterate(&machine, try handle(&machine, arguments[0], arguments[2]), arguments[1])
    }

    private static func substitute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0], arguments[4])
        return try Substitution.run(&machine, handle, arguments[1], arguments[2], arguments[3]).text
    }

    private static func substituteCounting(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0], arguments[4])
        let result = try Substitution.run(&machine, handle, arguments[1], arguments[2], arguments[3])
        return try machine.makeTuple([result.text, .int(result.count)])
    }

    private static func escape(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = machine.unwrapped(arguments[0])
        guard text.isString || text.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "decoding to str: need a bytes-like object, \(machine.errorTypeName(arguments[0])) found"
            )
        }
        try machine.charge(Int(text.length) / 64)
        return try machine.makeText(Pattern.escape(Array(machine.memory.bytes(text))), isBytes: text.tag == .bytes)
    }

    private static func purge(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try RegexState.of(&machine).removeAll()
        return .none
    }
}
