import PythonRegex
import PythonRuntime

/// `re.sub` and `re.subn`: by a text, by a template, by a function.
enum Substitution {
    /// Replaces matches of `handle` in `string`; `limit` is how many, 0 for all, negative for none.
    static func run(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ replacement: Value,
        _ string: Value,
        _ limit: Value
    ) throws(Raised) -> (text: Value, count: Int) {
        let countMax = try machine.clampedArgument(limit)
        let text = machine.unwrapped(replacement)
        guard text.isString || text.tag == .bytes else {
            guard isCallable(machine, replacement) else {
                throw machine.raise(
                    .typeError,
                    "decoding to str: need a bytes-like object, \(machine.errorTypeName(replacement)) found"
                )
            }
            return try byFunction(&machine, handle, replacement, string, countMax)
        }
        guard let subject = try handle.subject(&machine, string), countMax >= 0 else {
            return (machine.unwrapped(string), 0)
        }
        if machine.memory.bytes(text).contains(UInt8(ascii: "\\")) {
            let template = try handle.template(&machine, text)
            return try byPieces(&machine, handle, template.pieces, text, subject, countMax)
        }
        return try byPieces(&machine, handle, nil, text, subject, countMax)
    }

    private static func isCallable(_ machine: borrowing Machine, _ value: Value) -> Bool {
        switch value.tag {
        case .function, .native, .boundMethod, .classObject, .nativeType, .instance, .object, .foreign, .staticMethod:
            true
        default: false
        }
    }

    /// Writes the result straight into the arena: nothing is made while it is written.
    private static func byPieces(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ pieces: [ReplacementTemplate.Piece]?,
        _ replacement: Value,
        _ subject: PatternHandle.Subject,
        _ countMax: Int
    ) throws(Raised) -> (text: Value, count: Int) {
        let bytes = subject.text.bytes
        let literal = machine.memory.bytes(replacement)
        var writer = machine.beginText()
        var last = 0
        var count = 0
        try handle.forEachMatch(&machine, in: subject) { (machine: inout Machine) throws(Raised) in
            let captures = handle.captures
            writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[last..<captures[0]]))
            guard replacement.tag == subject.value.tag else {
                throw wrongItem(&machine, captures[0] > 0 ? 1 : 0, replacement, subject)
            }
            guard let pieces else {
                writer.append(contentsOf: literal)
                last = captures[1]
                count += 1
                return countMax == 0 || count < countMax
            }
            for piece in pieces {
                switch piece {
                case .literal(let part): part.withUnsafeBytes { writer.append(contentsOf: $0) }
                case .group(let group):
                    guard 2 * group + 1 < captures.count, captures[2 * group] >= 0 else { continue }
                    writer.append(
                        contentsOf: UnsafeRawBufferPointer(
                            rebasing: bytes[captures[2 * group]..<captures[2 * group + 1]]
                        )
                    )
                }
            }
            last = captures[1]
            count += 1
            return !writer.overflowed && (countMax == 0 || count < countMax)
        }
        guard count > 0 else { return (subject.value, 0) }
        writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[last...]))
        try machine.charge(writer.count / 256)
        return (try machine.finish(writer, tag: subject.value.tag), count)
    }

    private static func byFunction(
        _ machine: inout Machine,
        _ handle: PatternHandle,
        _ function: Value,
        _ string: Value,
        _ countMax: Int
    ) throws(Raised) -> (text: Value, count: Int) {
        guard let subject = try handle.subject(&machine, string), countMax >= 0 else {
            return (machine.unwrapped(string), 0)
        }
        let bytes = subject.text.bytes
        let pattern = try handle.value(&machine)
        var result: [UInt8] = []
        var last = 0
        var count = 0
        var items = 0
        try handle.forEachMatch(&machine, in: subject) { (machine: inout Machine) throws(Raised) in
            let start = handle.captures[0]
            let end = handle.captures[1]
            if start > last {
                result += bytes[last..<start]
                items += 1
            }
            let match = try MatchType.make(&machine, handle, pattern, subject)
            let replaced = try machine.call(function, [match])
            if !replaced.isNone {
                let text = machine.unwrapped(replaced)
                guard text.tag == subject.value.tag else { throw wrongItem(&machine, items, replaced, subject) }
                result += machine.memory.bytes(text)
                items += 1
            }
            guard result.count <= machine.limits.arenaBytesMax else {
                throw machine.exhausted("bytes", machine.limits.arenaBytesMax)
            }
            last = end
            count += 1
            return countMax == 0 || count < countMax
        }
        guard count > 0 else { return (subject.value, 0) }
        result += bytes[last...]
        try machine.charge(result.count / 256)
        return (try machine.makeText(result, isBytes: subject.value.tag == .bytes), count)
    }

    /// What CPython's join of the pieces says of one that is of the wrong kind.
    private static func wrongItem(
        _ machine: inout Machine,
        _ index: Int,
        _ item: Value,
        _ subject: PatternHandle.Subject
    ) -> Raised {
        let expected = subject.value.isString ? "str instance" : "a bytes-like object"
        return machine.raise(
            .typeError,
            "sequence item \(index): expected \(expected), \(machine.errorTypeName(item)) found"
        )
    }
}
