import PythonRuntime

/// Makes types like `namedtuple`'s: values of a tuple that have names.
///
/// The fields of the object are the values. What a tuple can do, it does as a tuple of them.
struct RecordType: Sendable {
    /// `__name__`.
    let name: String
    /// As `repr` shows it in front of the fields.
    let shownName: String
    let fields: [String]
    /// Where ``Machine/libraryType(_:)`` finds it: `urllib.parse.SplitResult`.
    let path: String

    init(_ name: String, module: String, fields: [String], shownName: String? = nil) {
        self.name = name
        self.shownName = shownName ?? name
        self.fields = fields
        path = "\(module).\(name)"
    }

    /// A record of these values, one for each field.
    func make(_ machine: inout Machine, _ values: [Value]) throws(Raised) -> Value {
        try machine.makeObject(machine.libraryType(path), values)
    }

    /// The values as a tuple.
    func tuple(_ machine: inout Machine, _ record: Value) throws(Raised) -> Value {
        guard record.tag == .object, machine.typeNumber(record) == machine.libraryType(path) else { return record }
        return try machine.makeTuple(fields.indices.map { machine.objectField(record, $0) })
    }

    /// The table of the type.
    func type(
        _ module: String,
        _ documentation: String,
        methods: [NativeFunction] = [],
        properties: [NativeFunction] = []
    ) -> NativeType {
        let own = fields.enumerated().map { index, field in
            NativeFunction("\(field)(self)", "Field \(index).") { (machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], index)
            }
        }
        let names = NativeFunction("_fields(self)", "The names of the fields.") { (machine, _) throws(Raised) in
            var names: [Value] = []
            for field in fields { names.append(machine.intern(field)) }
            return try machine.makeTuple(names)
        }
        return NativeType(
            name,
            module: module,
            documentation,
            methods: commonMethods + methods,
            properties: own + [names] + properties,
            slots: slots
        )
    }

    private var commonMethods: [NativeFunction] {
        [
            NativeFunction("_asdict(self)", "The fields as a dict.") { (machine, arguments) throws(Raised) in
                let result = try machine.makeDictionary()
                for (index, field) in fields.enumerated() {
                    try machine.set(machine.intern(field), to: machine.objectField(arguments[0], index), in: result)
                }
                return result
            },
            NativeFunction("_replace(self, **kwds)", "A copy with other values.") {
                (machine, arguments) throws(Raised) in
                var values = fields.indices.map { machine.objectField(arguments[0], $0) }
                var unknown: [Value] = []
                try machine.forEachEntry(arguments[1]) { (machine: inout Machine, key, value) throws(Raised) in
                    if let index = fields.firstIndex(of: machine.string(key)) {
                        values[index] = value
                    } else {
                        unknown.append(key)
                    }
                    return true
                }
                guard unknown.isEmpty else {
                    let shown = machine.string(try machine.repr(try machine.makeList(unknown)))
                    throw machine.raise(.valueError, "Got unexpected field names: \(shown)")
                }
                return try make(&machine, values)
            },
            NativeFunction("index(self, value, /)", "Where a value stands.") { (machine, arguments) throws(Raised) in
                try machine.callMethod(try tuple(&machine, arguments[0]), "index", [arguments[1]])
            },
            NativeFunction("count(self, value, /)", "How often a value stands.") {
                (machine, arguments) throws(Raised) in
                try machine.callMethod(try tuple(&machine, arguments[0]), "count", [arguments[1]])
            },
        ]
    }

    private var slots: NativeType.Slots {
        .init { slots in
            slots.construct = NativeFunction(
                "\(name)(cls, \(fields.joined(separator: ", ")))",
                "A record of these values."
            ) { (machine, arguments) throws(Raised) in
                try make(&machine, fields.indices.map { arguments[$0 + 1] })
            }
            slots.repr = { (machine: inout Machine, record) throws(Raised) in
                var text = TextBuilder()
                text.append(shownName + "(")
                for (index, field) in fields.enumerated() {
                    text.append("\(index > 0 ? ", " : "")\(field)=")
                    try machine.appendRepr(machine.objectField(record, index), to: &text)
                }
                text.append(")")
                return try text.finish(&machine)
            }
            slots.hash = { (machine: inout Machine, record) throws(Raised) in
                try machine.hash(try tuple(&machine, record))
            }
            slots.length = { (_: inout Machine, _) throws(Raised) in fields.count }
            slots.equals = { (machine: inout Machine, left, right) throws(Raised) in
                try machine.equal(try tuple(&machine, left), try tuple(&machine, right))
            }
            slots.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                try machine.compare(comparison, try tuple(&machine, left), try tuple(&machine, right))
            }
            slots.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
                try machine.binary(operation, try tuple(&machine, left), try tuple(&machine, right))
            }
            slots.item = { (machine: inout Machine, record, key) throws(Raised) in
                try machine.item(try tuple(&machine, record), key)
            }
            slots.contains = { (machine: inout Machine, record, value) throws(Raised) in
                try machine.contains(try tuple(&machine, record), value)
            }
            slots.iterate = { (machine: inout Machine, record) throws(Raised) in
                try machine.iterator(try tuple(&machine, record))
            }
        }
    }
}
