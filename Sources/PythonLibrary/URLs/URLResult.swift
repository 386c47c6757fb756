import PythonRuntime

/// What `urlparse`, `urlsplit` and `urldefrag` give: a named tuple, of str or of bytes.
struct URLResult: Sendable {
    let name: String
    let fields: [String]
    /// Whether it knows user, host and port.
    let hasNetloc: Bool

    static let parse = URLResult(
        name: "ParseResult",
        fields: ["scheme", "netloc", "path", "params", "query", "fragment"],
        hasNetloc: true
    )
    static let split = URLResult(
        name: "SplitResult",
        fields: ["scheme", "netloc", "path", "query", "fragment"],
        hasNetloc: true
    )
    static let defragment = URLResult(name: "DefragResult", fields: ["url", "fragment"], hasNetloc: false)

    private func name(_ isBytes: Bool) -> String { isBytes ? name + "Bytes" : name }

    private func path(_ isBytes: Bool) -> String { "urllib.parse." + name(isBytes) }

    /// Its class, under its name.
    func makeClass(_ machine: inout Machine, _ isBytes: Bool) throws(Raised) -> (name: String, value: Value) {
        let count = fields.count
        let join = NativeFunction("geturl(self)", "The URL of the parts.") { (machine, arguments) throws(Raised) in
            let parts = machine.unwrapped(arguments[0])
            if count > 2 { return try URLModule.unsplit(&machine, parts, count: count) }
            let url = try NamedTuple.element(&machine, parts, 0)
            let fragment = try NamedTuple.element(&machine, parts, 1)
            guard try machine.truth(fragment) else { return url }
            let mark = try machine.makeText([UInt8(ascii: "#")], isBytes: url.tag == .bytes)
            return try machine.binary(.add, try machine.binary(.add, url, mark), fragment)
        }
        let type = try NamedTuple.makeLibraryClass(
            &machine,
            path(isBytes),
            fields: fields,
            methods: [join],
            properties: hasNetloc ? URLResult.netlocProperties : []
        )
        return (name(isBytes), type)
    }

    /// A result with these parts.
    func make(_ machine: inout Machine, _ parts: [[UInt8]], isBytes: Bool) throws(Raised) -> Value {
        var values: [Value] = []
        for part in parts { values.append(try machine.makeText(part, isBytes: isBytes)) }
        return try NamedTuple.make(&machine, path(isBytes), values)
    }

    // MARK: User, host, port

    private static let netlocProperties = [
        NativeFunction("username(self)", "The user, or None.", username),
        NativeFunction("password(self)", "The password, or None.", password),
        NativeFunction("hostname(self)", "The host in small letters, or None.", hostname),
        NativeFunction("port(self)", "The port, or None; ValueError if it is none.", port),
    ]

    /// The network location before and behind its last `@`; nil before it if it has none.
    private static func netloc(
        _ machine: inout Machine,
        _ result: Value
    ) throws(Raised) -> (user: ArraySlice<UInt8>?, host: ArraySlice<UInt8>, isBytes: Bool) {
        let value = try NamedTuple.element(&machine, machine.unwrapped(result), 1)
        guard value.isString || value.tag == .bytes else { return (nil, [], false) }
        let bytes = Array(machine.memory.bytes(value))[...]
        guard let mark = bytes.lastIndex(of: UInt8(ascii: "@")) else { return (nil, bytes, value.tag == .bytes) }
        return (bytes[..<mark], bytes[(mark + 1)...], value.tag == .bytes)
    }

    private static func username(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let netloc = try netloc(&machine, arguments[0])
        guard let user = netloc.user else { return .none }
        return try machine.makeText(Array(user.prefix { $0 != UInt8(ascii: ":") }), isBytes: netloc.isBytes)
    }

    private static func password(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let netloc = try netloc(&machine, arguments[0])
        guard let user = netloc.user, let mark = user.firstIndex(of: UInt8(ascii: ":")) else { return .none }
        return try machine.makeText(Array(user[(mark + 1)...]), isBytes: netloc.isBytes)
    }

    /// Host and port as they stand; brackets are taken off the host.
    private static func hostAndPort(_ host: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: ArraySlice<UInt8>) {
        let colon = UInt8(ascii: ":")
        func after(_ mark: UInt8, _ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            text.firstIndex(of: mark).map { text[($0 + 1)...] } ?? []
        }
        guard let open = host.firstIndex(of: UInt8(ascii: "[")) else {
            return (host.prefix { $0 != colon }, after(colon, host))
        }
        let inner = host[(open + 1)...]
        return (inner.prefix { $0 != UInt8(ascii: "]") }, after(colon, after(UInt8(ascii: "]"), inner)))
    }

    private static func hostname(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let netloc = try netloc(&machine, arguments[0])
        let host = hostAndPort(netloc.host).host
        guard !host.isEmpty else { return .none }
        let name = host.prefix { $0 != UInt8(ascii: "%") }
        var lowered: [UInt8] = []
        Array(name).withUnsafeBytes { PythonText($0).appendLower(into: &lowered) }
        return try machine.makeText(lowered + host[name.endIndex...], isBytes: netloc.isBytes)
    }

    private static func port(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let netloc = try netloc(&machine, arguments[0])
        let port = hostAndPort(netloc.host).port
        guard !port.isEmpty else { return .none }
        guard port.allSatisfy({ $0 &- 0x30 < 10 }) else {
            let shown = machine.string(try machine.repr(try machine.makeText(Array(port), isBytes: netloc.isBytes)))
            throw machine.raise(.valueError, "Port could not be cast to integer value as \(shown)")
        }
        let significant = port.drop { $0 == 0x30 }
        guard significant.count <= 5 else { throw machine.raise(.valueError, "Port out of range 0-65535") }
        let number = significant.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard number <= 65535 else { throw machine.raise(.valueError, "Port out of range 0-65535") }
        return .int(number)
    }
}
