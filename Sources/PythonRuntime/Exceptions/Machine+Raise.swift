import Diagnostics

/// Raising exceptions from Swift, and reading them.
extension Machine {
    /// Makes an exception of a builtin class pending: `throw machine.raise(.typeError, "…")`.
    @inline(never)
    package mutating func raise(_ type: ExceptionType, _ message: String) -> Raised {
        guard let text = try? makeString(message) else { return Raised() }
        return raise(type, arguments: [text])
    }

    /// Makes an exception with these `args` pending.
    @inline(never)
    package mutating func raise(_ type: ExceptionType, arguments: [Value]) -> Raised {
        raise(exceptionClasses[type.rawValue], arguments: arguments)
    }

    /// Makes an instance of exception class `type` with these `args` pending; `attributes` are set on it.
    package mutating func raise(
        _ type: Value,
        arguments: [Value],
        attributes: [(String, Value)] = []
    ) -> Raised {
        do {
            let instance = try makeException(type, arguments: arguments)
            for (name, value) in attributes {
                let key = intern(name)
                try setInstanceAttribute(instance, key, value)
            }
            exception = instance
        } catch {
            // Only the arena's limit can be in the way; `exhausted` has set the exception.
        }
        return Raised()
    }

    /// Makes `instance` pending, as `raise instance` does.
    package mutating func raise(_ instance: Value) -> Raised {
        exception = instance
        return Raised()
    }

    /// A limit of the rule is reached: makes BudgetExceeded pending, which no handler catches.
    /// `what` and `limit` make its text: "the rule used more than `limit` `what`".
    @inline(never)
    package mutating func exhausted(_ what: String, _ limit: Int) -> Raised {
        guard !isExhausted else { return Raised() }
        isExhausted = true
        // Room for the message itself.
        memory.arenaLimit += 4096
        steps = max(steps, 0)
        return raise(.budgetExceeded, "the rule used more than \(limit) \(what)")
    }

    /// Takes `count` of the steps this event has left: builtins call it for work that grows with their input.
    @inline(__always)
    package mutating func charge(_ count: Int) throws(Raised) {
        steps &-= count
        if steps < 0 { throw exhausted("steps", limits.stepsMax) }
    }

    /// Takes steps for work that is done already, where nothing can be raised: the next ``charge(_:)`` finds out.
    @inline(__always)
    mutating func debit(_ count: Int) { steps &-= count }

    /// Enters a builtin that may call rules; `defer { machine.leaveNative() }`. Raises RecursionError.
    @inline(__always)
    package mutating func enterNative() throws(Raised) {
        guard nativeDepth < limits.nativeDepthMax else { throw recursionError() }
        nativeDepth &+= 1
    }

    /// Ends what ``enterNative()`` began.
    @inline(__always)
    package mutating func leaveNative() { nativeDepth &-= 1 }

    @inline(never)
    mutating func recursionError() -> Raised {
        raise(.recursionError, "maximum recursion depth exceeded")
    }

    // MARK: Exception objects

    /// An instance of exception class `type`; `args` is the tuple of `arguments`.
    package mutating func makeException(_ type: Value, arguments: [Value]) throws(Raised) -> Value {
        let instance = try makeInstance(of: type)
        setField(instance, InstanceField.storage, try makeTuple(arguments))
        return instance
    }

    /// Replaces the tuple `args` of an exception, which its text is formed from.
    package mutating func setExceptionArguments(_ instance: Value, _ arguments: [Value]) throws(Raised) {
        guard isExceptionInstance(instance) else { return }
        setField(instance, InstanceField.storage, try makeTuple(arguments))
    }

    /// Whether a value is an instance of an exception class.
    func isExceptionInstance(_ value: Value) -> Bool {
        value.tag == .instance && isExceptionClass(instanceClass(value))
    }

    /// Whether a value is an exception class.
    func isExceptionClass(_ value: Value) -> Bool {
        value.tag == .classObject && memory.header(value).pointee.flags & Header.exceptionClass != 0
    }

    /// Whether a value can be raised: an exception class or an instance of one.
    package func isException(_ value: Value) -> Bool { isExceptionClass(value) || isExceptionInstance(value) }

    /// The class of a builtin exception.
    package func exceptionClass(_ type: ExceptionType) -> Value { exceptionClasses[type.rawValue] }

    /// Takes the pending exception; unbound if none is.
    package mutating func takeException() -> Value {
        let pending = exception
        exception = .unbound
        return pending
    }

    /// Whether the pending exception is of builtin class `type`; for Swift code that catches one.
    /// BudgetExceeded is never of any.
    package func isPending(_ type: ExceptionType) -> Bool {
        !isExhausted && exception.tag == .instance
            && isSubclass(instanceClass(exception), of: exceptionClasses[type.rawValue])
    }

    /// `str(exception)`, as CPython forms it from `args`; KeyError shows the `repr` of its key.
    package mutating func exceptionText(_ instance: Value) throws(Raised) -> Value {
        let arguments = instanceStorage(instance)
        guard arguments.tag == .tuple else { return intern("") }
        switch tupleCount(arguments) {
        case 0: return intern("")
        case 1:
            let only = tupleElement(arguments, 0)
            if isSubclass(instanceClass(instance), of: exceptionClass(.keyError)) { return try repr(only) }
            return try str(only)
        default:
            if let text = codecText(instance) { return try makeString(text) }
            return try repr(arguments)
        }
    }

    /// What the pending exception tells people, copied out: name of the class, message, place. Takes it.
    package mutating func describeException() -> RaisedDescription {
        let pending = takeException()
        guard pending.tag == .instance else {
            return RaisedDescription(type: "SystemError", message: "no exception", file: nil, line: nil)
        }
        let type = className(instanceClass(pending))
        let location = locationOf(pending)
        let wasExhausted = isExhausted
        memory.arenaLimit += 1 << 16
        steps = max(steps, 100_000)
        var message = ""
        do throws(Raised) {
            message = string(try str(pending))
        } catch {
            exception = .unbound
            message = "<exception str() failed>"
        }
        isExhausted = wasExhausted
        return RaisedDescription(type: type, message: message, file: location?.file, line: location?.line)
    }

    /// Where it was raised first; nil before it has passed a frame.
    func locationOf(_ instance: Value) -> (file: String, line: Int)? {
        let place = memory.header(instance).pointee.extra
        guard place != 0 else { return nil }
        let number = Int(place >> 32) - 1
        guard linkedCodes.indices.contains(number), let code = modules[linkedCodes[number].pointee.module].code else {
            return nil
        }
        return (code.source.path, code.source.line(at: Int(place & 0xFFFF_FFFF)))
    }

    /// Notes where a pending exception left a frame, if it has no place yet. Frames of the library are no place.
    mutating func notePlace(_ code: UnsafePointer<LinkedCode>, _ instruction: Int) {
        guard exception.tag == .instance, !modules[code.pointee.module].isLibrary else { return }
        let header = memory.header(exception)
        guard header.pointee.extra == 0 else { return }
        noteChange(of: exception)
        let offsets = codes[code.pointee.body].offsets
        let offset = offsets.indices.contains(instruction) ? offsets[instruction] : 0
        header.pointee.extra = UInt64(code.pointee.number + 1) << 32 | UInt64(offset)
    }
}

/// An exception for people, independent of the machine.
package struct RaisedDescription: Hashable, Sendable {
    /// The class's name: `KeyError`.
    package var type: String
    /// `str()` of it: `'title'`.
    package var message: String
    /// The file of the innermost frame of a rule or helper.
    package var file: String?
    /// Its line, from 1.
    package var line: Int?

    package init(type: String, message: String, file: String?, line: Int?) {
        self.type = type
        self.message = message
        self.file = file
        self.line = line
    }
}
