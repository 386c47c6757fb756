import PythonRuntime

/// `hashlib`: digests of bytes.
enum HashlibModule {
    static let module = NativeModule(
        "hashlib",
        "Digests of bytes.",
        functions: HashState.Algorithm.allCases.map { algorithm in
            NativeFunction(
                "\(algorithm.rawValue)(string=..., *, usedforsecurity=True)",
                "A hash of the bytes."
            ) { (machine, arguments) throws(Raised) in
                try make(&machine, algorithm, arguments[0])
            }
        } + [NativeFunction("new(name, data=..., **kwargs)", "A hash by the name of its algorithm.", makeNamed)],
        types: [type],
        constants: { (machine: inout Machine) throws(Raised) in
            let names = try machine.makeDictionary(.set)
            for algorithm in HashState.Algorithm.allCases {
                try machine.add(machine.intern(algorithm.rawValue), to: names)
            }
            return [("algorithms_available", names), ("algorithms_guaranteed", names)]
        }
    )

    /// The Swift object behind a hash; `update` changes it.
    final class Hash {
        var state: HashState
        init(_ state: HashState) { self.state = state }
    }

    private static let type = NativeType(
        "HASH",
        module: "_hashlib",
        "A hash being computed.",
        methods: [
            NativeFunction("update(self, obj, /)", "Adds bytes.", update),
            NativeFunction("digest(self)", "The digest so far.", digest),
            NativeFunction("hexdigest(self)", "The digest so far in hexadecimal.", hexadecimal),
            NativeFunction("copy(self)", "A copy that goes on by itself.", copy),
        ],
        properties: [
            NativeFunction("name(self)", "The algorithm.") { (machine, arguments) throws(Raised) in
                machine.intern(try hash(&machine, arguments[0]).state.algorithm.rawValue)
            },
            NativeFunction("digest_size(self)", "Bytes of the digest.") { (machine, arguments) throws(Raised) in
                .int(try hash(&machine, arguments[0]).state.algorithm.digestSize)
            },
            NativeFunction("block_size(self)", "Bytes hashed at once.") { (machine, arguments) throws(Raised) in
                .int(try hash(&machine, arguments[0]).state.algorithm.blockSize)
            },
        ],
        slots: .init { slots in
            slots.repr = { (machine: inout Machine, value) throws(Raised) in
                let name = try hash(&machine, value).state.algorithm.rawValue
                return try machine.makeString("<\(name) _hashlib.HASH object @ 0x\(String(value.payload, radix: 16))>")
            }
        }
    )

    static func hash(_ machine: inout Machine, _ value: Value) throws(Raised) -> Hash {
        guard let hash = machine.foreignObject(value, as: Hash.self) else {
            throw machine.raise(.typeError, "descriptor requires a '_hashlib.HASH' object")
        }
        return hash
    }

    /// The bytes to be hashed. Raises TypeError.
    static func data(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
        let inner = machine.unwrapped(value)
        guard inner.tag == .bytes else {
            throw machine.raise(
                .typeError,
                inner.isString ? "Strings must be encoded before hashing" : "object supporting the buffer API required"
            )
        }
        try machine.charge(Int(inner.length) / 64)
        return Array(machine.memory.bytes(inner))
    }

    private static func make(
        _ machine: inout Machine,
        _ algorithm: HashState.Algorithm,
        _ data: Value
    ) throws(Raised) -> Value {
        var state = HashState(algorithm)
        if !data.isUnbound { state.update(try Self.data(&machine, data)) }
        return try machine.makeForeign(Hash(state), type: machine.libraryType("hashlib.HASH"))
    }

    /// The algorithm of a name, in any case. Raises ValueError.
    static func algorithm(_ machine: inout Machine, _ name: Value) throws(Raised) -> HashState.Algorithm {
        let text = machine.string(try machine.stringArgument(name, "name must be a string"))
        guard let algorithm = HashState.Algorithm(rawValue: text.lowercased().replacing("-", with: "")) else {
            throw machine.raise(.valueError, "unsupported hash type \(text)")
        }
        return algorithm
    }

    private static func makeNamed(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try make(&machine, try algorithm(&machine, arguments[0]), arguments[1])
    }

    private static func update(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let data = try data(&machine, arguments[1])
        machine.noteChange(of: arguments[0])
        try hash(&machine, arguments[0]).state.update(data)
        return .none
    }

    private static func digest(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeBytes(try hash(&machine, arguments[0]).state.digest)
    }

    private static func hexadecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeString(HexadecimalCodec.encode(try hash(&machine, arguments[0]).state.digest))
    }

    private static func copy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let copy = Hash(try hash(&machine, arguments[0]).state)
        return try machine.makeForeign(copy, type: machine.libraryType("hashlib.HASH"))
    }
}
