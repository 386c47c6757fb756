import PythonRuntime

/// `os`: the environment that the engine was given, and paths. Everything that would reach the machine is refused.
enum OSModule {
    static let module = NativeModule(
        "os",
        "Environment variables and paths; everything else is refused.",
        functions: [
            NativeFunction("getenv(key, default=None)", "A variable of the environment.", variable),
            NativeFunction("fspath(path)", "The path as text.", OSPathModule.fileSystemPath),
        ] + refusedNames.map { refused($0, "os") },
        types: [environmentType],
        constants: { (machine: inout Machine) throws(Raised) in
            let variables = try machine.makeDictionary()
            for (name, value) in machine.environment.variables.sorted(by: { $0.key < $1.key }) {
                try machine.set(try machine.makeString(name), to: try machine.makeString(value), in: variables)
            }
            let environment = try machine.makeObject(machine.libraryType("os._Environ"), [variables])
            machine.retained["os.environ"] = environment
            return [
                ("environ", environment), ("path", try machine.importOne("os.path")), ("sep", machine.intern("/")),
                ("linesep", machine.intern("\n")), ("name", machine.intern("posix")), ("curdir", machine.intern(".")),
                ("pathsep", machine.intern(":")), ("devnull", machine.intern("/dev/null")),
                ("error", machine.exceptionClass(.osError)),
            ]
        }
    )

    private static let refusedNames = [
        "system", "popen", "listdir", "scandir", "walk", "open", "remove", "unlink", "rename", "mkdir", "makedirs",
        "rmdir", "stat", "getcwd", "chdir", "getpid", "kill", "putenv", "unsetenv", "urandom", "access", "fork", "exec",
        "execv", "spawnl", "chmod", "getlogin", "getuid", "uname", "cpu_count",
    ]

    /// A function that is there to say that it is not.
    static func refused(_ name: String, _ module: String) -> NativeFunction {
        NativeFunction("\(name)(*args, **kwargs)", "Refused: rules cannot reach the machine.") {
            (machine, _) throws(Raised) in
            throw machine.raise(.permissionError, "\(module).\(name) is refused: rules cannot reach the machine")
        }
    }

    /// `os.environ`: a mapping that cannot be changed.
    private static let environmentType = NativeType(
        "_Environ",
        module: "os",
        "The environment; it cannot be changed.",
        methods: [
            NativeFunction("get(self, key, default=None)", "A variable, or the default.", get),
            NativeFunction("keys(self)", "The names.", viaDictionary("keys")),
            NativeFunction("values(self)", "The values.", viaDictionary("values")),
            NativeFunction("items(self)", "Names and values.", viaDictionary("items")),
            NativeFunction("copy(self)", "A dict of them.", viaDictionary("copy")),
        ],
        slots: .init { slots in
            slots.item = { (machine: inout Machine, environment, key) throws(Raised) in
                let key = try machine.stringArgument(key, "str expected, not %")
                let found = try machine.lookup(key, in: machine.objectField(environment, 0))
                guard !found.isUnbound else { throw machine.raise(.keyError, arguments: [key]) }
                return found
            }
            slots.contains = { (machine: inout Machine, environment, key) throws(Raised) in
                try machine.hasKey(key, in: machine.objectField(environment, 0))
            }
            slots.length = { (machine: inout Machine, environment) throws(Raised) in
                machine.dictionaryCount(machine.objectField(environment, 0))
            }
            slots.iterate = { (machine: inout Machine, environment) throws(Raised) in
                try machine.iterator(machine.objectField(environment, 0))
            }
            slots.repr = { (machine: inout Machine, environment) throws(Raised) in
                let shown = machine.string(try machine.repr(machine.objectField(environment, 0)))
                return try machine.makeString("environ(\(shown))")
            }
            slots.setItem = { (machine: inout Machine, _, _, _) throws(Raised) in throw readOnly(&machine) }
            slots.deleteItem = { (machine: inout Machine, _, _) throws(Raised) in throw readOnly(&machine) }
        }
    )

    private static func readOnly(_ machine: inout Machine) -> Raised {
        machine.raise(.permissionError, "os.environ cannot be changed: rules cannot reach the machine")
    }

    private static func viaDictionary(_ name: String) -> NativeBody {
        { (machine: inout Machine, arguments: NativeArguments) throws(Raised) in
            try machine.callMethod(machine.objectField(arguments[0], 0), name)
        }
    }

    private static func get(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try variable(&machine, arguments[1], arguments[2], in: machine.objectField(arguments[0], 0))
    }

    private static func variable(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let environment = machine.retained["os.environ"] ?? .unbound
        return try variable(&machine, arguments[0], arguments[1], in: machine.objectField(environment, 0))
    }

    private static func variable(
        _ machine: inout Machine,
        _ name: Value,
        _ fallback: Value,
        in variables: Value
    ) throws(Raised) -> Value {
        let key = try machine.stringArgument(name, "str expected, not %")
        let found = try machine.lookup(key, in: variables)
        return found.isUnbound ? fallback : found
    }
}
