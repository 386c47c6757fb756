import PythonRuntime

/// `urllib.parse`: URLs in parts, and quoting.
enum URLModule {
    /// `urllib`: only the place of its parts.
    static let package = NativeModule(
        "urllib",
        "URLs; only `urllib.parse` is there.",
        constants: { (machine: inout Machine) throws(Raised) in
            [("parse", try machine.importOne("urllib.parse"))]
        }
    )

    static let module = NativeModule(
        "urllib.parse",
        "URLs in parts, and quoting.",
        functions: [
            NativeFunction("urlparse(url, scheme='', allow_fragments=True)", "A URL in six parts.", parse),
            NativeFunction("urlsplit(url, scheme='', allow_fragments=True)", "A URL in five parts.", split),
            NativeFunction("urlunparse(components)", "The URL of six parts.", unparse),
            NativeFunction("urlunsplit(components)", "The URL of five parts.", unsplit),
            NativeFunction("urljoin(base, url, allow_fragments=True)", "A URL as seen from another.", join),
            NativeFunction("urldefrag(url)", "A URL without its fragment, and the fragment.", defragment),
        ] + URLQuotingFunctions.all,
        constants: { (machine: inout Machine) throws(Raised) in
            var types: [(name: String, value: Value)] = []
            for result in [URLResult.parse, URLResult.split, URLResult.defragment] {
                for isBytes in [false, true] { types.append(try result.makeClass(&machine, isBytes)) }
            }
            return types
        }
    )

    /// Arguments that are all str, or all bytes of ASCII.
    struct Texts {
        var texts: [[UInt8]]
        var isBytes: Bool
    }

    /// Reads arguments as CPython's `_coerce_args`: empty ones go with either kind.
    static func coerce(_ machine: inout Machine, _ values: [Value]) throws(Raised) -> Texts {
        let isText = values.first.map { machine.unwrapped($0).isString } ?? true
        for value in values.dropFirst() where try machine.truth(value) {
            guard machine.unwrapped(value).isString == isText else {
                throw machine.raise(.typeError, "Cannot mix str and non-str arguments")
            }
        }
        var result = Texts(texts: [], isBytes: !isText)
        for value in values {
            let inner = machine.unwrapped(value)
            if inner.isString || (inner.tag == .bytes && inner.length == 0) {
                result.texts.append(Array(machine.memory.bytes(inner)))
            } else if try !machine.truth(value) {
                result.texts.append([])
            } else {
                let decoded = try machine.callMethod(
                    value,
                    "decode",
                    [machine.intern("ascii"), machine.intern("strict")]
                )
                result.texts.append(Array(machine.memory.bytes(decoded)))
            }
            try machine.charge((result.texts.last?.count ?? 0) / 16)
        }
        return result
    }

    /// Runs what may find a URL wrong; its fault is a ValueError.
    static func checked<Result>(
        _ machine: inout Machine,
        _ body: () throws(URLFault) -> Result
    ) throws(Raised) -> Result {
        do { return try body() } catch {
            var message = error.message
            if let quoted = error.quoted {
                let shown = machine.string(try machine.repr(try machine.makeString(quoted)))
                message = message.replacing("%", with: shown)
            }
            throw machine.raise(.valueError, message)
        }
    }

    private static func parts(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> (parts: URLParts, isBytes: Bool) {
        let texts = try coerce(&machine, [arguments[0], arguments[1]])
        let allowsFragment = try machine.truth(arguments[2])
        let parts = try checked(&machine) { () throws(URLFault) in
            try URLParts(texts.texts[0], scheme: texts.texts[1], allowsFragment: allowsFragment)
        }
        return (parts, texts.isBytes)
    }

    private static func parse(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var (parts, isBytes) = try parts(&machine, arguments)
        parts.splitParams()
        return try URLResult.parse.make(
            &machine,
            [parts.scheme, parts.netloc, parts.path, parts.params, parts.query, parts.fragment],
            isBytes: isBytes
        )
    }

    private static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let (parts, isBytes) = try parts(&machine, arguments)
        return try URLResult.split.make(
            &machine,
            [parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment],
            isBytes: isBytes
        )
    }

    // MARK: Back

    /// The URL of the elements of an iterable, `count` of them.
    static func unsplit(_ machine: inout Machine, _ components: Value, count: Int) throws(Raised) -> Value {
        let list = try machine.makeList(from: components)
        let found = machine.listCount(list)
        // CPython's coercion adds an element of its own before it unpacks.
        guard found == count else {
            throw machine.raise(
                .valueError,
                found < count
                    ? "not enough values to unpack (expected \(count + 1), got \(found + 1))"
                    : "too many values to unpack (expected \(count + 1))"
            )
        }
        let texts = try coerce(&machine, machine.elements(ofSequence: list))
        var parts = URLParts()
        parts.scheme = texts.texts[0]
        parts.netloc = texts.texts[1]
        parts.path = texts.texts[2]
        if count == 6 { parts.params = texts.texts[3] }
        parts.query = texts.texts[count - 2]
        parts.fragment = texts.texts[count - 1]
        return try machine.makeText(parts.joined, isBytes: texts.isBytes)
    }

    private static func unparse(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try unsplit(&machine, arguments[0], count: 6)
    }

    private static func unsplit(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try unsplit(&machine, arguments[0], count: 5)
    }

    private static func join(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if try !machine.truth(arguments[0]) { return arguments[1] }
        if try !machine.truth(arguments[1]) { return arguments[0] }
        let texts = try coerce(&machine, [arguments[0], arguments[1]])
        let allowsFragment = try machine.truth(arguments[2])
        let url = try checked(&machine) { () throws(URLFault) in
            try URLParts.join(texts.texts[0], texts.texts[1], allowsFragment: allowsFragment)
        }
        return try machine.makeText(url, isBytes: texts.isBytes)
    }

    private static func defragment(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let texts = try coerce(&machine, [arguments[0]])
        guard texts.texts[0].contains(UInt8(ascii: "#")) else {
            return try URLResult.defragment.make(&machine, [texts.texts[0], []], isBytes: texts.isBytes)
        }
        var parts = try checked(&machine) { () throws(URLFault) in
            try URLParts(texts.texts[0], scheme: [], allowsFragment: true)
        }
        parts.splitParams()
        let fragment = parts.fragment
        parts.fragment = []
        return try URLResult.defragment.make(&machine, [parts.joined, fragment], isBytes: texts.isBytes)
    }
}
