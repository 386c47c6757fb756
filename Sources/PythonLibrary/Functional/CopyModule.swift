package import PythonRuntime

/// `copy`.
package enum CopyModule {
    package static let module: NativeModule = NativeModule(
        "copy",
        "Copies of values.",
        functions: [
            NativeFunction("copy(x)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
                try copy(&machine, arguments[0], memo: nil)
            },
            NativeFunction("deepcopy(x, memo=None)", "A copy of everything in it too.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let memo = try machine.makeDictionary()
                return try copy(&machine, arguments[0], memo: memo)
            },
        ],
        exceptions: [("Error", "Exception")],
        constants: { (machine: inout Machine) throws(Raised) in
            [("error", machine.retained["exception copy.Error"] ?? .none)]
        }
    )

    /// What a deep copy has copied already is found by where it lies, so that a value that contains itself ends.
    private static func key(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        try machine.makeTuple([
            .int(Int64(bitPattern: value.payload)), .int(Int64(value.tag.rawValue)), .int(Int64(value.place)),
        ])
    }

    /// A copy; with `memo`, of the parts too. Raises RecursionError for what is nested too deep.
    private static func copy(_ machine: inout Machine, _ value: Value, memo: Value?) throws(Raised) -> Value {
        switch value.tag {
        case .list, .dictionary, .set, .instance, .tuple, .frozenSet: break
        case .object: return try copyObject(&machine, value, memo: memo)
        // Event maps and lists cannot change: they are their own copies, as Panther's immutable wrappers give them.
        default: return value
        }
        try machine.enterNative()
        defer { machine.leaveNative() }
        try machine.charge(1)
        guard let memo else { return try shallow(&machine, value) }
        let key = try key(&machine, value)
        let known = try machine.lookup(key, in: memo)
        if !known.isUnbound { return known }
        return try deep(&machine, value, key, memo)
    }

    private static func shallow(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .list:
            try machine.charge(machine.listCount(value) / 16)
            return try machine.makeList(from: value)
        case .dictionary, .set:
            try machine.charge(machine.dictionaryCount(value) / 16)
            return try machine.copyDictionary(value, as: value.tag)
        case .instance:
            let own = try machine.attributeIfAny(value, machine.name("__copy__"))
            if !own.isUnbound { return try machine.call(own, []) }
            let inner = machine.unwrapped(value)
            let storage = inner.isIdentical(to: value) ? Value.unbound : try shallow(&machine, inner)
            return try instance(&machine, value, storage) { (_: inout Machine, attribute) throws(Raised) in attribute }
        default: return value
        }
    }

    /// An instance of the same class with its attributes, each handed to `body`.
    private static func instance(
        _ machine: inout Machine,
        _ value: Value,
        _ storage: Value,
        _ body: (inout Machine, Value) throws(Raised) -> Value
    ) throws(Raised) -> Value {
        let result = try machine.makeInstance(of: machine.classOf(value), storage: storage)
        let attributes = machine.ownAttributes(ofInstance: value)
        guard attributes.tag == .dictionary else { return result }
        try machine.forEachEntry(attributes) { (machine: inout Machine, name, attribute) throws(Raised) in
            try machine.setInstanceAttribute(result, name, try body(&machine, attribute))
            return true
        }
        return result
    }

    private static func deep(
        _ machine: inout Machine,
        _ value: Value,
        _ key: Value,
        _ memo: Value
    ) throws(Raised) -> Value {
        switch value.tag {
        case .list:
            let result = try machine.makeList()
            try machine.set(key, to: result, in: memo)
            var index = 0
            while index < machine.listCount(value) {
                try machine.append(try copy(&machine, machine.listElement(value, index), memo: memo), to: result)
                index += 1
            }
            return result
        case .dictionary, .set, .frozenSet:
            let result = try machine.makeDictionary(value.tag)
            try machine.set(key, to: result, in: memo)
            try machine.forEachEntry(value) { (machine: inout Machine, name, element) throws(Raised) in
                let name = try copy(&machine, name, memo: memo)
                if value.tag == .dictionary {
                    try machine.set(name, to: try copy(&machine, element, memo: memo), in: result)
                } else {
                    try machine.add(name, to: result)
                }
                return true
            }
            return result
        case .tuple:
            var parts: [Value] = []
            for part in machine.elements(ofSequence: value) { parts.append(try copy(&machine, part, memo: memo)) }
            let isSame = zip(parts, machine.elements(ofSequence: value)).allSatisfy { $0.isIdentical(to: $1) }
            return isSame ? value : try machine.makeTuple(parts)
        default:
            let own = try machine.attributeIfAny(value, machine.name("__deepcopy__"))
            if !own.isUnbound { return try machine.call(own, [memo]) }
            let inner = machine.unwrapped(value)
            let storage = inner.isIdentical(to: value) ? Value.unbound : try copy(&machine, inner, memo: memo)
            return try instance(&machine, value, storage) { (machine: inout Machine, attribute) throws(Raised) in
                try copy(&machine, attribute, memo: memo)
            }
        }
    }

    /// A library object that has `copy`, such as a deque; the others cannot change.
    private static func copyObject(_ machine: inout Machine, _ value: Value, memo: Value?) throws(Raised) -> Value {
        guard ["deque", "ChainMap"].contains(machine.typeName(value)) else { return value }
        guard let memo, machine.typeName(value) == "deque" else { return try machine.callMethod(value, "copy") }
        let list = try machine.makeList(from: value)
        let parts = try copy(&machine, list, memo: memo)
        return try CollectionsModule.makeDeque(
            &machine,
            machine.elements(ofSequence: parts),
            machine.objectField(value, 2)
        )
    }
}
