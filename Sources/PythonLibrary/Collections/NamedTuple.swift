import PythonRuntime

/// Classes of tuples with named elements: `namedtuple`, `NamedTuple`, `struct_time`.
///
/// A class is derived from `tuple`; its attributes `_fields` and `_field_defaults` tell its methods, which all such
/// classes share, what to do.
enum NamedTuple {
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
                let tuple = machine.unwrapped(arguments[1])
                return machine.tupleElement(tuple, Int(machine.objectField(arguments[0], 0).intValue))
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
            let type = machine.classOf(arguments[0])
            let module = machine.rawAttribute(ofClass: type, machine.name("__module__"))
            let prefix = machine.text(module, is: "time") ? "time." : ""
            let tuple = machine.unwrapped(arguments[0])
            var text = TextBuilder()
            text.append("\(prefix)\(machine.nameOfType(type))(")
            for (index, field) in fields(&machine, type).enumerated() {
                text.append((index == 0 ? "" : ", ") + machine.string(field) + "=")
                try machine.appendRepr(machine.tupleElement(tuple, index), to: &text)
            }
            text.append(")")
            return try text.finish(&machine)
        },
        NativeFunction("_asdict(self)", "The fields as a dict.") { (machine: inout Machine, arguments) throws(Raised) in
            let tuple = machine.unwrapped(arguments[0])
            let dictionary = try machine.makeDictionary()
            for (index, field) in fields(&machine, machine.classOf(arguments[0])).enumerated() {
                try machine.set(field, to: machine.tupleElement(tuple, index), in: dictionary)
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
                values.append(given.isUnbound ? machine.tupleElement(tuple, index) : given)
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
