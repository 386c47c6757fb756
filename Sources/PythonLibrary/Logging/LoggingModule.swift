import PythonRuntime

/// `logging`: rules may log; nothing is shown, and what was logged is counted.
enum LoggingModule {
    private static let levels: [(name: String, number: Int)] = [
        ("CRITICAL", 50), ("ERROR", 40), ("WARNING", 30), ("INFO", 20), ("DEBUG", 10), ("NOTSET", 0),
    ]
    private static let calls: [(name: String, level: Int)] = [
        ("debug", 10), ("info", 20), ("warning", 30), ("warn", 30), ("error", 40), ("exception", 40), ("critical", 50),
        ("fatal", 50),
    ]

    static let module = NativeModule(
        "logging",
        "Logging; nothing is shown, what was logged is counted.",
        functions: calls.map { call in
            NativeFunction("\(call.name)(msg, *args, **kwargs)", "Logs to the root logger.") {
                (machine, _) throws(Raised) in
                try State.of(&machine).count(at: call.level, logger: "")
                return .none
            }
        } + [
            NativeFunction("log(level, msg, *args, **kwargs)", "Logs to the root logger.") {
                (machine, arguments) throws(Raised) in
                try State.of(&machine).count(at: try levelArgument(&machine, arguments[0]), logger: "")
                return .none
            },
            NativeFunction("getLogger(name=None)", "The logger of that name.", logger),
            NativeFunction("getLevelName(level)", "The name of a level, or its number.", levelName),
            NativeFunction("basicConfig(**kwargs)", "Sets the level of the root logger.", configure),
            NativeFunction("disable(level=50)", "Does nothing.") { (_, _) throws(Raised) in .none },
            NativeFunction("captureWarnings(capture)", "Does nothing.") { (_, _) throws(Raised) in .none },
        ],
        types: [
            loggerType, handlerType("Handler"), handlerType("StreamHandler"), handlerType("NullHandler"),
            handlerType("Formatter"),
        ],
        constants: { (_: inout Machine) throws(Raised) in
            levels.map { ($0.name, Value.int($0.number)) } + [("WARN", .int(30)), ("FATAL", .int(50))]
        }
    )

    /// Messages of this machine that passed their logger's level. For reports of what a pack's rules log.
    package static func countOfMessages(_ machine: inout Machine) -> Int {
        (try? State.of(&machine))?.messageCount ?? 0
    }

    /// The levels of the loggers, by their names: each rule has its own.
    private final class State {
        private var levelsOf: [ModuleSpace: [String: Int]] = [:]
        /// Those of the rule that is running.
        private var levels: [String: Int] = [:]
        private var space: ModuleSpace?
        private(set) var messageCount = 0

        /// Loggers of one rule with a level of their own; further ones keep their parent's.
        static let loggersMax = 256
        /// Bytes of the name of such a logger.
        static let nameBytesMax = 1000

        static func of(_ machine: inout Machine) throws(Raised) -> State {
            if let kept = machine.retained["logging state"], let state = machine.foreignObject(kept, as: State.self) {
                state.enter(machine.runningSpace)
                return state
            }
            let state = State()
            state.enter(machine.runningSpace)
            machine.retained["logging state"] = try machine.makeForeign(
                state,
                type: machine.libraryType("logging.Logger"),
                isPermanent: true
            )
            return state
        }

        private func enter(_ next: ModuleSpace) {
            guard next != space else { return }
            if let space { levelsOf[space] = levels }
            levels = levelsOf[next] ?? ["": 30]
            space = next
        }

        func level(_ logger: String) -> Int { levels[logger] ?? 0 }

        func setLevel(_ level: Int, logger: String) {
            guard logger.utf8.count <= State.nameBytesMax else { return }
            if levels[logger] != nil || levels.count < State.loggersMax { levels[logger] = level }
        }

        /// The level of a logger or the nearest above it that has one.
        func effectiveLevel(_ logger: String) -> Int {
            var name = logger[...]
            while true {
                if let level = levels[String(name)], level != 0 || name.isEmpty { return level }
                name = name.lastIndex(of: ".").map { name[..<$0] } ?? ""
            }
        }

        func count(at level: Int, logger: String) {
            if level >= effectiveLevel(logger) { messageCount &+= 1 }
        }
    }

    /// A logger: its name is all it holds.
    private static let loggerType = NativeType(
        "Logger",
        module: "logging",
        "Where rules log to.",
        methods: calls.map { call in
            NativeFunction("\(call.name)(self, msg, *args, **kwargs)", "Logs a message.") {
                (machine, arguments) throws(Raised) in
                try State.of(&machine).count(at: call.level, logger: name(machine, arguments[0]))
                return .none
            }
        } + [
            NativeFunction("log(self, level, msg, *args, **kwargs)", "Logs a message.") {
                (machine, arguments) throws(Raised) in
                let level = try levelArgument(&machine, arguments[1])
                try State.of(&machine).count(at: level, logger: name(machine, arguments[0]))
                return .none
            },
            NativeFunction("setLevel(self, level)", "Sets the level.", setLevel),
            NativeFunction("getEffectiveLevel(self)", "Its level, or that of a logger above it.") {
                (machine, arguments) throws(Raised) in
                .int(try State.of(&machine).effectiveLevel(name(machine, arguments[0])))
            },
            NativeFunction("isEnabledFor(self, level)", "Whether messages of a level are logged.") {
                (machine, arguments) throws(Raised) in
                let level = try levelArgument(&machine, arguments[1])
                return .bool(try State.of(&machine).effectiveLevel(name(machine, arguments[0])) <= level)
            },
            NativeFunction("getChild(self, suffix)", "A logger below it.") { (machine, arguments) throws(Raised) in
                let suffix = machine.string(try machine.stringArgument(arguments[1], "A logger name must be a string"))
                let own = name(machine, arguments[0])
                return try make(&machine, own.isEmpty ? suffix : "\(own).\(suffix)")
            },
            NativeFunction("hasHandlers(self)", "False.") { (_, _) throws(Raised) in .false },
            NativeFunction("addHandler(self, hdlr)", "Does nothing.") { (_, _) throws(Raised) in .none },
            NativeFunction("removeHandler(self, hdlr)", "Does nothing.") { (_, _) throws(Raised) in .none },
        ],
        properties: [
            NativeFunction("name(self)", "Its name.") { (machine, arguments) throws(Raised) in
                let own = name(machine, arguments[0])
                return try machine.makeString(own.isEmpty ? "root" : own)
            },
            NativeFunction("level(self)", "Its own level.") { (machine, arguments) throws(Raised) in
                .int(try State.of(&machine).level(name(machine, arguments[0])))
            },
            NativeFunction("handlers(self)", "An empty list.") { (machine, _) throws(Raised) in try machine.makeList()
            },
            NativeFunction("propagate(self)", "True.") { (_, _) throws(Raised) in .true },
            NativeFunction("disabled(self)", "False.") { (_, _) throws(Raised) in .false },
        ],
        slots: .init { slots in
            slots.repr = { (machine: inout Machine, logger) throws(Raised) in
                let own = name(machine, logger)
                let level = text(ofLevel: try State.of(&machine).effectiveLevel(own))
                return try machine.makeString(
                    own.isEmpty ? "<RootLogger root (\(level))>" : "<Logger \(own) (\(level))>"
                )
            }
            slots.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard machine.isObject(left, "logging.Logger"), machine.isObject(right, "logging.Logger") else {
                    return .notImplemented
                }
                return .bool(name(machine, left) == name(machine, right))
            }
            slots.setAttribute = { (_: inout Machine, _, _, _) throws(Raised) in }
        }
    )

    /// Handlers and formatters: they can be made and given to loggers.
    private static func handlerType(_ name: String) -> NativeType {
        NativeType(
            name,
            module: "logging",
            "Can be made; does nothing.",
            methods: ["setLevel", "setFormatter", "addFilter", "flush", "close"].map { method in
                NativeFunction("\(method)(self, *args, **kwargs)", "Does nothing.") { (_, _) throws(Raised) in .none }
            },
            slots: .init { slots in
                slots.construct = NativeFunction("\(name)(cls, *args, **kwargs)", "Does nothing.") {
                    (machine, _) throws(Raised) in
                    try machine.makeObject(machine.libraryType("logging.\(name)"), [])
                }
            }
        )
    }

    private static func name(_ machine: borrowing Machine, _ logger: Value) -> String {
        machine.string(machine.objectField(logger, 0))
    }

    private static func make(_ machine: inout Machine, _ name: String) throws(Raised) -> Value {
        try machine.makeObject(
            machine.libraryType("logging.Logger"),
            [try machine.makeString(name == "root" ? "" : name)]
        )
    }

    private static func logger(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard try machine.truth(arguments[0]) else { return try make(&machine, "") }
        return try make(
            &machine,
            machine.string(try machine.stringArgument(arguments[0], "A logger name must be a string"))
        )
    }

    private static func levelArgument(_ machine: inout Machine, _ value: Value) throws(Raised) -> Int {
        let inner = machine.unwrapped(value)
        guard inner.isIntegral else { throw machine.raise(.typeError, "level must be an integer") }
        return Int(inner.intValue)
    }

    /// A level by number or name. Raises ValueError, TypeError.
    private static func checkedLevel(_ machine: inout Machine, _ value: Value) throws(Raised) -> Int {
        let inner = machine.unwrapped(value)
        if inner.isIntegral { return Int(inner.intValue) }
        guard inner.isString else {
            let shown = machine.string(try machine.repr(value))
            throw machine.raise(.typeError, "Level not an integer or a valid string: \(shown)")
        }
        let text = machine.string(inner)
        let known = levels + [("WARN", 30), ("FATAL", 50)]
        guard let level = known.first(where: { $0.name == text }) else {
            throw machine.raise(.valueError, "Unknown level: \(machine.string(try machine.repr(inner)))")
        }
        return level.number
    }

    private static func setLevel(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let level = try checkedLevel(&machine, arguments[1])
        machine.noteLibraryState()
        try State.of(&machine).setLevel(level, logger: name(machine, arguments[0]))
        return .none
    }

    private static func configure(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let level = try machine.lookup(machine.intern("level"), in: arguments[0])
        guard !level.isUnbound, !level.isNone else { return .none }
        machine.noteLibraryState()
        try State.of(&machine).setLevel(try checkedLevel(&machine, level), logger: "")
        return .none
    }

    private static func text(ofLevel level: Int) -> String {
        levels.first { $0.number == level }?.name ?? "Level \(level)"
    }

    private static func levelName(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = machine.unwrapped(arguments[0])
        if value.isString {
            let text = machine.string(value)
            if let level = levels.first(where: { $0.name == text }) { return .int(level.number) }
        } else if value.isIntegral {
            return try machine.makeString(text(ofLevel: Int(value.intValue)))
        }
        return try machine.makeString("Level " + machine.string(try machine.str(value)))
    }
}
