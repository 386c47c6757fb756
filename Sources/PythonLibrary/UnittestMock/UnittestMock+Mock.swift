import PythonRuntime

/// `Mock` and `MagicMock`.
extension UnittestMock {
    /// Where the parts of a mock stand in its object.
    enum MockField {
        /// A number of its own: its hash and the id it shows, wherever it is moved to.
        static let number = 0
        /// Its name in messages, or None.
        static let name = 1
        /// Its name with those of its parents, or None.
        static let path = 2
        /// Its children and what was set on it.
        static let attributes = 3
        /// Unbound until it is asked for or set.
        static let returnValue = 4
        /// None, something to call, an exception, or an iterator.
        static let sideEffect = 5
        /// A list of calls.
        static let calls = 6
    }

    static let mock = NativeType(
        "Mock",
        module: "unittest.mock",
        "An object that answers every attribute and call.",
        methods: assertions,
        slots: mockSlots("Mock")
    )

    static let magicMock = NativeType(
        "MagicMock",
        module: "unittest.mock",
        "A Mock that operators and builtins take too.",
        methods: assertions + magicMethods,
        slots: mockSlots("MagicMock")
    )

    private static func mockSlots(_ kind: String) -> NativeType.Slots {
        NativeType.Slots {
            let signature = "\(kind)(cls, side_effect=None, return_value=..., name=None, **kwargs)"
            $0.construct = NativeFunction(signature, "A mock; other keywords are set as attributes.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try construct(kind, arguments, &machine)
            }
            $0.call = NativeFunction("__call__(self, *args, **kwargs)", "Notes the call and answers it.", answer)
            $0.repr = { (machine: inout Machine, mock) throws(Raised) in
                let path = machine.objectField(mock, MockField.path)
                let name = path.isString ? " name='\(machine.string(path))'" : ""
                let number = machine.objectField(mock, MockField.number).intValue
                return try machine.makeString("<\(kind)\(name) id='\(number)'>")
            }
            $0.hash = { (machine: inout Machine, mock) throws(Raised) in
                try machine.hash(machine.objectField(mock, MockField.number))
            }
            $0.equals = { (_: inout Machine, mock, other) throws(Raised) in .bool(mock.isIdentical(to: other)) }
            $0.attribute = { (machine: inout Machine, mock, name) throws(Raised) in
                try attribute(mock, name, &machine)
            }
            $0.setAttribute = { (machine: inout Machine, mock, name, value) throws(Raised) in
                try setAttribute(mock, name, value, &machine)
            }
            $0.isInstance = { (machine: inout Machine, value) throws(Raised) in
                kind == "Mock" ? isMock(value, machine) : isMagicMock(value, machine)
            }
            if kind == "MagicMock" { addMagic(&$0) }
        }
    }

    // MARK: Making

    /// A mock. `name` is a string or None.
    static func make(
        _ kind: String,
        name: Value,
        path: Value = .unbound,
        returnValue: Value = .unbound,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let number = (machine.retained["unittest.mock count"]?.intValue ?? 140_000_000_000_000) &+ 16
        machine.retained["unittest.mock count"] = .int(number)
        let attributes = try machine.makeDictionary()
        let calls = try machine.makeList()
        return try machine.makeObject(
            type(kind, machine),
            [.int(number), name, path.isUnbound ? name : path, attributes, returnValue, .none, calls]
        )
    }

    private static func construct(
        _ kind: String,
        _ arguments: NativeArguments,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let keywords = arguments[4]
        for unsupported in ["spec", "spec_set", "wraps", "autospec"] {
            guard !(try machine.hasKey(machine.intern(unsupported), in: keywords)) else {
                throw machine.raise(.typeError, "\(kind)(\(unsupported)=…) is not supported")
            }
        }
        let mock = try make(kind, name: arguments[3], returnValue: arguments[2], &machine)
        try setSideEffect(mock, arguments[1], &machine)
        try machine.forEachEntry(keywords) { (machine: inout Machine, name, value) throws(Raised) in
            try machine.setAttribute(mock, machine.name(name), to: value)
            return true
        }
        return mock
    }

    /// The child of a mock under a name of ours, made when first asked for: `attribute`, `()`, `__getitem__()`.
    static func child(
        of mock: Value,
        _ key: String,
        joined: String,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let attributes = machine.objectField(mock, MockField.attributes)
        let keyValue = try machine.makeString(key)
        let known = try machine.lookup(keyValue, in: attributes)
        if !known.isUnbound { return known }
        let own = machine.objectField(mock, MockField.path)
        let path = try machine.makeString((own.isString ? machine.string(own) : "mock") + joined)
        let kind = isMagicMock(mock, machine) ? "MagicMock" : "Mock"
        let child = try make(kind, name: keyValue, path: path, &machine)
        try machine.set(keyValue, to: child, in: attributes)
        return child
    }

    // MARK: Attributes

    private static func attribute(_ mock: Value, _ name: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let calls = machine.objectField(mock, MockField.calls)
        switch machine.string(name) {
        case "called": return .bool(machine.listCount(calls) > 0)
        case "call_count": return .int(machine.listCount(calls))
        case "call_args":
            return machine.listCount(calls) == 0 ? .none : machine.listElement(calls, machine.listCount(calls) - 1)
        case "call_args_list", "mock_calls": return calls
        case "method_calls": return try machine.makeList()
        case "return_value": return try returnValue(of: mock, &machine)
        case "side_effect": return machine.objectField(mock, MockField.sideEffect)
        case "reset_mock", "configure_mock": return .unbound
        case "__name__", "__qualname__": throw machine.raise(.attributeError, machine.string(name))
        case let text where text.hasPrefix("__") && text.hasSuffix("__"): return .unbound
        case let text where text.hasPrefix("assert"):
            guard !assertions.contains(where: { $0.name == text }) else { return .unbound }
            throw machine.raise(
                .attributeError,
                "'\(text)' is not a valid assertion. Use a spec for the mock if '\(text)' is meant to be an attribute."
            )
        case let text: return try child(of: mock, text, joined: ".\(text)", &machine)
        }
    }

    private static func setAttribute(
        _ mock: Value,
        _ name: Value,
        _ value: Value,
        _ machine: inout Machine
    ) throws(Raised) {
        switch machine.string(name) {
        case "return_value": machine.setObjectField(mock, MockField.returnValue, value)
        case "side_effect": try setSideEffect(mock, value, &machine)
        default: try machine.set(name, to: value, in: machine.objectField(mock, MockField.attributes))
        }
    }

    private static func setSideEffect(_ mock: Value, _ value: Value, _ machine: inout Machine) throws(Raised) {
        var effect = value
        if [.list, .tuple, .set, .dictionary, .generator].contains(value.tag) { effect = try machine.iterator(value) }
        machine.setObjectField(mock, MockField.sideEffect, effect)
    }

    // MARK: Calling

    private static func returnValue(of mock: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let value = machine.objectField(mock, MockField.returnValue)
        return value.isUnbound ? try child(of: mock, "()", joined: "()", &machine) : value
    }

    private static func answer(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let mock = arguments[0]
        let call = try makeCall(arguments[1], arguments[2], &machine)
        try machine.append(call, to: machine.objectField(mock, MockField.calls))
        let effect = machine.objectField(mock, MockField.sideEffect)
        if effect.isNone { return try returnValue(of: mock, &machine) }
        if machine.isException(effect) { throw try raised(effect, &machine) }
        if effect.tag == .iterator || effect.tag == .generator {
            let next = try machine.next(effect)
            guard !next.isUnbound else { throw machine.raise(.stopIteration, arguments: []) }
            if machine.isException(next) { throw try raised(next, &machine) }
            return next
        }
        var keywords: [(name: Value, value: Value)] = []
        try machine.forEachEntry(arguments[2]) { (_: inout Machine, name, value) throws(Raised) in
            keywords.append((name, value))
            return true
        }
        let positional = machine.elements(ofSequence: arguments[1])
        let result = try machine.call(effect, positional, keywords: keywords)
        let isDefault = result.tag == .object && machine.typeNumber(result) == type("_SentinelObject", machine)
        return isDefault ? try returnValue(of: mock, &machine) : result
    }

    private static func raised(_ exception: Value, _ machine: inout Machine) throws(Raised) -> Raised {
        let instance = exception.tag == .classObject ? try machine.call(exception, []) : exception
        return machine.raise(instance)
    }

    // MARK: Operators

    /// What a MagicMock has beyond a Mock.
    private static func addMagic(_ slots: inout NativeType.Slots) {
        slots.length = { (_: inout Machine, _) throws(Raised) in 0 }
        slots.truth = { (_: inout Machine, _) throws(Raised) in true }
        slots.contains = { (_: inout Machine, _, _) throws(Raised) in false }
        slots.iterate = { (machine: inout Machine, _) throws(Raised) in try machine.iterator(try machine.makeList()) }
        slots.item = { (machine: inout Machine, mock, _) throws(Raised) in
            try child(of: mock, "__getitem__()", joined: ".__getitem__()", &machine)
        }
        slots.setItem = { (_: inout Machine, _, _, _) throws(Raised) in }
        slots.deleteItem = { (_: inout Machine, _, _) throws(Raised) in }
        slots.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
            let isLeft = isMagicMock(left, machine)
            let method = "__\(isLeft ? "" : "r")\(operation.word)__()"
            return try child(of: isLeft ? left : right, method, joined: ".\(method)", &machine)
        }
        slots.unary = { (machine: inout Machine, operation, mock) throws(Raised) in
            try child(of: mock, "\(operation.method)()", joined: ".\(operation.method)()", &machine)
        }
    }

    private static let magicMethods = [
        NativeFunction("__int__(self, /)", "1.") { (_: inout Machine, _) throws(Raised) in .int(1) },
        NativeFunction("__index__(self, /)", "1.") { (_: inout Machine, _) throws(Raised) in .int(1) },
        NativeFunction("__float__(self, /)", "1.0.") { (_: inout Machine, _) throws(Raised) in .float(1) },
        NativeFunction("__enter__(self, /)", "Another mock.") { (machine: inout Machine, arguments) throws(Raised) in
            try child(of: arguments[0], "__enter__()", joined: ".__enter__()", &machine)
        },
        NativeFunction("__exit__(self, *args)", "False.") { (_: inout Machine, _) throws(Raised) in .false },
    ]
}
