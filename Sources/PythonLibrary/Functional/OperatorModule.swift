package import PythonRuntime

/// `operator`.
package enum OperatorModule {
    package static let module: NativeModule = NativeModule(
        "operator",
        "The operators as functions.",
        functions: binaries + comparisons + others,
        types: [getter("itemgetter", item), getter("attrgetter", attributes), methodCaller]
    )

    private static let binaries: [NativeFunction] = [
        ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide),
        ("mod", .modulo), ("pow", .power), ("lshift", .leftShift), ("rshift", .rightShift), ("and_", .bitAnd),
        ("or_", .bitOr), ("xor", .bitXor), ("concat", .add), ("matmul", .matrixMultiply),
    ].map { (name: String, operation: BinaryOperation) in
        NativeFunction("\(name)(a, b, /)", "a \(operation.symbol) b.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.binary(operation, arguments[0], arguments[1])
        }
    }

    private static let comparisons: [NativeFunction] = [
        ("lt", .less), ("le", .lessEqual), ("gt", .greater), ("ge", .greaterEqual),
    ].map { (name: String, comparison: Comparison) in
        NativeFunction("\(name)(a, b, /)", "a \(comparison.rawValue) b.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.compare(comparison, arguments[0], arguments[1])
        }
    }

    private static let others: [NativeFunction] = [
        NativeFunction("eq(a, b, /)", "a == b.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.equal(arguments[0], arguments[1])
        },
        NativeFunction("ne(a, b, /)", "a != b.") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(!(try machine.truth(try machine.equal(arguments[0], arguments[1]))))
        },
        NativeFunction("not_(a, /)", "not a.") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(!(try machine.truth(arguments[0])))
        },
        NativeFunction("truth(a, /)", "bool(a).") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(try machine.truth(arguments[0]))
        },
        NativeFunction("index(a, /)", "The int that an object stands for.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeInteger(try machine.integerArgument(arguments[0]))
        },
        NativeFunction("is_(a, b, /)", "a is b.") { (_: inout Machine, arguments) throws(Raised) in
            .bool(arguments[0].isIdentical(to: arguments[1]))
        },
        NativeFunction("is_not(a, b, /)", "a is not b.") { (_: inout Machine, arguments) throws(Raised) in
            .bool(!arguments[0].isIdentical(to: arguments[1]))
        },
        NativeFunction("neg(a, /)", "-a.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.unary(.negative, arguments[0])
        },
        NativeFunction("pos(a, /)", "+a.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.unary(.positive, arguments[0])
        },
        NativeFunction("invert(a, /)", "~a.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.unary(.invert, arguments[0])
        },
        NativeFunction("abs(a, /)", "abs(a).") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.call(machine.builtin(named: "abs"), [arguments[0]])
        },
        NativeFunction("contains(a, b, /)", "b in a.") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(try machine.contains(arguments[0], arguments[1]))
        },
        NativeFunction("getitem(a, b, /)", "a[b].") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.item(arguments[0], arguments[1])
        },
        NativeFunction("setitem(a, b, c, /)", "a[b] = c.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.setItem(arguments[0], arguments[1], to: arguments[2])
            return .none
        },
        NativeFunction("delitem(a, b, /)", "del a[b].") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.deleteItem(arguments[0], arguments[1])
            return .none
        },
        NativeFunction("countOf(a, b, /)", "How many in a equal b.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var count = 0
            let wanted = arguments[1]
            try machine.forEach(arguments[0]) { (machine: inout Machine, element) throws(Raised) in
                if try machine.equals(element, wanted) { count += 1 }
                return true
            }
            return .int(count)
        },
    ]

    // MARK: Getters

    /// A type that gets one thing, or a tuple of several. Field: the tuple of what it gets.
    private static func getter(
        _ name: String,
        _ get: @escaping @Sendable (inout Machine, Value, Value) throws(Raised) -> Value
    ) -> NativeType {
        NativeType(
            name,
            module: "operator",
            "Gets parts of what it is called with.",
            slots: .init {
                $0.construct = NativeFunction("\(name)(cls, item, /, *items)", "A getter of these.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    let wanted = [arguments[1]] + machine.elements(ofSequence: arguments[2])
                    if name == "attrgetter", wanted.contains(where: { !$0.isString }) {
                        throw machine.raise(.typeError, "attribute name must be a string")
                    }
                    return try machine.makeObject(
                        machine.libraryType("operator.\(name)"),
                        [try machine.makeTuple(wanted)]
                    )
                }
                $0.call = NativeFunction("\(name)(self, obj, /)", "The part, or a tuple of the parts.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    var parts: [Value] = []
                    for wanted in machine.elements(ofSequence: machine.objectField(arguments[0], 0)) {
                        parts.append(try get(&machine, arguments[1], wanted))
                    }
                    return parts.count == 1 ? parts[0] : try machine.makeTuple(parts)
                }
                $0.repr = { (machine: inout Machine, value) throws(Raised) in
                    var text = TextBuilder()
                    text.append("operator.\(name)(")
                    for (index, part) in machine.elements(ofSequence: machine.objectField(value, 0)).enumerated() {
                        if index > 0 { text.append(", ") }
                        try machine.appendRepr(part, to: &text)
                    }
                    text.append(")")
                    return try text.finish(&machine)
                }
            }
        )
    }

    @Sendable private static func item(_ machine: inout Machine, _ value: Value, _ key: Value) throws(Raised) -> Value {
        try machine.item(value, key)
    }

    /// `attrgetter('a.b')` goes through both.
    @Sendable private static func attributes(
        _ machine: inout Machine,
        _ value: Value,
        _ path: Value
    ) throws(Raised) -> Value {
        var current = value
        for part in machine.string(path).split(separator: ".", omittingEmptySubsequences: false) {
            try machine.charge(1)
            current = try machine.attribute(current, try machine.knownName(String(part)))
        }
        return current
    }

    private static let methodCaller = NativeType(
        "methodcaller",
        module: "operator",
        "Calls a method of what it is called with.",
        slots: .init {
            $0.construct = NativeFunction("methodcaller(cls, name, /, *args, **kwargs)", "A caller of that method.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard arguments[1].isString else { throw machine.raise(.typeError, "method name must be a string") }
                return try machine.makeObject(
                    machine.libraryType("operator.methodcaller"),
                    [arguments[1], arguments[2], arguments[3]]
                )
            }
            $0.call = NativeFunction("methodcaller(self, obj, /)", "What the method gives.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let method = try machine.attribute(arguments[1], machine.name(machine.objectField(arguments[0], 0)))
                return try FunctoolsModule.call(
                    &machine,
                    method,
                    machine.elements(ofSequence: machine.objectField(arguments[0], 1)),
                    machine.objectField(arguments[0], 2)
                )
            }
        }
    )
}
