package import PythonRuntime

/// `unittest.mock`, as tests of detections use it: mocks that answer everything, and `patch`.
///
/// Left out: `spec`, `patch.dict`, `patch.multiple`, and calls of children in their parents' `mock_calls`.
/// Source: CPython 3.11, `unittest/mock.py`.
package enum UnittestMock {
    /// `unittest` itself, and the module.
    package static let modules = [
        NativeModule("unittest", "Unit tests."),
        NativeModule(
            "unittest.mock",
            "Objects that answer everything and remember how they were called.",
            types: [mock, magicMock, callType, callFactory, anything, sentinel, patcher, patch, patched],
            constants: { (machine: inout Machine) throws(Raised) in
                [
                    ("call", try machine.makeObject(type("_CallFactory", machine), [])),
                    ("ANY", try machine.makeObject(type("_ANY", machine), [])),
                    ("DEFAULT", try machine.makeObject(type("_SentinelObject", machine), [])),
                    ("patch", try machine.makeObject(type("_patcher", machine), [])),
                ]
            }
        ),
    ]

    /// The number of one of the module's types, which has been imported.
    static func type(_ name: String, _ machine: borrowing Machine) -> TypeNumber {
        machine.typeNumber(ofType: machine.retained["type unittest.mock.\(name)"] ?? .none)
    }

    /// Whether a value is a `MagicMock`.
    static func isMagicMock(_ value: Value, _ machine: borrowing Machine) -> Bool {
        value.tag == .object && machine.retained["type unittest.mock.MagicMock"] != nil
            && machine.typeNumber(value) == type("MagicMock", machine)
    }

    /// Whether a value is a mock of either kind.
    static func isMock(_ value: Value, _ machine: borrowing Machine) -> Bool {
        guard value.tag == .object, machine.retained["type unittest.mock.Mock"] != nil else { return false }
        return machine.typeNumber(value) == type("Mock", machine) || isMagicMock(value, machine)
    }

    // MARK: Calls

    /// One call: its positional arguments and its keywords. Shown, and compared, as `call(1, a=2)`.
    private static let callType = NativeType(
        "_Call",
        module: "unittest.mock",
        "One call of a mock.",
        properties: [
            NativeFunction("args(self, /)", "The arguments by position.") {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 0)
            },
            NativeFunction("kwargs(self, /)", "The arguments by keyword.") {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 1)
            },
        ],
        slots: .init {
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString(try callText(value, name: "call", &machine))
            }
            $0.length = { (_: inout Machine, _) throws(Raised) in 2 }
            $0.item = { (machine: inout Machine, value, key) throws(Raised) in
                let parts = try machine.makeTuple([machine.objectField(value, 0), machine.objectField(value, 1)])
                return try machine.item(parts, key)
            }
            $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                let parts = try machine.makeTuple([machine.objectField(value, 0), machine.objectField(value, 1)])
                return try machine.iterator(parts)
            }
            $0.equals = { (machine: inout Machine, value, other) throws(Raised) in
                guard other.tag == .object, machine.typeNumber(other) == machine.typeNumber(value) else {
                    return .notImplemented
                }
                for part in 0..<2 {
                    guard try machine.equals(machine.objectField(value, part), machine.objectField(other, part)) else {
                        return .false
                    }
                }
                return .true
            }
        }
    )

    /// `name(1, a=2)`.
    static func callText(_ call: Value, name: String, _ machine: inout Machine) throws(Raised) -> String {
        var parts: [String] = []
        let positional = machine.objectField(call, 0)
        for index in 0..<machine.tupleCount(positional) {
            parts.append(machine.string(try machine.repr(machine.tupleElement(positional, index))))
        }
        try machine.forEachEntry(machine.objectField(call, 1)) { (machine: inout Machine, key, value) throws(Raised) in
            parts.append("\(machine.string(key))=\(machine.string(try machine.repr(value)))")
            return true
        }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }

    /// A call of these arguments, `keywords` a dictionary.
    static func makeCall(_ positional: Value, _ keywords: Value, _ machine: inout Machine) throws(Raised) -> Value {
        try machine.makeObject(type("_Call", machine), [positional, keywords])
    }

    private static let callFactory = NativeType(
        "_CallFactory",
        module: "unittest.mock",
        "`call`: makes calls to compare with.",
        slots: .init {
            $0.repr = { (machine: inout Machine, _) throws(Raised) in machine.intern("call") }
            $0.call = NativeFunction("call(self, *args, **kwargs)", "A call of these arguments.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try makeCall(arguments[1], arguments[2], &machine)
            }
        }
    )

    // MARK: Small things

    private static let anything = NativeType(
        "_ANY",
        module: "unittest.mock",
        "`ANY`: equal to everything.",
        slots: .init {
            $0.repr = { (machine: inout Machine, _) throws(Raised) in machine.intern("<ANY>") }
            $0.equals = { (_: inout Machine, _, _) throws(Raised) in .true }
        }
    )

    private static let sentinel = NativeType(
        "_SentinelObject",
        module: "unittest.mock",
        "`DEFAULT`: stands for a mock's own return value.",
        slots: .init {
            $0.repr = { (machine: inout Machine, _) throws(Raised) in machine.intern("sentinel.DEFAULT") }
        }
    )
}

extension Machine {
    /// A `MagicMock` that returns `value` from every call: what a test's mock of a name is.
    package mutating func makeMock(returnValue value: Value) throws(Raised) -> Value {
        _ = try importModule("unittest.mock", leaf: true)
        return try UnittestMock.make("MagicMock", name: .none, returnValue: value, &self)
    }
}
