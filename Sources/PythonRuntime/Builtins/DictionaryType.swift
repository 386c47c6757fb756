extension BuiltinTypes {
    /// `dict`.
    static let dictionary = NativeType(
        "dict",
        "Values under keys, in the order in which the keys came.",
        methods: [
            NativeFunction("clear(self, /)", "Removes all entries.", clear),
            NativeFunction("copy(self, /)", "A new dictionary of the same entries.", copy),
            NativeFunction("get(self, key, default=None, /)", "The value under a key, or a default.", get),
            NativeFunction("items(self, /)", "A view of the pairs of key and value.", items),
            NativeFunction("keys(self, /)", "A view of the keys.", keys),
            NativeFunction("pop(self, key, default=..., /)", "Removes a key and gives its value.", pop),
            NativeFunction("popitem(self, /)", "Removes the last entry and gives it.", popItem),
            NativeFunction(
                "setdefault(self, key, default=None, /)",
                "The value under a key, set if missing.",
                setDefault
            ),
            NativeFunction("update(self, other=..., /, **kwargs)", "Takes over the entries of another.", update),
            NativeFunction("values(self, /)", "A view of the values.", values),
            NativeFunction("__init__(self, other=..., /, **kwargs)", "Takes over the entries of another.", update),
            NativeFunction("__reversed__(self, /)", "An iterator over the keys, last first.", reversed),
        ] + SpecialMethods.container + SpecialMethods.changes + [SpecialMethods.item],
        classMethods: [
            NativeFunction("fromkeys(cls, iterable, value=None, /)", "A dictionary of keys with one value.", fromKeys)
        ],
        slots: .init {
            $0.construct = NativeFunction("dict(cls, mapping=..., /, **kwargs)", "A dictionary of entries.", make)
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary: Value
        if arguments[1].tag == .dictionary {
            dictionary = try machine.copyCharged(arguments[1])
        } else {
            dictionary = try machine.makeDictionary()
            if !arguments[1].isUnbound { try machine.updateDictionary(dictionary, from: arguments[1]) }
        }
        try machine.updateDictionary(dictionary, from: arguments[2])
        return dictionary
    }

    private static func update(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "update")
        if !arguments[1].isUnbound {
            if arguments[1].tag == .dictionary { try machine.charge(machine.dictionaryCount(arguments[1]) / 16) }
            try machine.updateDictionary(dictionary, from: arguments[1])
        }
        try machine.updateDictionary(dictionary, from: arguments[2])
        return .none
    }

    private static func clear(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.clearDictionary(try machine.receiver(arguments[0], .dictionary, "clear"))
        return .none
    }

    private static func copy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.copyCharged(try machine.receiver(arguments[0], .dictionary, "copy"))
    }

    private static func get(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "get")
        let value = try machine.lookup(arguments[1], in: dictionary)
        return value.isUnbound ? arguments[2] : value
    }

    private static func keys(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "keys")
        return try machine.makeView(dictionary, machine.iterators.keys)
    }

    private static func values(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "values")
        return try machine.makeView(dictionary, machine.iterators.values)
    }

    private static func items(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "items")
        return try machine.makeView(dictionary, machine.iterators.items)
    }

    private static func pop(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "pop")
        // An empty one is not asked whether the key can be hashed.
        if machine.dictionaryCount(dictionary) > 0 {
            let value = try machine.remove(arguments[1], from: dictionary)
            if !value.isUnbound { return value }
        }
        guard arguments[2].isUnbound else { return arguments[2] }
        throw machine.raise(.keyError, arguments: [arguments[1]])
    }

    private static func popItem(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "popitem")
        guard let entry = machine.removeLastEntry(dictionary) else {
            throw machine.raise(.keyError, "popitem(): dictionary is empty")
        }
        return try machine.makeTuple([entry.key, entry.value])
    }

    private static func setDefault(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let dictionary = try machine.receiver(arguments[0], .dictionary, "setdefault")
        let value = try machine.lookup(arguments[1], in: dictionary)
        guard value.isUnbound else { return value }
        try machine.set(arguments[1], to: arguments[2], in: dictionary)
        return arguments[2]
    }

    private static func reversed(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeReversed(try machine.receiver(arguments[0], .dictionary, "__reversed__"))
    }

    private static func fromKeys(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let isPlain = arguments[0].tag == .nativeType
        let target = isPlain ? try machine.makeDictionary() : try machine.call(arguments[0], [])
        let value = arguments[2]
        try machine.forEach(arguments[1]) { (machine: inout Machine, key) throws(Raised) in
            try machine.setItem(target, key, to: value)
            return true
        }
        return target
    }
}

extension Machine {
    /// A copy of a dictionary or set, its work charged.
    mutating func copyCharged(_ source: Value) throws(Raised) -> Value {
        try charge(dictionaryCount(source) / 16)
        return try copyDictionary(source, as: source.tag)
    }
}
