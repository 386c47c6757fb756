import PythonRegex
import PythonRuntime

/// `re.Match`: pattern, subject, the part looked at, then start and end of each group in bytes.
enum MatchType {
    private enum Field {
        static let pattern = 0
        static let subject = 1
        static let start = 2
        static let end = 3
        static let captures = 4
    }

    static let type = NativeType(
        "Match",
        module: "re",
        "Where a pattern matched.",
        methods: [
            NativeFunction("group(self, *groups)", "What groups took: one, or a tuple of several.", group),
            NativeFunction("groups(self, default=None)", "What all groups took, as a tuple.", groups),
            NativeFunction("groupdict(self, default=None)", "What the named groups took, by name.", groupDictionary),
            NativeFunction("start(self, group=0, /)", "Where a group begins; -1 if it took no part.", start),
            NativeFunction("end(self, group=0, /)", "Where a group ends; -1 if it took no part.", end),
            NativeFunction("span(self, group=0, /)", "Start and end of a group.", span),
            NativeFunction("expand(self, template)", "A template with the groups put in.", expand),
        ],
        properties: [
            NativeFunction("pos(self)", "Where the search began.", position),
            NativeFunction("endpos(self)", "Where the search ended.", endPosition),
            NativeFunction("lastindex(self)", "The number of the group that closed last, or None.", lastIndex),
            NativeFunction("lastgroup(self)", "The name of the group that closed last, or None.", lastGroup),
            NativeFunction("re(self)", "The pattern.", pattern),
            NativeFunction("string(self)", "The subject.", subject),
            NativeFunction("regs(self)", "The spans of all groups.", allSpans),
        ],
        slots: .init { slots in
            slots.repr = show
            slots.item = { (machine: inout Machine, match, key) throws(Raised) in
                taken(machine, match, try groupIndex(&machine, match, key), missing: .none)
            }
            slots.hash = { (machine: inout Machine, match) throws(Raised) in try machine.hash(.int(match.offset)) }
        }
    )

    /// The match that `handle` found last.
    static func make(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ pattern: Value,
        _ subject: PatternHandle.Subject
    ) throws(Raised) -> Value {
        let captures = handle.captures
        let match = try machine.makeObject(handle.state.matchType, count: Field.captures + captures.count)
        machine.setObjectField(match, Field.pattern, pattern)
        machine.setObjectField(match, Field.subject, subject.value)
        machine.setObjectField(match, Field.start, .int(subject.start))
        machine.setObjectField(match, Field.end, .int(subject.end))
        for (index, offset) in captures.enumerated() {
            machine.setObjectField(match, Field.captures + index, .int(offset))
        }
        return match
    }

    // MARK: Reading

    private static func handle(_ machine: inout Machine, _ match: Value) throws(Raised) -> PatternHandle {
        guard let handle = machine.foreignObject(machine.objectField(match, Field.pattern), as: PatternHandle.self)
        else { throw machine.raise(.systemError, "match without a pattern") }
        return handle
    }

    /// The bytes of a group; nil if it took no part.
    private static func range(_ machine: borrowing Machine, _ match: Value, _ group: Int) -> Range<Int>? {
        let start = machine.objectField(match, Field.captures + 2 * group)
        let end = machine.objectField(match, Field.captures + 2 * group + 1)
        guard start.tag == .int, end.tag == .int, start.intValue >= 0, start.intValue <= end.intValue else {
            return nil
        }
        return Int(start.intValue)..<Int(end.intValue)
    }

    private static func taken(_ machine: borrowing Machine, _ match: Value, _ group: Int, missing: Value) -> Value {
        guard let range = range(machine, match, group) else { return missing }
        return machine.slice(machine.objectField(match, Field.subject), range.lowerBound, range.upperBound)
    }

    /// The number of a group given by number or name. Raises IndexError "no such group".
    private static func groupIndex(_ machine: inout Machine, _ match: Value, _ key: Value) throws(Raised) -> Int {
        let pattern = try handle(&machine, match).pattern
        let key = machine.unwrapped(key)
        if key.isIntegral, key.intValue >= 0, key.intValue <= Int64(pattern.groupCount) { return Int(key.intValue) }
        if key.isString, !pattern.groupNames.isEmpty {
            let name = machine.string(key)
            if let found = pattern.groupNames.first(where: { $0.name == name }) { return found.index }
        }
        throw machine.raise(.indexError, "no such group")
    }

    /// A byte offset in the subject as Python's index.
    private static func index(_ machine: borrowing Machine, _ match: Value, _ offset: Int) -> Value {
        let text = machine.text(of: machine.objectField(match, Field.subject))
        return .int(text.index(ofOffset: min(max(0, offset), text.count)))
    }

    private static func spanOf(_ machine: inout Machine, _ match: Value, _ group: Int) throws(Raised) -> Value {
        guard let range = range(machine, match, group) else { return try machine.makeTuple([.int(-1), .int(-1)]) }
        return try machine.makeTuple([index(machine, match, range.lowerBound), index(machine, match, range.upperBound)])
    }

    /// The number of the group that closed last.
    private static func lastClosed(_ machine: inout Machine, _ match: Value) throws(Raised) -> Int? {
        let handle = try handle(&machine, match)
        for slot in handle.captures.indices {
            handle.captures[slot] = Int(machine.objectField(match, Field.captures + slot).intValue)
        }
        return handle.pattern.lastGroup(of: handle.captures)
    }

    // MARK: Methods

    private static func group(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let match = arguments[0]
        let keys = arguments[1]
        switch machine.tupleCount(keys) {
        case 0: return taken(machine, match, 0, missing: .none)
        case 1:
            let index = try groupIndex(&machine, match, machine.tupleElement(keys, 0))
            return taken(machine, match, index, missing: .none)
        default:
            var values: [Value] = []
            for key in machine.elements(ofSequence: keys) {
                values.append(taken(machine, match, try groupIndex(&machine, match, key), missing: .none))
            }
            return try machine.makeTuple(values)
        }
    }

    private static func groups(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let count = try handle(&machine, arguments[0]).pattern.groupCount
        let values = (0..<count).map { taken(machine, arguments[0], $0 + 1, missing: arguments[1]) }
        return try machine.makeTuple(values)
    }

    private static func groupDictionary(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        let result = try machine.makeDictionary()
        for (name, index) in try handle(&machine, arguments[0]).pattern.groupNames {
            let key = try machine.makeString(name)
            try machine.set(key, to: taken(machine, arguments[0], index, missing: arguments[1]), in: result)
        }
        return result
    }

    private static func start(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let group = try groupIndex(&machine, arguments[0], arguments[1])
        guard let range = range(machine, arguments[0], group) else { return .int(-1) }
        return index(machine, arguments[0], range.lowerBound)
    }

    private static func end(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let group = try groupIndex(&machine, arguments[0], arguments[1])
        guard let range = range(machine, arguments[0], group) else { return .int(-1) }
        return index(machine, arguments[0], range.upperBound)
    }

    private static func span(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try spanOf(&machine, arguments[0], try groupIndex(&machine, arguments[0], arguments[1]))
    }

    private static func allSpans(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var spans: [Value] = []
        for group in 0...(try handle(&machine, arguments[0]).pattern.groupCount) {
            spans.append(try spanOf(&machine, arguments[0], group))
        }
        return try machine.makeTuple(spans)
    }

    private static func expand(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let handle = try handle(&machine, arguments[0])
        let template = machine.unwrapped(arguments[1])
        guard template.isString || template.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "decoding to str: need a bytes-like object, \(machine.errorTypeName(template)) found"
            )
        }
        let parsed = try handle.template(&machine, template)
        let subject = machine.objectField(arguments[0], Field.subject)
        var writer = machine.beginText()
        for piece in parsed.pieces {
            switch piece {
            case .literal(let bytes): bytes.withUnsafeBytes { writer.append(contentsOf: $0) }
            case .group(let group):
                if let range = range(machine, arguments[0], group) {
                    writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: machine.memory.bytes(subject)[range]))
                }
            }
        }
        return try machine.finish(writer, tag: subject.tag)
    }

    // MARK: Properties

    private static func position(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        index(machine, arguments[0], Int(machine.objectField(arguments[0], Field.start).intValue))
    }

    private static func endPosition(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        index(machine, arguments[0], Int(machine.objectField(arguments[0], Field.end).intValue))
    }

    private static func lastIndex(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try lastClosed(&machine, arguments[0]).map { .int($0) } ?? .none
    }

    private static func lastGroup(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let names = try handle(&machine, arguments[0]).pattern.groupNames
        guard let last = try lastClosed(&machine, arguments[0]), let named = names.first(where: { $0.index == last })
        else { return .none }
        return try machine.makeString(named.name)
    }

    private static func pattern(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.objectField(arguments[0], Field.pattern)
    }

    private static func subject(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.objectField(arguments[0], Field.subject)
    }

    /// Letters of what was matched that `repr` shows.
    private static let shownMax = 50

    private static func show(_ machine: inout Machine, _ match: Value) throws(Raised) -> Value {
        let spans = machine.string(try machine.repr(try spanOf(&machine, match, 0)))
        let shown = machine.string(try machine.repr(taken(machine, match, 0, missing: .none)))
        return try machine.makeString(
            "<re.Match object; span=\(spans), match=\(String(String.UnicodeScalarView(shown.unicodeScalars.prefix(shownMax))))>"
        )
    }
}
