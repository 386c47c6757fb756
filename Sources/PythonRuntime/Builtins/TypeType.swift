extension BuiltinTypes {
    /// `type`: what classes and builtin types have.
    static let type = NativeType(
        "type",
        "The type of types.",
        methods: [
            NativeFunction("mro(self, /)", "The classes in which attributes are looked for, as a list.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeList(try machine.resolutionOrder(arguments[0]))
            },
            NativeFunction("__subclasses__(self, /)", "Refused: rules cannot list classes.") {
                (machine: inout Machine, _) throws(Raised) in
                throw machine.raise(
                    .runtimeError,
                    "rules cannot list subclasses: classes do not know what derives from them"
                )
            },
            NativeFunction("__instancecheck__(self, instance, /)", "Whether a value is an instance.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(try machine.isInstance(arguments[1], ofAny: arguments[0]))
            },
        ],
        properties: [
            NativeFunction("__mro__(self)", "The classes in which attributes are looked for.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeTuple(try machine.resolutionOrder(arguments[0]))
            },
            NativeFunction("__bases__(self)", "The classes it is derived from.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeTuple(machine.directBases(arguments[0]))
            },
            NativeFunction("__base__(self)", "The first class it is derived from.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.directBases(arguments[0]).first ?? .none
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("type(cls, /, *arguments, **kwargs)", "A value's type, or a new class.", make)
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let given = machine.elements(ofSequence: arguments[1])
        if given.count == 1, machine.dictionaryCount(arguments[2]) == 0 { return machine.typeValue(given[0]) }
        guard given.count == 3 else { throw machine.raise(.typeError, "type() takes 1 or 3 arguments") }
        for (index, tag) in [Tag.string, .tuple, .dictionary].enumerated() where given[index].tag != tag {
            let expected = machine.types.name(TypeNumber(tag))
            throw machine.raise(
                .typeError,
                "type.__new__() argument \(index + 1) must be \(expected), not \(machine.errorTypeName(given[index]))"
            )
        }
        return try machine.makeClass(
            named: given[0],
            bases: given[1],
            namespace: try machine.copyCharged(given[2]),
            keywords: arguments[2]
        )
    }
}

extension Machine {
    /// What a `class` statement does, from Swift: descriptors and bases are told.
    mutating func makeClass(
        named name: Value,
        bases: Value,
        namespace: Value,
        keywords: Value
    ) throws(Raised) -> Value {
        let module = intern("__module__")
        if lookupText(module, in: namespace).isUnbound, depth > 0 {
            try set(module, to: modules[frames[depth - 1].code.pointee.module].nameValue, in: namespace)
        }
        let start = top
        try reserveStack(start + 5)
        for (index, value) in [name, bases, keywords, namespace, .unbound].enumerated() { stack[start + index] = value }
        top = start + 5
        defer { top = start }
        return try buildClass(stack + start)
    }

    /// The linearization of a class or builtin type, itself first.
    mutating func resolutionOrder(_ type: Value) throws(Raised) -> [Value] {
        let object = Value.type(types.objectType)
        if type.tag == .classObject {
            var order = elements(ofSequence: field(type, ClassField.linearization))
            if order.last?.isIdentical(to: object) != true { order.append(object) }
            return order
        }
        guard type.tag == .nativeType else { throw wrongReceiver(type, types.typeType, "mro") }
        var order = [type]
        var current = types.entry(typeNumber(ofType: type))?.base
        // A chain of bases is shorter than the table of types.
        while let base = current, order.count < TypeTable.typesMax {
            order.append(.type(base))
            current = types.entry(base)?.base
        }
        if !type.isIdentical(to: object) { order.append(object) }
        return order
    }

    /// The classes that a class or builtin type was derived from.
    func directBases(_ type: Value) -> [Value] {
        if type.tag == .classObject {
            let bases = elements(ofSequence: field(type, ClassField.bases))
            return bases.isEmpty ? [.type(types.objectType)] : bases
        }
        let number = typeNumber(ofType: type)
        if type.tag != .nativeType || number == types.objectType { return [] }
        return [.type(types.entry(number)?.base ?? types.objectType)]
    }
}
