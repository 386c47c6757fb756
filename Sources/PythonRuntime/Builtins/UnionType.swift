extension BuiltinTypes {
    /// `int | str`: an object of a tuple of types.
    static let union = NativeType(
        "UnionType",
        module: "types",
        "One of several types.",
        properties: [
            NativeFunction("__args__(self)", "The types.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            }
        ],
        slots: .init {
            $0.repr = { (machine: inout Machine, value) throws(Raised) in try text(&machine, value) }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in try equal(&machine, left, right) }
            $0.hash = { (machine: inout Machine, value) throws(Raised) in
                try machine.hash(try machine.makeSet(from: machine.objectField(value, 0), kind: .frozenSet))
            }
            $0.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
                guard operation == .bitOr else { return .notImplemented }
                return try machine.makeUnion(left, right) ?? .notImplemented
            }
            $0.item = { (machine: inout Machine, value, _) throws(Raised) in
                let shown = machine.string(try text(&machine, value))
                throw machine.raise(.typeError, "\(shown) is not a generic class")
            }
        }
    )

    private static func text(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        var parts: [String] = []
        for type in machine.elements(ofSequence: machine.objectField(value, 0)) {
            let isNone = type.tag == .nativeType && machine.typeNumber(ofType: type) == TypeNumber(.none)
            parts.append(isNone ? "None" : machine.qualifiedTypeName(type))
        }
        return try machine.makeString(parts.joined(separator: " | "))
    }

    private static func equal(_ machine: inout Machine, _ left: Value, _ right: Value) throws(Raised) -> Value {
        guard right.tag == .object, machine.typeNumber(right) == machine.types.unionType else { return .notImplemented }
        let first = try machine.makeSet(from: machine.objectField(left, 0))
        return try machine.equal(first, try machine.makeSet(from: machine.objectField(right, 0)))
    }
}

extension Machine {
    /// `left | right` of types: each type once. Nil if one of the two is neither a type, nor None, nor a union.
    mutating func makeUnion(_ left: Value, _ right: Value) throws(Raised) -> Value? {
        guard let first = unionMembers(left), let second = unionMembers(right) else { return nil }
        var members: [Value] = []
        for type in first + second where !members.contains(where: { $0.isIdentical(to: type) }) { members.append(type) }
        try charge(members.count)
        return members.count == 1 ? members[0] : try makeObject(types.unionType, [try makeTuple(members)])
    }

    private func unionMembers(_ value: Value) -> [Value]? {
        switch value.tag {
        case .none: [.type(TypeNumber(.none))]
        case .nativeType, .classObject: [value]
        case .object where typeNumber(value) == types.unionType: elements(ofSequence: objectField(value, 0))
        default: nil
        }
    }

    /// A type as unions and messages show it: `int`, `datetime.date`, `module.Class`.
    func qualifiedTypeName(_ type: Value) -> String {
        guard type.tag == .nativeType else { return qualifiedClassName(type) }
        let entry = types.entry(typeNumber(ofType: type))
        let module = entry?.module ?? "builtins"
        return (module == "builtins" ? "" : module + ".") + (entry?.name ?? "object")
    }
}
