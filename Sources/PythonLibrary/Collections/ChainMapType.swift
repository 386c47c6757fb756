import PythonRuntime

/// `ChainMap`: mappings searched one after the other; the first takes what is set. Field: the list of them.
extension CollectionsModule {
    static let chainMap = NativeType(
        "ChainMap",
        module: "collections",
        "Several mappings seen as one.",
        methods: [
            NativeFunction("get(self, key, default=None)", "The value of a key.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard try contains(&machine, arguments[0], arguments[1]) else { return arguments[2] }
                let found = try find(&machine, arguments[0], arguments[1])
                return found.isUnbound ? arguments[2] : found
            },
            NativeFunction("keys(self)", "The keys.") { (machine: inout Machine, arguments) throws(Raised) in
                try machine.callMethod(try merged(&machine, arguments[0]), "keys")
            },
            NativeFunction("values(self)", "The values.") { (machine: inout Machine, arguments) throws(Raised) in
                try machine.callMethod(try merged(&machine, arguments[0]), "values")
            },
            NativeFunction("items(self)", "The items.") { (machine: inout Machine, arguments) throws(Raised) in
                try machine.callMethod(try merged(&machine, arguments[0]), "items")
            },
            NativeFunction("pop(self, key, /, *args)", "Takes a key out of the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let rest = machine.elements(ofSequence: arguments[2])
                let message = "Key not found in the first mapping: "
                return try inFirst(&machine, arguments[0], "pop", [arguments[1]] + rest, message, shows: arguments[1])
            },
            NativeFunction("popitem(self)", "Takes an item out of the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try inFirst(&machine, arguments[0], "popitem", [], "No keys found in the first mapping.")
            },
            NativeFunction("clear(self)", "Empties the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try inFirst(&machine, arguments[0], "clear", [], "")
            },
            NativeFunction("setdefault(self, key, default=None)", "The value of a key, set if it is not there.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let found = try find(&machine, arguments[0], arguments[1])
                guard found.isUnbound else { return found }
                try machine.setItem(arguments[0], arguments[1], to: arguments[2])
                return arguments[2]
            },
            NativeFunction("update(self, other=..., /, **kwds)", "Sets items of the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let items = try machine.makeDictionary()
                if !arguments[1].isUnbound { try machine.updateDictionary(items, from: arguments[1]) }
                try machine.updateDictionary(items, from: arguments[2])
                try machine.forEachEntry(items) { (machine: inout Machine, key, value) throws(Raised) in
                    try machine.setItem(arguments[0], key, to: value)
                    return true
                }
                return .none
            },
            NativeFunction("new_child(self, m=None)", "With one more mapping in front.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let child = arguments[1].isNone ? try machine.makeDictionary() : arguments[1]
                return try makeChain(&machine, [child] + maps(machine, arguments[0]))
            },
            NativeFunction("copy(self)", "With a copy of the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try copiedChain(&machine, arguments[0])
            },
        ],
        properties: [
            NativeFunction("maps(self)", "The mappings.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            },
            NativeFunction("parents(self)", "Without the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let rest = Array(maps(machine, arguments[0]).dropFirst())
                return try makeChain(&machine, rest.isEmpty ? [try machine.makeDictionary()] : rest)
            },
        ],
        classMethods: [
            NativeFunction("fromkeys(cls, iterable, /, *args)", "A chain of one dict of these keys.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let rest = machine.elements(ofSequence: arguments[2])
                let type = machine.builtin(named: "dict")
                return try makeChain(&machine, [try machine.callMethod(type, "fromkeys", [arguments[1]] + rest)])
            }
        ],
        slots: .init {
            $0.construct = NativeFunction("ChainMap(cls, *maps)", "The mappings as one.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let given = machine.elements(ofSequence: arguments[1])
                return try makeChain(&machine, given.isEmpty ? [try machine.makeDictionary()] : given)
            }
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                var text = TextBuilder()
                text.append("ChainMap(")
                for (index, map) in maps(machine, value).enumerated() {
                    if index > 0 { text.append(", ") }
                    try machine.appendRepr(map, to: &text)
                }
                text.append(")")
                return try text.finish(&machine)
            }
            $0.item = { (machine: inout Machine, value, key) throws(Raised) in
                let found = try find(&machine, value, key)
                guard found.isUnbound else { return found }
                throw machine.raise(.keyError, arguments: [key])
            }
            $0.setItem = { (machine: inout Machine, value, key, element) throws(Raised) in
                guard let first = maps(machine, value).first else { return }
                try machine.setItem(first, key, to: element)
            }
            $0.deleteItem = { (machine: inout Machine, value, key) throws(Raised) in
                guard let first = maps(machine, value).first, try machine.contains(first, key) else {
                    let shown = machine.string(try machine.repr(key))
                    let message = try machine.makeString("Key not found in the first mapping: \(shown)")
                    throw machine.raise(.keyError, arguments: [message])
                }
                try machine.deleteItem(first, key)
            }
            $0.contains = { (machine: inout Machine, value, key) throws(Raised) in
                try contains(&machine, value, key)
            }
            $0.length = { (machine: inout Machine, value) throws(Raised) in
                machine.dictionaryCount(try merged(&machine, value))
            }
            $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                try machine.iterator(try merged(&machine, value))
            }
            $0.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
                let isLeft = machine.isObject(left, "collections.ChainMap")
                guard operation == .bitOr, try machine.isMapping(machine.unwrapped(isLeft ? right : left)) else {
                    return .notImplemented
                }
                if isLeft {
                    let copy = try copiedChain(&machine, left)
                    _ = try machine.callMethod(maps(machine, copy)[0], "update", [right])
                    return copy
                }
                let all = try machine.makeDictionary()
                try machine.updateDictionary(all, from: left)
                for map in maps(machine, right).reversed() { try machine.updateDictionary(all, from: map) }
                return try makeChain(&machine, [all])
            }
            $0.inPlace = { (machine: inout Machine, operation, left, right) throws(Raised) in
                guard operation == .bitOr, let first = maps(machine, left).first else { return .notImplemented }
                _ = try machine.callMethod(first, "update", [right])
                return left
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard try machine.isMapping(left), try machine.isMapping(machine.unwrapped(right)) else {
                    return .notImplemented
                }
                let first = try machine.makeDictionary()
                try machine.updateDictionary(first, from: left)
                let second = try machine.makeDictionary()
                try machine.updateDictionary(second, from: right)
                return try machine.equal(first, second)
            }
        }
    )

    private static func maps(_ machine: borrowing Machine, _ chain: Value) -> [Value] {
        machine.elements(ofSequence: machine.objectField(chain, 0))
    }

    private static func makeChain(_ machine: inout Machine, _ maps: [Value]) throws(Raised) -> Value {
        try machine.makeObject(machine.libraryType("collections.ChainMap"), [try machine.makeList(maps)])
    }

    /// A chain with a copy of the first mapping before the others.
    private static func copiedChain(_ machine: inout Machine, _ chain: Value) throws(Raised) -> Value {
        let all = maps(machine, chain)
        let copy = try machine.makeDictionary()
        if let first = all.first { try machine.updateDictionary(copy, from: first) }
        return try makeChain(&machine, [copy] + all.dropFirst())
    }

    /// Calls a method of the first mapping; its KeyError says that it was the first.
    private static func inFirst(
        _ machine: inout Machine,
        _ chain: Value,
        _ method: String,
        _ arguments: [Value],
        _ message: String,
        shows key: Value? = nil
    ) throws(Raised) -> Value {
        guard let first = maps(machine, chain).first else {
            throw machine.raise(.indexError, "list index out of range")
        }
        do throws(Raised) { return try machine.callMethod(first, method, arguments) } catch {
            guard machine.isPending(.keyError) else { throw error }
            _ = machine.takeException()
            var text = message
            if let key { text += machine.string(try machine.repr(key)) }
            throw machine.raise(.keyError, arguments: [try machine.makeString(text)])
        }
    }

    private static func contains(_ machine: inout Machine, _ chain: Value, _ key: Value) throws(Raised) -> Bool {
        for map in maps(machine, chain) {
            try machine.charge(1)
            if try machine.contains(map, key) { return true }
        }
        return false
    }

    /// What the first mapping that does not raise KeyError has, be it made by `__missing__`; unbound if all raise.
    private static func find(_ machine: inout Machine, _ chain: Value, _ key: Value) throws(Raised) -> Value {
        for map in maps(machine, chain) {
            try machine.charge(1)
            do throws(Raised) { return try machine.item(map, key) } catch {
                guard machine.isPending(.keyError) else { throw error }
                _ = machine.takeException()
            }
        }
        return .unbound
    }

    /// One dict of all, in the order in which CPython iterates: the last mapping's keys first.
    private static func merged(_ machine: inout Machine, _ chain: Value) throws(Raised) -> Value {
        let result = try machine.makeDictionary()
        for map in maps(machine, chain).reversed() { try machine.updateDictionary(result, from: map) }
        return result
    }
}
