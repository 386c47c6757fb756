package import PythonRuntime

/// `typing`: names that annotations mention. At run time they do nothing but be there.
///
/// `List[int]` is `list`, `Optional[str]` the union `str | None`, anything else subscripted is itself.
package enum TypingModule {
    package static let module = NativeModule(
        "typing",
        "Names for annotations; they have no effect at run time.",
        functions: [
            NativeFunction("cast(typ, val)", "The value as it is.") { (_: inout Machine, arguments) throws(Raised) in
                arguments[1]
            },
            NativeFunction("overload(func)", "The function as it is.") { (_: inout Machine, arguments) throws(Raised) in
                arguments[0]
            },
            NativeFunction("final(f)", "The class or method as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("no_type_check(arg)", "The function as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("runtime_checkable(cls)", "The class as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("assert_type(val, typ, /)", "The value as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("reveal_type(obj, /)", "The value as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("assert_never(arg, /)", "Raises AssertionError.", assertNever),
            NativeFunction(
                "get_type_hints(obj, globalns=None, localns=None, include_extras=False)",
                "A copy of `__annotations__`.",
                typeHints
            ),
            NativeFunction(
                "TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False)",
                "A type variable: a name.",
                variable
            ),
            NativeFunction(
                "ParamSpec(name, *, bound=None, covariant=False, contravariant=False)",
                "A parameter specification: a name.",
                variable
            ),
            NativeFunction("TypeVarTuple(name)", "A type variable: a name.", variable),
            NativeFunction("NewType(name, tp)", "The type it names: calling it gives the value.", newType),
        ],
        types: forms.map { NativeType($0, module: "typing", "A form for annotations.", slots: abstractSlots) }
            + [variableType, newTypeType, unionForm, namedTupleForm, typedDictForm],
        constants: constants
    )

    /// Forms that stand for themselves however they are subscripted.
    static let forms = [
        "Any", "Literal", "ClassVar", "Final", "Annotated", "Generic", "Protocol", "NoReturn", "Never", "Self",
        "LiteralString", "Concatenate", "TypeAlias", "TypeGuard", "Required", "NotRequired", "Unpack", "SupportsInt",
        "SupportsFloat", "SupportsIndex", "SupportsAbs", "SupportsRound", "SupportsBytes", "SupportsComplex", "IO",
        "TextIO", "BinaryIO", "Pattern", "Match",
    ]

    /// Nothing is an instance of a form, and a class derived from one has no builtin inside.
    private static let abstractSlots = NativeType.Slots {
        $0.isInstance = { (_: inout Machine, _) throws(Raised) in false }
    }

    /// Names of `typing` that are types elsewhere.
    private static let builtinAliases = [
        ("List", "list"), ("Dict", "dict"), ("Tuple", "tuple"), ("Set", "set"), ("FrozenSet", "frozenset"),
        ("Type", "type"), ("Text", "str"),
    ]

    private static let abstractAliases: [(String, String)] =
        CollectionsAbcModule.checks.map { ($0.name == "Set" ? "AbstractSet" : $0.name, $0.name) }

    private static let collectionAliases = [
        ("DefaultDict", "defaultdict"), ("OrderedDict", "OrderedDict"), ("Counter", "Counter"), ("Deque", "deque"),
        ("ChainMap", "ChainMap"),
    ]

    @Sendable private static func constants(
        _ machine: inout Machine
    ) throws(Raised) -> [(name: String, value: Value)] {
        var names: [(name: String, value: Value)] = [("TYPE_CHECKING", .false)]
        for (name, builtin) in builtinAliases { names.append((name, machine.builtin(named: builtin))) }
        let abstract = try machine.importModule("collections.abc", leaf: true)
        for (name, original) in abstractAliases {
            names.append((name, try machine.attribute(abstract, machine.name(original))))
        }
        let collections = try machine.importModule("collections", leaf: true)
        for (name, original) in collectionAliases {
            names.append((name, try machine.attribute(collections, machine.name(original))))
        }
        names.append(("AnyStr", try makeVariable(&machine, machine.intern("AnyStr"))))
        names.append(("Union", try object(&machine, "_UnionForm", [machine.intern("typing.Union")])))
        names.append(("Optional", try object(&machine, "_UnionForm", [machine.intern("typing.Optional")])))
        names.append(("NamedTuple", try object(&machine, "_NamedTupleForm", [])))
        names.append(("TypedDict", try object(&machine, "_TypedDictForm", [])))
        return names
    }

    private static func object(_ machine: inout Machine, _ type: String, _ fields: [Value]) throws(Raised) -> Value {
        try machine.makeObject(machine.libraryType("typing.\(type)"), fields)
    }

    private static func assertNever(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let shown = machine.string(try machine.repr(arguments[0]))
        throw machine.raise(.assertionError, "Expected code to be unreachable, but got: \(shown)")
    }

    private static func typeHints(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let hints = try machine.attributeIfAny(arguments[0], machine.name("__annotations__"))
        guard hints.tag == .dictionary else { return try machine.makeDictionary() }
        return try machine.copyDictionary(hints, as: .dictionary)
    }

    // MARK: Type variables

    private static let variableType = NativeType(
        "_TypeVariable",
        module: "typing",
        "A type variable.",
        slots: .init {
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString("~" + machine.string(machine.objectField(value, 0)))
            }
            $0.item = { (_: inout Machine, value, _) throws(Raised) in value }
            $0.binary = { (_: inout Machine, operation, left, _) throws(Raised) in
                operation == .bitOr ? left : .notImplemented
            }
            $0.attribute = { (machine: inout Machine, value, name) throws(Raised) in
                switch machine.string(name) {
                case "__name__": machine.objectField(value, 0)
                case "args", "kwargs": value
                default: .unbound
                }
            }
        }
    )

    private static func makeVariable(_ machine: inout Machine, _ name: Value) throws(Raised) -> Value {
        try object(&machine, "_TypeVariable", [name])
    }

    private static func variable(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try makeVariable(&machine, arguments[0])
    }

    private static let newTypeType = NativeType(
        "NewType",
        module: "typing",
        "A name for a type.",
        slots: .init {
            $0.call = NativeFunction("NewType(self, value, /)", "The value as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[1]
            }
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString("__main__." + machine.string(machine.objectField(value, 0)))
            }
            $0.attribute = { (machine: inout Machine, value, name) throws(Raised) in
                switch machine.string(name) {
                case "__name__": machine.objectField(value, 0)
                case "__supertype__": machine.objectField(value, 1)
                default: .unbound
                }
            }
        }
    )

    private static func newType(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try object(&machine, "NewType", [arguments[0], arguments[1]])
    }

    // MARK: Unions

    private static let unionForm = NativeType(
        "_UnionForm",
        module: "typing",
        "`Union` and `Optional`.",
        slots: .init {
            $0.item = union
            $0.repr = { (machine: inout Machine, value) throws(Raised) in machine.objectField(value, 0) }
            $0.binary = { (_: inout Machine, operation, left, _) throws(Raised) in
                operation == .bitOr ? left : .notImplemented
            }
        }
    )

    /// `Union[a, b]` is `a | b`; a form or the name of a class in quotes makes it a union of nothing that is tested.
    @Sendable private static func union(_ machine: inout Machine, _ form: Value, _ key: Value) throws(Raised) -> Value {
        var parts = key.tag == .tuple ? machine.elements(ofSequence: key) : [key]
        if machine.text(machine.objectField(form, 0), is: "typing.Optional") { parts.append(.none) }
        guard var result = parts.first else {
            throw machine.raise(.typeError, "Cannot take a Union of no types.")
        }
        for part in parts.dropFirst() {
            do throws(Raised) { result = try machine.binary(.bitOr, result, part) } catch {
                guard machine.isPending(.typeError) else { throw error }
                _ = machine.takeException()
                return form
            }
        }
        return result
    }
}
