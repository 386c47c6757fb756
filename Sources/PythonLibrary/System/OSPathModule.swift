import PythonRuntime

/// `os.path`: paths as text. What would look at files is refused.
enum OSPathModule {
    static let module = NativeModule(
        "os.path",
        "Paths as text; what looks at files is refused.",
        functions: [
            NativeFunction("basename(p)", "The last part.", basename),
            NativeFunction("dirname(p)", "Everything before the last part.", dirname),
            NativeFunction("split(p)", "Everything before the last part, and that.", split),
            NativeFunction("splitext(p)", "A path and its ending.", splitEnding),
            NativeFunction("join(a, *p)", "Paths one after the other.", join),
            NativeFunction("normpath(path)", "Without `.`, `..` and double slashes.", normalize),
            NativeFunction("normcase(s)", "The path as it is.", fileSystemPath),
            NativeFunction("isabs(s)", "Whether it begins with a slash.", isAbsolute),
            NativeFunction("commonprefix(m)", "What all begin with.", commonPrefix),
        ]
            + [
                "exists", "isfile", "isdir", "islink", "getsize", "getmtime", "abspath", "realpath", "expanduser",
                "expandvars",
            ]
            .map { OSModule.refused($0, "os.path") },
        constants: { (machine: inout Machine) throws(Raised) in
            [
                ("sep", machine.intern("/")), ("curdir", machine.intern(".")), ("pardir", machine.intern("..")),
                ("extsep", machine.intern(".")), ("pathsep", machine.intern(":")),
            ]
        }
    )

    /// `os.fspath`: a str or bytes. Raises TypeError.
    static func path(
        _ machine: inout Machine,
        _ value: Value,
        _ message: String = "expected str, bytes or os.PathLike object, not %"
    ) throws(Raised) -> (bytes: [UInt8], isBytes: Bool) {
        let inner = machine.unwrapped(value)
        if inner.isString || inner.tag == .bytes {
            try machine.charge(Int(inner.length) / 64)
            return (Array(machine.memory.bytes(inner)), inner.tag == .bytes)
        }
        let method = try machine.attributeIfAny(value, machine.name("__fspath__"))
        guard !method.isUnbound else {
            throw machine.raise(.typeError, message.replacing("%", with: machine.errorTypeName(value)))
        }
        return try path(&machine, try machine.call(method, []), message)
    }

    static func fileSystemPath(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        return try machine.makeText(path.bytes, isBytes: path.isBytes)
    }

    private static func basename(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        return try machine.makeText(PathText.split(path.bytes).tail, isBytes: path.isBytes)
    }

    private static func dirname(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        return try machine.makeText(PathText.split(path.bytes).head, isBytes: path.isBytes)
    }

    private static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        let (head, tail) = PathText.split(path.bytes)
        return try machine.makeTuple([
            try machine.makeText(head, isBytes: path.isBytes), try machine.makeText(tail, isBytes: path.isBytes),
        ])
    }

    private static func splitEnding(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        let (root, ending) = PathText.splitEnding(path.bytes)
        return try machine.makeTuple([
            try machine.makeText(root, isBytes: path.isBytes), try machine.makeText(ending, isBytes: path.isBytes),
        ])
    }

    private static func join(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let first = try path(&machine, arguments[0])
        var paths = [first.bytes]
        for value in machine.elements(ofSequence: arguments[1]) {
            let next = try path(
                &machine,
                value,
                "join() argument must be str, bytes, or os.PathLike object, not '%'"
            )
            guard next.isBytes == first.isBytes else {
                throw machine.raise(.typeError, "Can't mix strings and bytes in path components")
            }
            paths.append(next.bytes)
        }
        return try machine.makeText(PathText.join(paths), isBytes: first.isBytes)
    }

    private static func normalize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let path = try path(&machine, arguments[0])
        return try machine.makeText(PathText.normalized(path.bytes), isBytes: path.isBytes)
    }

    private static func isAbsolute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .bool(try path(&machine, arguments[0]).bytes.first == UInt8(ascii: "/"))
    }

    private static func commonPrefix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var paths: [[UInt8]] = []
        try machine.forEach(arguments[0]) { (machine: inout Machine, value) throws(Raised) in
            paths.append(try path(&machine, value).bytes)
            return true
        }
        let prefix = PathText.commonPrefix(paths)
        // Never end within a character.
        let whole = prefix.lastIndex { $0 & 0xC0 != 0x80 }.map { last in
            let length = prefix[last] < 0x80 ? 1 : prefix[last] < 0xE0 ? 2 : prefix[last] < 0xF0 ? 3 : 4
            return last + length <= prefix.count ? prefix.count : last
        }
        return try machine.makeString(Array(prefix.prefix(whole ?? 0)))
    }
}
