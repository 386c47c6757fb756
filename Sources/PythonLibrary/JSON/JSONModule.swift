import PythonRuntime

/// `json`: reading and writing JSON as CPython does, errors included.
enum JSONModule {
    static let module = NativeModule(
        "json",
        "Reading and writing JSON.",
        functions: [
            NativeFunction(
                "loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
                    + "object_pairs_hook=None, **kw)",
                "The value of a document.",
                loads
            ),
            NativeFunction(
                "dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, "
                    + "indent=None, separators=None, default=None, sort_keys=False, **kw)",
                "A value as a document.",
                dumps
            ),
            NativeFunction("load(fp, **kw)", "Refused: rules have no files.", refuse("load")),
            NativeFunction("dump(obj, fp, **kw)", "Refused: rules have no files.", refuse("dump")),
        ],
        types: [JSONEncoderType.type],
        constants: { (machine: inout Machine) throws(Raised) in
            let decoder = try machine.importOne("json.decoder")
            return [
                ("decoder", decoder), ("JSONDecodeError", machine.libraryException("json.decoder.JSONDecodeError")),
            ]
        }
    )

    /// `json.decoder`: where the exception is at home.
    static let decoder = NativeModule(
        "json.decoder",
        "The part of json that reads.",
        exceptions: [("JSONDecodeError", "ValueError")],
        constants: { (machine: inout Machine) throws(Raised) in
            let type = machine.libraryException("json.decoder.JSONDecodeError")
            let initializer = NativeFunction("__init__(self, msg, doc, pos)", "Message, document, place.", initialize)
            try machine.setAttribute(type, machine.name("__init__"), to: machine.makeNative(initializer))
            return []
        }
    )

    private static func initialize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let message = try machine.stringArgument(arguments[1], "can only concatenate str (not \"%\") to str")
        let document = try machine.stringArgument(arguments[2], "'%' object has no attribute 'count'")
        let position = try machine.clampedArgument(arguments[3])
        let text = machine.text(of: document)
        let fault = JSONFault(machine.string(message), offset: text.offset(ofIndex: position))
        try fault.describe(&machine, arguments[0], document)
        return .none
    }

    private static func refuse(_ name: String) -> NativeBody {
        { (machine: inout Machine, _: NativeArguments) throws(Raised) in
            throw machine.raise(.permissionError, "json.\(name) is refused: rules have no files")
        }
    }

    // MARK: Reading

    private static func loads(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let document = try text(&machine, arguments[0])
        guard arguments[1].isNone else {
            throw machine.raise(.typeError, "json.loads(cls=...) is not supported")
        }
        var hooks = JSONReader.Hooks(
            object: arguments[2],
            float: arguments[3],
            integer: arguments[4],
            constant: arguments[5],
            pairs: arguments[6]
        )
        try machine.forEachEntry(arguments[7]) { (machine: inout Machine, key, value) throws(Raised) in
            guard machine.text(key, is: "strict") else {
                throw machine.raise(
                    .typeError,
                    "JSONDecoder.__init__() got an unexpected keyword argument '\(machine.string(key))'"
                )
            }
            hooks.isStrict = try machine.truth(value)
            return true
        }
        return try JSONReader.read(&machine, document, hooks: hooks)
    }

    /// The document as a string: bytes are decoded as UTF-8, -16 or -32, whichever their zeros say.
    private static func text(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let document = machine.unwrapped(value)
        if document.isString {
            let bytes = machine.memory.bytes(document)
            if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
                throw JSONFault("Unexpected UTF-8 BOM (decode using utf-8-sig)", offset: 0).raise(&machine, document)
            }
            return document
        }
        guard document.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "the JSON object must be str, bytes or bytearray, not \(machine.typeName(value))"
            )
        }
        return try JSONEncoding.decode(&machine, document)
    }

    // MARK: Writing

    private static func dumps(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if arguments[10].tag == .dictionary, machine.dictionaryCount(arguments[10]) > 0 {
            var unknown = ""
            try machine.forEachEntry(arguments[10]) { (machine: inout Machine, key, _) throws(Raised) in
                unknown = machine.string(key)
                return false
            }
            throw machine.raise(
                .typeError,
                "JSONEncoder.__init__() got an unexpected keyword argument '\(unknown)'"
            )
        }
        var options = try JSONWriter.Options(
            &machine,
            skipsKeys: arguments[1],
            isASCII: arguments[2],
            checksCircles: arguments[3],
            allowsNaN: arguments[4],
            sortsKeys: arguments[9],
            indent: arguments[6],
            separators: arguments[7]
        )
        options.fallback = arguments[8]
        if !arguments[5].isNone, options.fallback.isNone {
            options.fallback = try machine.attribute(try machine.call(arguments[5], []), machine.name("default"))
        }
        return try JSONWriter.write(&machine, arguments[0], options)
    }
}
