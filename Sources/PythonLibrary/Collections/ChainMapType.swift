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
            NativeFunction("new_child(self, m=None)", "With one more mapping in front.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let child = arguments[1].isNone ? try machine.makeDictionary() : arguments[1]
                return try makeChain(&machine, [child] + maps(machine, arguments[0]))
            },
            NativeFunction("copy(self)", "With a copy of the first mapping.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var all = maps(machine, arguments[0])
                if let first = all.first {
                    let copy = try machine.makeDictionary()
                    try machine.updateDictionary(copy, from: first)
                    all[0] = copy
                }
                return try makeChain(&machine, all)
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
                !(try find(&machine, value, key)).isUnbound
            }
            $0.length = { (machine: inout Machine, value) throws(Raised) in
                machine.dictionaryCount(try merged(&machine, value))
            }
            $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                try machine.iterator(try merged(&machine, value))
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

    private static func find(_ machine: inout Machine, _ chain: Value, _ key: Value) throws(Raised) -> Value {
        for map in maps(machine, chain) {
            try machine.charge(1)
            if try machine.contains(map, key) { return try machine.item(map, key) }
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
