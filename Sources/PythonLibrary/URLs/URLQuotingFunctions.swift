import PythonRuntime

/// The functions of `urllib.parse` that quote, unquote, and read or write queries.
enum URLQuotingFunctions {
    static let all = [
        NativeFunction("quote(string, safe='/', encoding=None, errors=None)", "Text with `%XX`.", quote),
        NativeFunction(
            "quote_plus(string, safe='', encoding=None, errors=None)",
            "The same, `+` for spaces.",
            quotePlus
        ),
        NativeFunction("quote_from_bytes(bs, safe='/')", "Bytes with `%XX`.", quoteBytes),
        NativeFunction("unquote(string, encoding='utf-8', errors='replace')", "Text without `%XX`.", unquote),
        NativeFunction(
            "unquote_plus(string, encoding='utf-8', errors='replace')",
            "The same, spaces for `+`.",
            unquotePlus
        ),
        NativeFunction("unquote_to_bytes(string)", "The bytes of text with `%XX`.", unquoteToBytes),
        NativeFunction(
            "urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=None)",
            "A query.",
            encode
        ),
        NativeFunction(
            "parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', "
                + "max_num_fields=None, separator='&')",
            "A query as a dict of lists.",
            parseDictionary
        ),
        NativeFunction(
            "parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', "
                + "max_num_fields=None, separator='&')",
            "A query as a list of pairs.",
            parseList
        ),
    ]

    // MARK: Quoting

    /// How to quote: `quote` or `quote_plus`.
    private struct Quoting {
        var safe: Value
        var encoding: Value
        var errors: Value
        var plusForSpace: Bool
    }

    private static func quoted(_ machine: inout Machine, _ value: Value, _ quoting: Quoting) throws(Raised) -> Value {
        var bytes = machine.unwrapped(value)
        if bytes.isString {
            if bytes.length == 0 { return bytes }
            if !bytes.isASCII || !quoting.encoding.isNone {
                let encoding = quoting.encoding.isNone ? machine.intern("utf-8") : quoting.encoding
                let errors = quoting.errors.isNone ? machine.intern("strict") : quoting.errors
                bytes = try machine.callMethod(bytes, "encode", [encoding, errors])
            }
        } else if !quoting.encoding.isNone || !quoting.errors.isNone {
            throw machine.raise(
                .typeError,
                "quote() doesn't support '\(quoting.encoding.isNone ? "errors" : "encoding")' for bytes"
            )
        }
        guard bytes.isString || bytes.tag == .bytes else {
            throw machine.raise(.typeError, "quote_from_bytes() expected bytes")
        }
        let safe = machine.unwrapped(quoting.safe)
        guard safe.isString || safe.tag == .bytes else {
            throw machine.raise(.typeError, "'\(machine.errorTypeName(quoting.safe))' object is not iterable")
        }
        try machine.charge(Int(bytes.length) / 16)
        return try machine.makeString(
            URLQuoting.quote(
                machine.memory.bytes(bytes),
                safe: Array(machine.memory.bytes(safe)),
                plusForSpace: quoting.plusForSpace
            )
        )
    }

    private static func quote(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try quoted(
            &machine,
            arguments[0],
            Quoting(safe: arguments[1], encoding: arguments[2], errors: arguments[3], plusForSpace: false)
        )
    }

    private static func quotePlus(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try quoted(
            &machine,
            arguments[0],
            Quoting(safe: arguments[1], encoding: arguments[2], errors: arguments[3], plusForSpace: true)
        )
    }

    private static func quoteBytes(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard machine.unwrapped(arguments[0]).tag == .bytes else {
            throw machine.raise(.typeError, "quote_from_bytes() expected bytes")
        }
        return try quoted(
            &machine,
            arguments[0],
            Quoting(safe: arguments[1], encoding: .none, errors: .none, plusForSpace: false)
        )
    }

    // MARK: Unquoting

    private static func unquoted(
        _ machine: inout Machine,
        _ value: Value,
        _ decoding: URLQuoting.Decoding,
        plusForSpace: Bool = false
    ) throws(Raised) -> Value {
        let text = machine.unwrapped(value)
        if text.tag == .bytes, !plusForSpace {
            let bytes = URLQuoting.unquote(machine.memory.bytes(text))
            return try URLQuoting.decode(&machine, try machine.makeBytes(bytes), decoding)
        }
        guard text.isString else {
            if plusForSpace { _ = try machine.attribute(value, machine.name("replace")) }
            throw machine.raise(
                .typeError,
                plusForSpace
                    ? "a bytes-like object is required, not 'str'"
                    : "argument of type '\(machine.errorTypeName(value))' is not iterable"
            )
        }
        var bytes = Array(machine.memory.bytes(text))
        if plusForSpace { bytes = spaces(bytes) } else if !bytes.contains(UInt8(ascii: "%")) { return text }
        return try URLQuoting.unquote(&machine, bytes, decoding)
    }

    private static func spaces(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
    }

    private static func unquote(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try unquoted(
            &machine,
            arguments[0],
            URLQuoting.Decoding(encoding: arguments[1], errors: arguments[2])
        )
    }

    private static func unquotePlus(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try unquoted(
            &machine,
            arguments[0],
            URLQuoting.Decoding(encoding: arguments[1], errors: arguments[2]),
            plusForSpace: true
        )
    }

    private static func unquoteToBytes(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = machine.unwrapped(arguments[0])
        guard text.isString || text.tag == .bytes else {
            throw machine.raise(.attributeError, "'\(machine.errorTypeName(text))' object has no attribute 'split'")
        }
        return try machine.makeBytes(URLQuoting.unquote(machine.memory.bytes(text)))
    }

    // MARK: Queries

    private static func encode(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let quoting = Quoting(safe: arguments[2], encoding: arguments[3], errors: arguments[4], plusForSpace: true)
        let function = arguments[5]
        let isSequence = try machine.truth(arguments[1])
        var parts: [Value] = []
        func part(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
            let isBytes = machine.unwrapped(value).tag == .bytes
            let text = isBytes ? value : try machine.str(value)
            var quoting = quoting
            if isBytes { (quoting.encoding, quoting.errors) = (.none, .none) }
            guard !function.isNone else {
                return Array(machine.memory.bytes(try quoted(&machine, text, quoting)))
            }
            let result = try machine.call(
                function,
                isBytes ? [text, quoting.safe] : [text, quoting.safe, quoting.encoding, quoting.errors]
            )
            return Array(machine.memory.bytes(try machine.stringArgument(result, "can only concatenate str, not %")))
        }
        func add(_ machine: inout Machine, _ key: [UInt8], _ value: Value) throws(Raised) {
            let pair = key + [UInt8(ascii: "=")] + (try part(&machine, value))
            parts.append(try machine.makeString(pair))
        }
        try machine.forEach(try items(&machine, arguments[0])) { (machine: inout Machine, pair) throws(Raised) in
            let (name, value) = try unpack(&machine, pair)
            let key = try part(&machine, name)
            let inner = machine.unwrapped(value)
            if !isSequence || inner.isString || inner.tag == .bytes || !hasLength(&machine, value) {
                try add(&machine, key, value)
            } else {
                try machine.forEach(value) { (machine: inout Machine, element) throws(Raised) in
                    try add(&machine, key, element)
                    return true
                }
            }
            return true
        }
        return try machine.makeString(
            Array(parts.map { Array(machine.memory.bytes($0)) }.joined(separator: [UInt8(ascii: "&")]))
        )
    }

    private static func hasLength(_ machine: inout Machine, _ value: Value) -> Bool {
        do throws(Raised) {
            _ = try machine.length(value)
            return true
        } catch {
            if machine.isPending(.typeError) { _ = machine.takeException() }
            return false
        }
    }

    /// The pairs of a mapping, or a sequence of them. Raises TypeError.
    private static func items(_ machine: inout Machine, _ query: Value) throws(Raised) -> Value {
        let method = try machine.attributeIfAny(query, machine.name("items"))
        if !method.isUnbound { return try machine.call(method, []) }
        do throws(Raised) {
            if try machine.length(query) == 0 { return query }
            if machine.unwrapped(try machine.item(query, .int(0))).tag == .tuple { return query }
        } catch {
            guard machine.isPending(.typeError) else { throw error }
        }
        throw machine.raise(.typeError, "not a valid non-string sequence or mapping object")
    }

    private static func unpack(_ machine: inout Machine, _ pair: Value) throws(Raised) -> (Value, Value) {
        let list = try machine.makeList(from: pair)
        let count = machine.listCount(list)
        guard count == 2 else {
            throw machine.raise(
                .valueError,
                count < 2
                    ? "not enough values to unpack (expected 2, got \(count))"
                    : "too many values to unpack (expected 2)"
            )
        }
        return (machine.listElement(list, 0), machine.listElement(list, 1))
    }

    /// The pairs of a query: names and values one after the other.
    private static func pairs(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> [Value] {
        let query = try URLModule.coerce(&machine, [arguments[0]])
        let separator = try URLModule.coerce(&machine, [arguments[6]]).texts[0]
        guard !separator.isEmpty else {
            throw machine.raise(.valueError, "Separator must be of type string or bytes.")
        }
        let keepsBlank = try machine.truth(arguments[1])
        let isStrict = try machine.truth(arguments[2])
        let fields =
            query.texts[0].isEmpty
            ? [] : query.texts[0].split(separator: separator, maxSplits: .max, omittingEmptySubsequences: false)
        if !arguments[5].isNone, try machine.clampedArgument(arguments[5]) < fields.count {
            throw machine.raise(.valueError, "Max number of fields exceeded")
        }
        let decoding = URLQuoting.Decoding(encoding: arguments[3], errors: arguments[4])
        var result: [Value] = []
        for field in fields {
            try machine.charge(1)
            if field.isEmpty, !isStrict { continue }
            let mark = field.firstIndex(of: UInt8(ascii: "="))
            if mark == nil {
                if isStrict {
                    let shown = machine.string(try machine.repr(try machine.makeString(Array(field))))
                    throw machine.raise(.valueError, "bad query field: \(shown)")
                }
                guard keepsBlank else { continue }
            }
            let name = field[..<(mark ?? field.endIndex)]
            let value = mark.map { field[($0 + 1)...] } ?? []
            guard !value.isEmpty || keepsBlank else { continue }
            for text in [name, value] {
                let unquoted = try URLQuoting.unquote(&machine, spaces(text), decoding)
                result.append(
                    query.isBytes ? try machine.makeBytes(Array(machine.memory.bytes(unquoted))) : unquoted
                )
            }
        }
        return result
    }

    private static func parseList(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let pairs = try pairs(&machine, arguments)
        let result = try machine.makeList(capacity: pairs.count / 2)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            try machine.append(try machine.makeTuple([pairs[index], pairs[index + 1]]), to: result)
        }
        return result
    }

    private static func parseDictionary(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        let pairs = try pairs(&machine, arguments)
        let result = try machine.makeDictionary()
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            let list = try machine.lookup(pairs[index], in: result)
            if list.tag == .list {
                try machine.append(pairs[index + 1], to: list)
            } else {
                try machine.set(pairs[index], to: try machine.makeList([pairs[index + 1]]), in: result)
            }
        }
        return result
    }
}
