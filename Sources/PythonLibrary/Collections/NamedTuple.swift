import PythonRuntime

/// Classes of tuples with named elements: `namedtuple`, `NamedTuple`, `struct_time`, `ParseResult`.
///
/// A class is derived from `tuple`; its attributes `_fields` and `_field_defaults` tell its methods, which all such
/// classes share, what to do.
enum NamedTuple {
    /// A class of tuples of the library, which ``make(_:_:_:)`` finds by its path: `urllib.parse.ParseResult`. One that
    /// CPython makes in C, as a "struct sequence", shows its module too.
    static func makeLibraryClass(
        _ machine: inout Machine,
        _ path: String,
        fields: [String],
        methods: [NativeFunction] = [],
        properties: [NativeFunction] = [],
        isStructSequence: Bool = false
    ) throws(Raised) -> Value {
        let parts = path.split(separator: ".")
        let type = try makeClass(
            &machine,
            name: machine.intern(String(parts.last ?? "")),
            fields: fields.map { machine.intern($0) },
            defaults: try machine.makeDictionary(),
            module: parts.dropLast().joined(separator: ".")
        )
        let attributes = machine.ownAttributes(ofClass: type)
        if isStructSequence {
            let display = machine.native("struct sequence.__repr__", qualifiedDisplay)
            try machine.set(machine.intern("__repr__"), to: display, in: attributes)
        }
        for method in methods {
            let function = machine.native("\(path).\(method.name)", method)
            try machine.set(machine.intern(method.name), to: function, in: attributes)
        }
        for property in properties {
            let getter = machine.native("\(path).\(property.name)", property)
            let value = try machine.makeProperty(getter: getter)
            try machine.set(machine.intern(property.name), to: value, in: attributes)
        }
        machine.retained["type \(path)"] = type
        return type
    }

    /// A tuple of a class of the library, with these values: one for each field.
    static func make(_ machine: inout Machine, _ path: String, _ values: [Value]) throws(Raised) -> Value {
        let type = machine.retained["type \(path)"] ?? .none
        return try machine.makeInstance(of: type, storage: try machine.makeTuple(values))
    }

    /// A class of tuples with these fields, strings. Raises ValueError for names that are none.
    static func makeClass(
        _ machine: inout Machine,
        name: Value,
        fields: [Value],
        defaults: Value,
        module: String = "__main__"
    ) throws(Raised) -> Value {
        var attributes: [(String, Value)] = [
            ("_fields", try machine.makeTuple(fields)), ("_field_defaults", defaults),
            ("__match_args__", try machine.makeTuple(fields)),
            ("__slots__", try machine.makeTuple([])),
        ]
        for method in methods { attributes.append((method.name, shared(&machine, method))) }
        attributes.append(("_make", try machine.makeClassMethod(shared(&machine, make))))
        for (index, field) in fields.enumerated() {
            let getter = try machine.makeObject(try getterType(&machine), [.int(index)])
            attributes.append((machine.string(field), try machine.makeProperty(getter: getter)))
        }
        return try machine.makeClass(
            named: machine.string(name),
            module: module,
            bases: [machine.builtin(named: "tuple")],
            attributes: attributes
        )
    }

    /// The function value of a row, made once in a machine.
    private static func shared(_ machine: inout Machine, _ function: NativeFunction) -> Value {
        machine.native("namedtuple.\(function.name)", function)
    }

    /// Gets one element: the getter behind a field's property.
    private static let getter = NativeType(
        "_tuplegetter",
        module: "collections",
        "Gets one element of a named tuple.",
        slots: .init {
            $0.call = NativeFunction("getter(self, instance, /)", "The element.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let index = Int(machine.objectField(arguments[0], 0).intValue)
                return try element(&machine, machine.unwrapped(arguments[1]), index)
            }
        }
    )

    private static func getterType(_ machine: inout Machine) throws(Raised) -> TypeNumber {
        if let known = machine.retained["type collections._tuplegetter"] { return machine.typeNumber(ofType: known) }
        let number = machine.register(getter)
        machine.retained["type collections._tuplegetter"] = .type(number)
        return number
    }

    private static let methods: [NativeFunction] = [
        NativeFunction("__new__(_cls, *args, **kwargs)", "A tuple of the fields.", construct),
        NativeFunction("__repr__(self)", "`Name(field=value)`.") { (machine: inout Machine, arguments) throws(Raised) in
            try display(&machine, arguments[0], prefix: "")
        },
        NativeFunction("_asdict(self)", "The fields as a dict.") { (machine: inout Machine, arguments) throws(Raised) in
            let tuple = machine.unwrapped(arguments[0])
            let dictionary = try machine.makeDictionary()
            for (index, field) in fields(&machine, machine.classOf(arguments[0])).enumerated() {
                try machine.set(field, to: try element(&machine, tuple, index), in: dictionary)
            }
            return dictionary
        },
        NativeFunction("_replace(self, /, **kwds)", "The tuple with fields replaced.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let type = machine.classOf(arguments[0])
            let tuple = machine.unwrapped(arguments[0])
            var values: [Value] = []
            for (index, field) in fields(&machine, type).enumerated() {
                let given = try machine.remove(field, from: arguments[1])
                values.append(given.isUnbound ? try element(&machine, tuple, index) : given)
            }
            if machine.dictionaryCount(arguments[1]) > 0 {
                let names = machine.string(try machine.repr(try machine.makeList(from: arguments[1])))
                throw machine.raise(.valueError, "Got unexpected field names: \(names)")
            }
            return try machine.makeInstance(of: type, storage: try machine.makeTuple(values))
        },
        NativeFunction("__getnewargs__(self)", "The elements as a plain tuple.") {
            (machine: inout Machine, arguments) throws(Raised) in
            machine.unwrapped(arguments[0])
        },
    ]

    private static let qualifiedDisplay = NativeFunction("__repr__(self)", "`module.Name(field=value)`.") {
        (machine: inout Machine, arguments) throws(Raised) in
        let module = machine.rawAttribute(ofClass: machine.classOf(arguments[0]), machine.name("__module__"))
        return try display(&machine, arguments[0], prefix: machine.string(module) + ".")
    }

    private static func display(
        _ machine: inout Machine,
        _ value: Value,
        prefix: String
    ) throws(Raised) -> Value {
        let type = machine.classOf(value)
        let tuple = machine.unwrapped(value)
        var text = TextBuilder()
        text.append("\(prefix)\(machine.nameOfType(type))(")
        for (index, field) in fields(&machine, type).enumerated() {
            text.append((index == 0 ? "" : ", ") + machine.string(field) + "=")
            try machine.appendRepr(try element(&machine, tuple, index), to: &text)
        }
        text.append(")")
        return try text.finish(&machine)
    }

    /// An element of the tuple in an instance, which is shorter than its fields if a rule made it by `tuple.__new__`.
    static func element(_ machine: inout Machine, _ tuple: Value, _ index: Int) throws(Raised) -> Value {
        guard tuple.tag == .tuple, index < machine.tupleCount(tuple) else {
            throw machine.raise(.indexError, "tuple index out of range")
        }
        return machine.tupleElement(tuple, index)
    }

    private static let make = NativeFunction("_make(cls, iterable, /)", "A tuple of an iterable's elements.") {
        (machine: inout Machine, arguments) throws(Raised) in
        let list = try machine.makeList(from: arguments[1])
        let wanted = fields(&machine, arguments[0]).count
        guard machine.listCount(list) == wanted else {
            throw machine.raise(.typeError, "Expected \(wanted) arguments, got \(machine.listCount(list))")
        }
        return try machine.makeInstance(
            of: arguments[0],
            storage: try machine.makeTuple(machine.elements(ofSequence: list))
        )
    }

    private static func fields(_ machine: inout Machine, _ type: Value) -> [Value] {
        let fields = machine.rawAttribute(ofClass: type, machine.name("_fields"))
        return fields.tag == .tuple ? machine.elements(ofSequence: fields) : []
    }

    private static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let type = arguments[0]
        let fields = fields(&machine, type)
        let defaults = machine.rawAttribute(ofClass: type, machine.name("_field_defaults"))
        let given = machine.elements(ofSequence: arguments[1])
        let name = machine.nameOfType(type)
        guard given.count <= fields.count else {
            let least = fields.count - (defaults.tag == .dictionary ? machine.dictionaryCount(defaults) : 0)
            let takes = least == fields.count ? "\(fields.count + 1)" : "from \(least + 1) to \(fields.count + 1)"
            throw machine.raise(
                .typeError,
                "\(name).__new__() takes \(takes) positional argument\(fields.isEmpty ? "" : "s") but "
                    + "\(given.count + 1) were given"
            )
        }
        var values = given
        var missing: [String] = []
        for field in fields[given.count...] {
            var value = try machine.remove(field, from: arguments[2])
            if value.isUnbound, defaults.tag == .dictionary { value = try machine.lookup(field, in: defaults) }
            if value.isUnbound { missing.append("'\(machine.string(field))'") }
            values.append(value)
        }
        var unexpected: Value?
        try machine.forEachEntry(arguments[2]) { (_: inout Machine, key, _) throws(Raised) in
            unexpected = key
            return false
        }
        if let unexpected {
            let text = machine.string(unexpected)
            let isTwice = fields.contains { machine.sameText($0, unexpected) }
            throw machine.raise(
                .typeError,
                "\(name).__new__() got " + (isTwice ? "multiple values for" : "an unexpected keyword")
                    + " argument '\(text)'"
            )
        }
        guard missing.isEmpty else {
            throw machine.raise(.typeError, "\(name).__new__() missing \(Self.missing(missing))")
        }
        return try machine.makeInstance(of: type, storage: try machine.makeTuple(values))
    }

    /// `2 required positional arguments: 'a' and 'b'`, as CPython counts them.
    static func missing(_ names: [String]) -> String {
        let list: String
        switch names.count {
        case 1: list = names[0]
        case 2: list = "\(names[0]) and \(names[1])"
        default: list = names.dropLast().joined(separator: ", ") + ", and " + (names.last ?? "")
        }
        return "\(names.count) required positional argument\(names.count == 1 ? "" : "s"): \(list)"
    }
}
