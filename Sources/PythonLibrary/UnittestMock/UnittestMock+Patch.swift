import PythonRuntime

/// `patch` and `patch.object`: as context managers, as decorators, and with `start` and `stop`.
extension UnittestMock {
    /// Where the parts of a patch stand in its object.
    private enum PatchField {
        /// A dotted name as a string, or the object itself.
        static let target = 0
        static let attribute = 1
        /// Unbound for a fresh MagicMock.
        static let new = 2
        /// What was there; unbound where only a builtin was.
        static let original = 3
        /// The object while the patch is on; None else.
        static let owner = 4
    }

    static let patcher = NativeType(
        "_patcher",
        module: "unittest.mock",
        "`patch` itself.",
        methods: [
            NativeFunction("object(self, target, attribute, new=...)", "Replaces an attribute of an object.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(
                    type("_patch", machine),
                    [arguments[1], arguments[2], arguments[3], .unbound, .none]
                )
            }
        ],
        slots: .init {
            $0.call = NativeFunction("patch(self, target, new=...)", "Replaces what a dotted name stands for.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let parts = machine.string(arguments[1]).split(separator: ".").map(String.init)
                guard arguments[1].isString, parts.count > 1, let attribute = parts.last else {
                    throw machine.raise(
                        .typeError,
                        "Need a valid target to patch. You supplied: \(machine.string(try machine.repr(arguments[1])))"
                    )
                }
                let target = try machine.makeString(parts.dropLast().joined(separator: "."))
                return try machine.makeObject(
                    type("_patch", machine),
                    [target, try machine.makeString(attribute), arguments[2], .unbound, .none]
                )
            }
        }
    )

    static let patch = NativeType(
        "_patch",
        module: "unittest.mock",
        "One replacement, on or off.",
        methods: [
            NativeFunction("__enter__(self, /)", "Puts the replacement in place.", start),
            NativeFunction("start(self, /)", "Puts the replacement in place.", start),
            NativeFunction("__exit__(self, *args)", "Puts the original back.", stop),
            NativeFunction("stop(self, /)", "Puts the original back.", stop),
        ],
        slots: .init {
            $0.call = NativeFunction("decorate(self, func)", "A function that runs with the replacement in place.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(type("_patched", machine), [arguments[0], arguments[1]])
            }
        }
    )

    static let patched = NativeType(
        "_patched",
        module: "unittest.mock",
        "A function that runs with a replacement in place.",
        slots: .init {
            $0.call = NativeFunction("__call__(self, *args, **kwargs)", "Runs the function.", runPatched)
        }
    )

    private static func start(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let patch = arguments[0]
        guard machine.objectField(patch, PatchField.owner).isNone else {
            throw machine.raise(.runtimeError, "Patch is already started")
        }
        var owner = machine.objectField(patch, PatchField.target)
        if owner.isString { owner = try machine.importModule(machine.string(owner), leaf: true) }
        let attribute = machine.name(machine.objectField(patch, PatchField.attribute))
        let name = machine.string(attribute.value)
        let original = try machine.attributeIfAny(owner, attribute)
        guard !original.isUnbound || (owner.tag == .module && !machine.builtin(named: name).isUnbound) else {
            let shown = machine.string(try machine.repr(owner))
            throw machine.raise(.attributeError, "\(shown) does not have the attribute '\(name)'")
        }
        var new = machine.objectField(patch, PatchField.new)
        if new.isUnbound { new = try make("MagicMock", name: attribute.value, &machine) }
        machine.setObjectField(patch, PatchField.original, original)
        machine.setObjectField(patch, PatchField.owner, owner)
        try machine.setAttribute(owner, attribute, to: new)
        return new
    }

    private static func stop(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let patch = arguments[0]
        let owner = machine.objectField(patch, PatchField.owner)
        guard !owner.isNone else { return .none }
        machine.setObjectField(patch, PatchField.owner, .none)
        let attribute = machine.name(machine.objectField(patch, PatchField.attribute))
        let original = machine.objectField(patch, PatchField.original)
        if original.isUnbound {
            machine.unsetModuleAttribute(owner, attribute)
        } else {
            try machine.setAttribute(owner, attribute, to: original)
        }
        return .false
    }

    private static func runPatched(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let patch = machine.objectField(arguments[0], 0)
        var positional = machine.elements(ofSequence: arguments[1])
        var keywords: [(name: Value, value: Value)] = []
        try machine.forEachEntry(arguments[2]) { (_: inout Machine, name, value) throws(Raised) in
            keywords.append((name, value))
            return true
        }
        let new = try machine.callMethod(patch, "start")
        if machine.objectField(patch, PatchField.new).isUnbound { positional.append(new) }
        let result: Value
        do throws(Raised) {
            result = try machine.call(machine.objectField(arguments[0], 1), positional, keywords: keywords)
        } catch {
            let pending = machine.takeException()
            _ = try machine.callMethod(patch, "stop")
            machine.exception = pending
            throw error
        }
        _ = try machine.callMethod(patch, "stop")
        return result
    }
}
