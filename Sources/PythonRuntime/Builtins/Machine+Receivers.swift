/// What the bodies of builtins ask of their arguments.
extension Machine {
    /// The receiver of a method of the type with `tag`: `list.append(5, 1)` reaches the method with an int.
    /// Raises TypeError.
    @inline(__always)
    mutating func receiver(_ value: Value, _ tag: Tag, _ method: StaticString) throws(Raised) -> Value {
        let inner = unwrapped(value)
        guard inner.tag == tag else {
            throw wrongReceiver(value, TypeNumber(tag), method)
        }
        return inner
    }

    /// The receiver of a method of an object type that the runtime itself defines.
    mutating func receiver(_ value: Value, object type: TypeNumber, _ method: StaticString) throws(Raised) -> Value {
        let inner = unwrapped(value)
        guard inner.tag == .object, typeNumber(inner) == type else { throw wrongReceiver(value, type, method) }
        return inner
    }

    /// TypeError for a method called with a receiver of another type.
    @inline(never)
    mutating func wrongReceiver(_ value: Value, _ type: TypeNumber, _ method: StaticString) -> Raised {
        raise(
            .typeError,
            "descriptor '\(method)' for '\(errorName(ofType: .type(type)))' objects doesn't apply to a '\(errorTypeName(value))' object"
        )
    }

    /// A bound of `index(value, start, stop)`: an int, clamped into a sequence of `count`.
    mutating func searchBound(_ value: Value, count: Int) throws(Raised) -> Int {
        let inner = unwrapped(value)
        let position: Int
        switch inner.tag {
        case .int, .bool: position = Int(inner.intValue)
        case .bigInt: position = isNegativeInteger(inner) ? Int.min / 2 : Int.max / 2
        default:
            guard lookupSpecial(value, "__index__") != nil else {
                throw raise(.typeError, "slice indices must be integers or have an __index__ method")
            }
            position = try sizeArgument(value)
        }
        return position < 0 ? max(0, position &+ count) : min(position, count)
    }

    /// The index of the first element of a list or tuple from `start` up to `stop` that equals `value`; nil if none.
    /// A step for each element; the count is read anew as `__eq__` may change a list.
    mutating func firstIndex(
        of value: Value,
        in sequence: Value,
        from start: Int = 0,
        to stop: Int = .max
    ) throws(Raised) -> Int? {
        var index = start
        while index < stop, index < count(ofSequence: sequence) {
            try charge(1)
            if try equals(element(ofSequence: sequence, index), value) { return index }
            index += 1
        }
        return nil
    }

    /// How many elements of a list or tuple equal `value`.
    mutating func occurrences(of value: Value, in sequence: Value) throws(Raised) -> Int {
        var found = 0
        var start = 0
        while let index = try firstIndex(of: value, in: sequence, from: start) {
            found += 1
            start = index + 1
        }
        return found
    }

    /// What `Type()` of a builtin has for each element of an optional iterable argument.
    mutating func makeList(fromArgument argument: Value) throws(Raised) -> Value {
        argument.isUnbound ? try makeList() : try makeList(from: argument)
    }
}
