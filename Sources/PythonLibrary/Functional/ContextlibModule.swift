package import PythonRuntime

/// `contextlib`. `contextmanager` is absent: it needs generator functions, which the dialect has not.
package enum ContextlibModule {
    package static let module: NativeModule = NativeModule(
        "contextlib",
        "Context managers.",
        types: [suppress, nullContext]
    )

    /// Field: the tuple of exception classes.
    private static let suppress = NativeType(
        "suppress",
        module: "contextlib",
        "Lets no exception of these classes out.",
        methods: [
            NativeFunction("__enter__(self)", "None.") { (_: inout Machine, _) throws(Raised) in .none },
            NativeFunction("__exit__(self, exctype, excinst, exctb, /)", "Whether the exception is one of them.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard !arguments[1].isNone else { return .false }
                let classes = machine.elements(ofSequence: machine.objectField(arguments[0], 0))
                return .bool(classes.contains { machine.isDerived(arguments[1], from: $0) })
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("suppress(cls, *exceptions)", "Lets none of these out.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(machine.libraryType("contextlib.suppress"), [arguments[1]])
            }
        }
    )

    private static let nullContext = NativeType(
        "nullcontext",
        module: "contextlib",
        "Does nothing.",
        methods: [
            NativeFunction("__enter__(self)", "What it was made with.") {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 0)
            },
            NativeFunction("__exit__(self, exctype, excinst, exctb, /)", "None.") {
                (_: inout Machine, _) throws(Raised) in .none
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("nullcontext(cls, enter_result=None)", "Does nothing.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(machine.libraryType("contextlib.nullcontext"), [arguments[1]])
            }
        }
    )
}
