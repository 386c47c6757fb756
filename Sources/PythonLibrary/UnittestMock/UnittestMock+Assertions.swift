import PythonRuntime

/// What tests ask of a mock's calls.
extension UnittestMock {
    static let assertions = [
        NativeFunction("assert_called(self, /)", "It was called.", assertCalled),
        NativeFunction("assert_not_called(self, /)", "It was not called.", assertNotCalled),
        NativeFunction("assert_called_once(self, /)", "It was called once.", assertCalledOnce),
        NativeFunction("assert_called_with(self, /, *args, **kwargs)", "The last call was this.", assertCalledWith),
        NativeFunction(
            "assert_called_once_with(self, /, *args, **kwargs)",
            "The only call was this.",
            assertCalledOnceWith
        ),
        NativeFunction("assert_any_call(self, /, *args, **kwargs)", "One of the calls was this.", assertAnyCall),
        NativeFunction("assert_has_calls(self, calls, any_order=False)", "These calls were made.", assertHasCalls),
        NativeFunction("reset_mock(self, /, *, return_value=False, side_effect=False)", "Forgets the calls.", reset),
        NativeFunction("configure_mock(self, /, **kwargs)", "Sets attributes.", configure),
    ]

    private static func name(_ mock: Value, _ machine: borrowing Machine) -> String {
        let name = machine.objectField(mock, MockField.name)
        return name.isString ? machine.string(name) : "mock"
    }

    private static func calls(_ mock: Value, _ machine: borrowing Machine) -> Value {
        machine.objectField(mock, MockField.calls)
    }

    /// `\nCalls: [call(1)].`, or nothing.
    private static func listing(_ mock: Value, _ machine: inout Machine) throws(Raised) -> String {
        let calls = calls(mock, machine)
        return machine.listCount(calls) == 0 ? "" : "\nCalls: \(machine.string(try machine.repr(calls)))."
    }

    private static func assertCalled(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard machine.listCount(calls(arguments[0], machine)) == 0 else { return .none }
        throw machine.raise(.assertionError, "Expected '\(name(arguments[0], machine))' to have been called.")
    }

    private static func assertNotCalled(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let count = machine.listCount(calls(arguments[0], machine))
        guard count > 0 else { return .none }
        let listing = try listing(arguments[0], &machine)
        throw machine.raise(
            .assertionError,
            "Expected '\(name(arguments[0], machine))' to not have been called. Called \(count) times.\(listing)"
        )
    }

    private static func assertCalledOnce(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let count = machine.listCount(calls(arguments[0], machine))
        guard count != 1 else { return .none }
        let listing = try listing(arguments[0], &machine)
        throw machine.raise(
            .assertionError,
            "Expected '\(name(arguments[0], machine))' to have been called once. Called \(count) times.\(listing)"
        )
    }

    private static func assertCalledWith(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        try assertLast(arguments[0], try makeCall(arguments[1], arguments[2], &machine), &machine)
        return .none
    }

    private static func assertLast(_ mock: Value, _ expected: Value, _ machine: inout Machine) throws(Raised) {
        let calls = calls(mock, machine)
        let name = name(mock, machine)
        let count = machine.listCount(calls)
        var actual = "not called."
        if count > 0 {
            let last = machine.listElement(calls, count - 1)
            if try machine.equals(last, expected) { return }
            actual = try callText(last, name: name, &machine)
        }
        let wanted = try callText(expected, name: name, &machine)
        throw machine.raise(.assertionError, "expected call not found.\nExpected: \(wanted)\n  Actual: \(actual)")
    }

    private static func assertCalledOnceWith(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let count = machine.listCount(calls(arguments[0], machine))
        guard count == 1 else {
            let listing = try listing(arguments[0], &machine)
            throw machine.raise(
                .assertionError,
                "Expected '\(name(arguments[0], machine))' to be called once. Called \(count) times.\(listing)"
            )
        }
        try assertLast(arguments[0], try makeCall(arguments[1], arguments[2], &machine), &machine)
        return .none
    }

    private static func assertAnyCall(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let expected = try makeCall(arguments[1], arguments[2], &machine)
        if try machine.contains(calls(arguments[0], machine), expected) { return .none }
        let text = try callText(expected, name: name(arguments[0], machine), &machine)
        throw machine.raise(.assertionError, "\(text) call not found")
    }

    private static func assertHasCalls(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let expected = machine.elements(ofSequence: try machine.makeList(from: arguments[1]))
        var rest = machine.elements(ofSequence: calls(arguments[0], machine))
        var isFound = true
        if try machine.truth(arguments[2]) {
            for call in expected {
                var place: Int?
                for (index, made) in rest.enumerated() where place == nil {
                    if try machine.equals(made, call) { place = index }
                }
                if let place { rest.remove(at: place) } else { isFound = false }
            }
        } else {
            isFound = try hasRun(expected, in: rest, &machine)
        }
        if isFound { return .none }
        let wanted = machine.string(try machine.repr(try machine.makeList(expected)))
        let actual = machine.string(try machine.repr(calls(arguments[0], machine)))
        throw machine.raise(.assertionError, "Calls not found.\nExpected: \(wanted)\n  Actual: \(actual)")
    }

    /// Whether `expected` stands in `made` without gaps.
    private static func hasRun(
        _ expected: [Value],
        in made: [Value],
        _ machine: inout Machine
    ) throws(Raised) -> Bool {
        guard expected.count <= made.count else { return false }
        for start in 0...(made.count - expected.count) {
            var isSame = true
            for (offset, call) in expected.enumerated() where isSame {
                try machine.charge(1)
                isSame = try machine.equals(made[start + offset], call)
            }
            if isSame { return true }
        }
        return false
    }

    private static func reset(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.setObjectField(arguments[0], MockField.calls, try machine.makeList())
        if try machine.truth(arguments[1]) { machine.setObjectField(arguments[0], MockField.returnValue, .unbound) }
        if try machine.truth(arguments[2]) { machine.setObjectField(arguments[0], MockField.sideEffect, .none) }
        var children: [Value] = []
        try machine.forEachEntry(machine.objectField(arguments[0], MockField.attributes)) {
            (machine: inout Machine, _, child) throws(Raised) in
            if isMock(child, machine) { children.append(child) }
            return true
        }
        try machine.enterNative()
        defer { machine.leaveNative() }
        for child in children where !child.isIdentical(to: arguments[0]) {
            _ = try machine.callMethod(child, "reset_mock")
        }
        return .none
    }

    private static func configure(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let mock = arguments[0]
        try machine.forEachEntry(arguments[1]) { (machine: inout Machine, name, value) throws(Raised) in
            try machine.setAttribute(mock, machine.name(name), to: value)
            return true
        }
        return .none
    }
}
