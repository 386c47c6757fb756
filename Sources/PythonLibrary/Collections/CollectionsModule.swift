package import PythonRuntime

/// `collections`.
///
/// `defaultdict`, `OrderedDict` and `Counter` are classes derived from `dict`, made of native methods, so that
/// everything that takes a dict takes them.
package enum CollectionsModule {
    package static let module: NativeModule = NativeModule(
        "collections",
        "Containers beyond the builtin ones.",
        functions: [
            NativeFunction(
                "namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)",
                "A class of tuples with named elements.",
                namedtuple
            )
        ],
        types: [deque, dequeIterator, chainMap, UserContainers.list, UserContainers.string],
        constants: { (machine: inout Machine) throws(Raised) in
            var names: [(name: String, value: Value)] = []
            for (name, methods) in [
                ("defaultdict", defaultdictMethods), ("OrderedDict", orderedMethods), ("Counter", counterMethods),
                ("UserDict", unionMethods),
            ] {
                let attributes = methods.map { ($0.name, machine.native("collections.\(name).\($0.name)", $0)) }
                let type = try machine.makeClass(
                    named: name,
                    module: "collections",
                    bases: [machine.builtin(named: "dict")],
                    attributes: attributes
                )
                machine.retained["type collections.\(name)"] = type
                names.append((name, type))
            }
            return names
        }
    )

    // MARK: namedtuple

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]

    private static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }

    private static func namedtuple(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let typeName = machine.string(try machine.str(arguments[0]))
        var fields: [String] = []
        if arguments[1].isString {
            fields = machine.string(arguments[1]).split { $0 == "," || $0.isWhitespace }.map(String.init)
        } else {
            try machine.forEach(arguments[1]) { (machine: inout Machine, field) throws(Raised) in
                fields.append(machine.string(try machine.str(field)))
                return true
            }
        }
        if try machine.truth(arguments[2]) {
            var seen: Set<String> = []
            for (index, field) in fields.enumerated() {
                let isBad =
                    !isIdentifier(field) || keywords.contains(field) || field.hasPrefix("_") || seen.contains(field)
                if isBad { fields[index] = "_\(index)" }
                seen.insert(field)
            }
        }
        try check(&machine, typeName, fields, isRenamed: try machine.truth(arguments[2]))
        // Not interned: rules may make names without end.
        var values: [Value] = []
        for field in fields { values.append(try machine.makeString(field)) }
        let defaults = try machine.makeDictionary()
        if !arguments[3].isNone {
            let given = try machine.makeList(from: arguments[3])
            let count = machine.listCount(given)
            guard count <= fields.count else {
                throw machine.raise(.typeError, "Got more default values than field names")
            }
            for index in 0..<count {
                try machine.set(
                    values[fields.count - count + index],
                    to: machine.listElement(given, index),
                    in: defaults
                )
            }
        }
        let module = arguments[4].isString ? machine.string(arguments[4]) : "__main__"
        return try NamedTuple.makeClass(
            &machine,
            name: try machine.makeString(typeName),
            fields: values,
            defaults: defaults,
            module: module
        )
    }

    private static func check(
        _ machine: inout Machine,
        _ typeName: String,
        _ fields: [String],
        isRenamed: Bool
    ) throws(Raised) {
        for name in [typeName] + fields {
            guard isIdentifier(name) else {
                throw machine.raise(
                    .valueError,
                    "Type names and field names must be valid identifiers: \(IPAddress.quoted(name))"
                )
            }
            guard !keywords.contains(name) else {
                throw machine.raise(
                    .valueError,
                    "Type names and field names cannot be a keyword: \(IPAddress.quoted(name))"
                )
            }
        }
        var seen: Set<String> = []
        for field in fields {
            guard !field.hasPrefix("_") || isRenamed else {
                throw machine.raise(
                    .valueError,
                    "Field names cannot start with an underscore: \(IPAddress.quoted(field))"
                )
            }
            guard seen.insert(field).inserted else {
                throw machine.raise(.valueError, "Encountered duplicate field name: \(IPAddress.quoted(field))")
            }
        }
    }

    // MARK: Shared

    /// What `dict(*args, **kwargs)` puts into a dictionary.
    static func fill(
        _ machine: inout Machine,
        _ dictionary: Value,
        _ arguments: Value,
        _ keywords: Value,
        _ name: String
    ) throws(Raised) {
        let count = machine.tupleCount(arguments)
        guard count <= 1 else {
            throw machine.raise(.typeError, "\(name) expected at most 1 argument, got \(count)")
        }
        if count == 1 { try machine.updateDictionary(dictionary, from: machine.tupleElement(arguments, 0)) }
        try machine.updateDictionary(dictionary, from: keywords)
    }

    /// A copy with the same class and attributes around a copied dictionary.
    static func copied(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let storage = try machine.copyDictionary(machine.unwrapped(value), as: .dictionary)
        let copy = try machine.makeInstance(of: machine.classOf(value), storage: storage)
        let attributes = machine.ownAttributes(ofInstance: value)
        if attributes.tag == .dictionary {
            try machine.forEachEntry(attributes) { (machine: inout Machine, key, attribute) throws(Raised) in
                try machine.setInstanceAttribute(copy, key, attribute)
                return true
            }
        }
        return copy
    }

    /// `|` with any dict gives the class of the one that has it.
    private static let unionMethods: [NativeFunction] = [
        NativeFunction("__or__(self, other, /)", "The items of both; the other's stay.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try union(&machine, arguments[0], [arguments[0], arguments[1]])
        },
        NativeFunction("__ror__(self, other, /)", "The items of both; its own stay.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try union(&machine, arguments[0], [arguments[1], arguments[0]])
        },
        NativeFunction("__ior__(self, other, /)", "Takes the other's items over.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.updateDictionary(machine.unwrapped(arguments[0]), from: arguments[1])
            return arguments[0]
        },
    ]

    private static func union(_ machine: inout Machine, _ value: Value, _ parts: [Value]) throws(Raised) -> Value {
        guard parts.allSatisfy({ machine.unwrapped($0).tag == .dictionary }) else { return .notImplemented }
        let result = try copied(&machine, value)
        let dictionary = machine.unwrapped(result)
        machine.clearDictionary(dictionary)
        for part in parts { try machine.updateDictionary(dictionary, from: machine.unwrapped(part)) }
        return result
    }

    // MARK: defaultdict

    private static let defaultdictMethods: [NativeFunction] =
        unionMethods + [
            NativeFunction(
                "__init__(self, default_factory=None, /, *args, **kwargs)",
                "A dict that makes missing values."
            ) {
                (machine: inout Machine, arguments) throws(Raised) in
                guard
                    arguments[1].isNone || machine.isCallable(arguments[1])
                        || machine.classOf(arguments[1]).tag == .classObject
                else { throw machine.raise(.typeError, "first argument must be callable or None") }
                try machine.setInstanceAttribute(arguments[0], machine.intern("default_factory"), arguments[1])
                try fill(&machine, machine.unwrapped(arguments[0]), arguments[2], arguments[3], "defaultdict")
                return .none
            },
            NativeFunction("__missing__(self, key, /)", "Makes the value of a key that is not there.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let factory = try machine.attribute(arguments[0], machine.name("default_factory"))
                guard !factory.isNone else { throw machine.raise(.keyError, arguments: [arguments[1]]) }
                let value = try machine.call(factory, [])
                try machine.set(arguments[1], to: value, in: machine.unwrapped(arguments[0]))
                return value
            },
            NativeFunction("copy(self)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
                try copied(&machine, arguments[0])
            },
            NativeFunction("__copy__(self)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
                try copied(&machine, arguments[0])
            },
            NativeFunction("__repr__(self)", "`defaultdict(<class 'list'>, {})`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let factory = try machine.attribute(arguments[0], machine.name("default_factory"))
                var text = TextBuilder()
                text.append("\(machine.typeName(arguments[0]))(")
                try machine.appendRepr(factory, to: &text)
                text.append(", ")
                try machine.appendRepr(machine.unwrapped(arguments[0]), to: &text)
                text.append(")")
                return try text.finish(&machine)
            },
        ]

    // MARK: OrderedDict

    private static let orderedMethods: [NativeFunction] =
        unionMethods + [
            NativeFunction("__init__(self, *args, **kwargs)", "A dict.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try fill(&machine, machine.unwrapped(arguments[0]), arguments[1], arguments[2], "OrderedDict")
                return .none
            },
            NativeFunction("move_to_end(self, key, last=True)", "Moves a key to an end.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let dictionary = machine.unwrapped(arguments[0])
                let value = try machine.remove(arguments[1], from: dictionary)
                guard !value.isUnbound else { throw machine.raise(.keyError, arguments: [arguments[1]]) }
                if try machine.truth(arguments[2]) {
                    try machine.set(arguments[1], to: value, in: dictionary)
                } else {
                    let rest = try machine.copyDictionary(dictionary, as: .dictionary)
                    machine.clearDictionary(dictionary)
                    try machine.set(arguments[1], to: value, in: dictionary)
                    try machine.charge(machine.dictionaryCount(rest) / 16)
                    try machine.updateDictionary(dictionary, from: rest)
                }
                return .none
            },
            NativeFunction("popitem(self, last=True)", "Takes the last or first item.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let dictionary = machine.unwrapped(arguments[0])
                guard machine.dictionaryCount(dictionary) > 0 else {
                    throw machine.raise(.keyError, arguments: [machine.intern("dictionary is empty")])
                }
                if try machine.truth(arguments[1]) { return try machine.callMethod(dictionary, "popitem") }
                let key = try machine.next(try machine.iterator(dictionary))
                return try machine.makeTuple([key, try machine.remove(key, from: dictionary)])
            },
            NativeFunction("copy(self)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
                try copied(&machine, arguments[0])
            },
            NativeFunction("__eq__(self, other, /)", "Equality; of two OrderedDicts in order.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let left = machine.unwrapped(arguments[0])
                let right = machine.unwrapped(arguments[1])
                guard right.tag == .dictionary else { return .notImplemented }
                guard try machine.equals(left, right) else { return .false }
                let type = machine.retained["type collections.OrderedDict"] ?? .none
                guard arguments[1].tag == .instance, machine.isDerived(machine.classOf(arguments[1]), from: type) else {
                    return .true
                }
                let first = try machine.makeList(from: left)
                return .bool(try machine.equals(first, try machine.makeList(from: right)))
            },
            NativeFunction("__repr__(self)", "`OrderedDict([('a', 1)])`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let dictionary = machine.unwrapped(arguments[0])
                guard machine.dictionaryCount(dictionary) > 0 else {
                    return try machine.makeString("\(machine.typeName(arguments[0]))()")
                }
                let items = try machine.makeList(from: try machine.callMethod(dictionary, "items"))
                var text = TextBuilder()
                text.append("\(machine.typeName(arguments[0]))(")
                try machine.appendRepr(items, to: &text)
                text.append(")")
                return try text.finish(&machine)
            },
        ]
}

/// Names that are rarely met and stand for the builtin they wrap.
enum UserContainers {
    static let list = NativeType(
        "UserList",
        module: "collections",
        "A list.",
        slots: .init {
            $0.construct = NativeFunction("UserList(cls, initlist=None)", "A list.") {
                (machine: inout Machine, arguments) throws(Raised) in
                arguments[1].isNone ? try machine.makeList() : try machine.makeList(from: arguments[1])
            }
        }
    )
    static let string = NativeType(
        "UserString",
        module: "collections",
        "A string.",
        slots: .init {
            $0.construct = NativeFunction("UserString(cls, seq)", "A string.") {
                (machine: inout Machine, arguments) throws(Raised) in try machine.str(arguments[1])
            }
        }
    )
}
