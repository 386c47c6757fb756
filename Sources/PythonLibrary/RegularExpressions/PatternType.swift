import PythonRegex
import PythonRuntime

/// `re.Pattern`, and the operations that the functions of `re` share with its methods.
enum PatternType {
    static let type = NativeType(
        "Pattern",
        module: "re",
        "A compiled regular expression.",
        methods: [
            NativeFunction(
                "search(self, string, pos=..., endpos=...)",
                "The first match anywhere, or None.",
                method(.search)
            ),
            NativeFunction(
                "match(self, string, pos=..., endpos=...)",
                "The match at the start, or None.",
                method(.match)
            ),
            NativeFunction(
                "fullmatch(self, string, pos=..., endpos=...)",
                "The match of all of it, or None.",
                method(.fullMatch)
            ),
            NativeFunction("findall(self, string, pos=..., endpos=...)", "What all matches took.", findAllMethod),
            NativeFunction("finditer(self, string, pos=..., endpos=...)", "All matches.", iterateMethod),
            NativeFunction("split(self, string, maxsplit=0)", "The pieces between matches.", splitMethod),
            NativeFunction("sub(self, repl, string, count=0)", "The text with matches replaced.", substituteMethod),
            NativeFunction(
                "subn(self, repl, string, count=0)",
                "The text with matches replaced, and their number.",
                countingMethod
            ),
        ],
        properties: [
            NativeFunction("pattern(self)", "What it was compiled from.", source),
            NativeFunction("flags(self)", "The number of its flags.", flags),
            NativeFunction("groups(self)", "How many groups it has.", groupCount),
            NativeFunction("groupindex(self)", "The numbers of its named groups.", groupIndex),
        ],
        slots: .init { slots in
            slots.repr = show
            slots.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard let first = machine.foreignObject(left, as: PatternHandle.self)?.pattern,
                    let second = machine.foreignObject(right, as: PatternHandle.self)?.pattern
                else { return .notImplemented }
                return .bool(first.source == second.source && first.kind == second.kind && first.flags == second.flags)
            }
        }
    )

    /// The pattern behind `self`.
    static func handle(_ machine: inout Machine, _ value: Value) throws(Raised) -> PatternHandle {
        guard let handle = machine.foreignObject(value, as: PatternHandle.self) else {
            throw machine.raise(.typeError, "descriptor requires a 're.Pattern' object")
        }
        return handle
    }

    // MARK: Operations

    /// `search`, `match`, `fullmatch`: a match, or None.
    static func find(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ mode: MatchMode,
        _ string: Value,
        from position: Value = .unbound,
        to end: Value = .unbound
    ) throws(Raised) -> Value {
        guard let subject = try handle.subject(&machine, string, from: position, to: end),
            try handle.find(&machine, mode, in: subject)
        else { return .none }
        return try MatchType.make(&machine, handle, try handle.value(&machine), subject)
    }

    /// `findall`: of each match the whole, its only group, or a tuple of its groups.
    static func findAll(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ string: Value,
        from position: Value = .unbound,
        to end: Value = .unbound
    ) throws(Raised) -> Value {
        let list = try machine.makeList()
        guard let subject = try handle.subject(&machine, string, from: position, to: end) else { return list }
        let empty = machine.slice(subject.value, 0, 0)
        let groups = handle.pattern.groupCount
        try handle.forEachMatch(&machine, in: subject) { (machine: inout Machine) throws(Raised) in
            if groups < 2 {
                try machine.append(handle.group(machine, groups, of: subject.value, missing: empty), to: list)
            } else {
                let values = (1...groups).map { handle.group(machine, $0, of: subject.value, missing: empty) }
                try machine.append(try machine.makeTuple(values), to: list)
            }
            return true
        }
        return list
    }

    /// `finditer`. All matches are made at once: an iterator that outlives its event must not hold on to its bytes.
    static func iterate(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ string: Value,
        from position: Value = .unbound,
        to end: Value = .unbound
    ) throws(Raised) -> Value {
        let list = try machine.makeList()
        guard let subject = try handle.subject(&machine, string, from: position, to: end) else {
            return try machine.iterator(list)
        }
        let pattern = try handle.value(&machine)
        try handle.forEachMatch(&machine, in: subject) { (machine: inout Machine) throws(Raised) in
            try machine.append(try MatchType.make(&machine, handle, pattern, subject), to: list)
            return true
        }
        return try machine.iterator(list)
    }

    /// `split`: what is between matches, and after each what its groups took.
    static func split(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ string: Value,
        _ maximum: Value
    ) throws(Raised) -> Value {
        let countMax = try machine.clampedArgument(maximum)
        let list = try machine.makeList()
        guard let subject = try handle.subject(&machine, string) else { return list }
        var last = 0
        var count = 0
        if countMax >= 0 {
            try handle.forEachMatch(&machine, in: subject) { (machine: inout Machine) throws(Raised) in
                try machine.append(machine.slice(subject.value, last, handle.captures[0]), to: list)
                for group in 1..<(handle.pattern.groupCount + 1) {
                    try machine.append(handle.group(machine, group, of: subject.value, missing: .none), to: list)
                }
                last = handle.captures[1]
                count += 1
                return countMax == 0 || count < countMax
            }
        }
        try machine.append(machine.slice(subject.value, last, subject.text.count), to: list)
        return list
    }

    // MARK: Methods

    private static func method(_ mode: MatchMode) -> NativeBody {
        { (machine: inout Machine, arguments: NativeArguments) throws(Raised) in
            let handle = try handle(&machine, arguments[0])
            return try find(&machine, handle, mode, arguments[1], from: arguments[2], to: arguments[3])
        }
    }

    private static func findAllMethod(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0])
        return try findAll(&machine, handle, arguments[1], from: arguments[2], to: arguments[3])
    }

    private static func iterateMethod(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0])
        return try iterate(&machine, handle, arguments[1], from: arguments[2], to: arguments[3])
    }

    private static func splitMethod(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try split(&machine, try handle(&machine, arguments[0]), arguments[1], arguments[2])
    }

    private static func substituteMethod(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        let handle = try handle(&machine, arguments[0])
        return try Substitution.run(&machine, handle, arguments[1], arguments[2], arguments[3]).text
    }

    private static func countingMethod(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0])
        let result = try Substitution.run(&machine, handle, arguments[1], arguments[2], arguments[3])
        return try machine.makeTuple([result.text, .int(result.count)])
    }

    // MARK: Properties

    private static func source(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let pattern = try handle(&machine, arguments[0]).pattern
        return try machine.makeText(pattern.source, isBytes: pattern.kind == .bytes)
    }

    private static func flags(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try handle(&machine, arguments[0]).pattern.flags.rawValue)
    }

    private static func groupCount(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try handle(&machine, arguments[0]).pattern.groupCount)
    }

    private static func groupIndex(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let result = try machine.makeDictionary()
        for (name, index) in try handle(&machine, arguments[0]).pattern.groupNames {
            try machine.set(try machine.makeString(name), to: .int(index), in: result)
        }
        return result
    }

    /// Letters of the pattern's repr that are shown.
    private static let shownMax = 200
    /// Flags in the order in which CPython's `_sre` names them here.
    private static let shownFlags: [(String, RegexFlags)] = [
        ("re.TEMPLATE", .template), ("re.IGNORECASE", .ignoreCase), ("re.LOCALE", .locale),
        ("re.MULTILINE", .multiline), ("re.DOTALL", .dotAll), ("re.UNICODE", .unicode), ("re.VERBOSE", .verbose),
        ("re.DEBUG", .debug), ("re.ASCII", .ascii),
    ]

    private static func show(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let pattern = try handle(&machine, value).pattern
        var flags = pattern.flags
        if pattern.kind == .text, flags.isDisjoint(with: [.locale, .ascii]) { flags.remove(.unicode) }
        var parts = shownFlags.filter { flags.contains($0.1) }.map(\.0)
        let rest = shownFlags.reduce(flags) { $0.subtracting($1.1) }
        if rest.rawValue != 0 { parts.append("0x" + String(rest.rawValue, radix: 16)) }
        let source = try machine.makeText(pattern.source, isBytes: pattern.kind == .bytes)
        let text = machine.string(try machine.repr(source))
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(shownMax)))
        return try machine.makeString("re.compile(\(shown)\(parts.isEmpty ? "" : ", " + parts.joined(separator: "|")))")
    }
}
