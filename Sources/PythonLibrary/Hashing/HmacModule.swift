import PythonRuntime

/// `hmac`: digests with a key (RFC 2104).
enum HmacModule {
    static let module = NativeModule(
        "hmac",
        "Digests with a key.",
        functions: [
            NativeFunction("new(key, msg=None, digestmod=None)", "A digest with a key.", make),
            NativeFunction("digest(key, msg, digest)", "The bytes of a digest with a key.", digestAtOnce),
            NativeFunction("compare_digest(a, b, /)", "Whether two are equal, in constant time.", compare),
        ],
        types: [type]
    )

    private final class State {
        var inner: HashState
        let outer: HashState

        init(_ algorithm: HashState.Algorithm, key: [UInt8]) {
            var block = key
            if key.count > algorithm.blockSize {
                var hash = HashState(algorithm)
                hash.update(key)
                block = hash.digest
            }
            block += repeatElement(0, count: algorithm.blockSize - block.count)
            inner = HashState(algorithm)
            inner.update(block.map { $0 ^ 0x36 })
            var outer = HashState(algorithm)
            outer.update(block.map { $0 ^ 0x5C })
            self.outer = outer
        }

        init(copying other: State) {
            inner = other.inner
            outer = other.outer
        }

        var digest: [UInt8] {
            var last = outer
            last.update(inner.digest)
            return last.digest
        }
    }

    private static let type = NativeType(
        "HMAC",
        module: "hmac",
        "A digest with a key being computed.",
        methods: [
            NativeFunction("update(self, msg)", "Adds bytes.", update),
            NativeFunction("digest(self)", "The digest so far.") { (machine, arguments) throws(Raised) in
                try machine.makeBytes(try state(&machine, arguments[0]).digest)
            },
            NativeFunction("hexdigest(self)", "The digest so far in hexadecimal.") {
                (machine, arguments) throws(Raised) in
                try machine.makeString(HexadecimalCodec.encode(try state(&machine, arguments[0]).digest))
            },
            NativeFunction("copy(self)", "A copy that goes on by itself.") { (machine, arguments) throws(Raised) in
                let copy = State(copying: try state(&machine, arguments[0]))
                return try machine.makeForeign(copy, type: machine.libraryType("hmac.HMAC"))
            },
        ],
        properties: [
            NativeFunction("name(self)", "`hmac-` and the algorithm.") { (machine, arguments) throws(Raised) in
                machine.intern("hmac-" + (try state(&machine, arguments[0]).inner.algorithm.rawValue))
            },
            NativeFunction("digest_size(self)", "Bytes of the digest.") { (machine, arguments) throws(Raised) in
                .int(try state(&machine, arguments[0]).inner.algorithm.digestSize)
            },
            NativeFunction("block_size(self)", "Bytes hashed at once.") { (machine, arguments) throws(Raised) in
                .int(try state(&machine, arguments[0]).inner.algorithm.blockSize)
            },
        ]
    )

    private static func state(_ machine: inout Machine, _ value: Value) throws(Raised) -> State {
        guard let state = machine.foreignObject(value, as: State.self) else {
            throw machine.raise(.typeError, "descriptor requires a 'hmac.HMAC' object")
        }
        return state
    }

    /// A name, or a function of `hashlib`, which is asked for a hash.
    private static func algorithm(_ machine: inout Machine, _ value: Value) throws(Raised) -> HashState.Algorithm {
        if machine.unwrapped(value).isString { return try HashlibModule.algorithm(&machine, value) }
        return try HashlibModule.hash(&machine, try machine.call(value, [])).state.algorithm
    }

    private static func key(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
        guard machine.unwrapped(value).tag == .bytes else {
            throw machine.raise(
                .typeError,
                "key: expected bytes or bytearray, but got '\(machine.typeName(value))'"
            )
        }
        return try machine.bytesArgument(value)
    }

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(&machine, arguments[0])
        guard try machine.truth(arguments[2]) else {
            throw machine.raise(.typeError, "Missing required parameter 'digestmod'.")
        }
        let state = State(try algorithm(&machine, arguments[2]), key: key)
        if !arguments[1].isNone { state.inner.update(try HashlibModule.data(&machine, arguments[1])) }
        return try machine.makeForeign(state, type: machine.libraryType("hmac.HMAC"))
    }

    private static func update(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.noteChange(of: arguments[0])
        let data = try HashlibModule.data(&machine, arguments[1])
        try state(&machine, arguments[0]).inner.update(data)
        return .none
    }

    private static func digestAtOnce(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let state = State(
            try algorithm(&machine, arguments[2]),
            key: try machine.bytesArgument(arguments[0])
        )
        state.inner.update(try machine.bytesArgument(arguments[1]))
        return try machine.makeBytes(state.digest)
    }

    private static func compare(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let left = machine.unwrapped(arguments[0])
        let right = machine.unwrapped(arguments[1])
        if left.isString, right.isString {
            guard left.isASCII, right.isASCII else {
                throw machine.raise(.typeError, "comparing strings with non-ASCII characters is not supported")
            }
        } else {
            for value in [left, right] { _ = try machine.bytesArgument(value) }
        }
        let first = machine.memory.bytes(left)
        let second = machine.memory.bytes(right)
        var difference = first.count ^ second.count
        for (one, other) in zip(first, second) { difference |= Int(one ^ other) }
        return .bool(difference == 0)
    }
}
