import PythonRuntime

/// `sys`: what rules ask about the interpreter.
enum SysModule {
    static let module = NativeModule(
        "sys",
        "What rules ask about the interpreter.",
        functions: [
            NativeFunction("intern(string, /)", "The string.", intern),
            NativeFunction("exit(status=None, /)", "Raises SystemExit.", exit),
            NativeFunction("getrecursionlimit()", "How deep calls may nest.") { (machine, _) throws(Raised) in
                .int(machine.limits.depthMax)
            },
            NativeFunction("getdefaultencoding()", "`utf-8`.") { (machine, _) throws(Raised) in
                machine.intern("utf-8")
            },
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            let fields = ["major", "minor", "micro", "releaselevel", "serial"]
            let path = "sys.version_info"
            _ = try NamedTuple.makeLibraryClass(&machine, path, fields: fields, isStructSequence: true)
            let numbers: [Value] = [.int(3), .int(11), .int(7), machine.intern("final"), .int(0)]
            return [
                ("version_info", try NamedTuple.make(&machine, path, numbers)),
                ("version", machine.intern("3.11.7 (Margay)")),
                ("hexversion", .int(0x030B_07F0)), ("maxsize", .int(Int64.max)), ("maxunicode", .int(0x10FFFF)),
                ("platform", machine.intern("linux")), ("byteorder", machine.intern("little")),
                ("argv", try machine.makeList([machine.intern("")])), ("path", try machine.makeList()),
                ("modules", try machine.makeDictionary()),
            ]
        }
    )

    private static func intern(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.stringArgument(arguments[0], "intern() argument must be str, not %")
    }

    private static func exit(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        throw machine.raise(.systemExit, arguments: arguments[0].isNone ? [] : [arguments[0]])
    }
}
