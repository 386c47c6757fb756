/// Reading the arguments of builtins: numbers as CPython's argument parser takes them.
extension Machine {
    /// An int, or what has `__index__`, as a size; TypeError "'X' object cannot be interpreted as an integer",
    /// OverflowError past 64 bits.
    @inline(__always)
    package mutating func sizeArgument(_ value: Value) throws(Raised) -> Int {
        value.isIntegral ? Int(value.intValue) : try longSizeArgument(value)
    }

    private mutating func longSizeArgument(_ value: Value) throws(Raised) -> Int {
        let number = try integerArgument(value)
        guard case .small(let word) = number else {
            throw raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        return Int(word)
    }

    /// An int, or what has `__index__`, as a C `int`; OverflowError in CPython's words past 32 bits.
    package mutating func intArgument(_ value: Value) throws(Raised) -> Int {
        guard case .small(let word) = try integerArgument(value) else {
            throw raise(.overflowError, "Python int too large to convert to C long")
        }
        guard word <= Int64(Int32.max) else {
            throw raise(.overflowError, "signed integer is greater than maximum")
        }
        guard word >= Int64(Int32.min) else { throw raise(.overflowError, "signed integer is less than minimum") }
        return Int(word)
    }

    /// An int, or what has `__index__`; one past 64 bits is the largest or smallest that there is.
    package mutating func clampedArgument(_ value: Value) throws(Raised) -> Int {
        let number = try integerArgument(value)
        guard case .small(let word) = number else { return number.isNegative ? .min : .max }
        return Int(word)
    }

    /// An int, or what has `__index__`: TypeError "'X' object cannot be interpreted as an integer".
    package mutating func integerArgument(_ value: Value) throws(Raised) -> PythonInteger {
        if let number = integer(unwrapped(value)) { return number }
        if value.tag == .instance || value.tag == .object {
            let method = try attributeIfAny(value, name("__index__"))
            if !method.isUnbound {
                let result = try call(method, [])
                guard let number = integer(result) else {
                    throw raise(.typeError, "__index__ returned non-int (type \(errorTypeName(result)))")
                }
                return number
            }
        }
        throw raise(.typeError, "'\(errorTypeName(value))' object cannot be interpreted as an integer")
    }

    /// A bound of `find` and its kin: nil for None, clamped far outside of any text.
    @inline(__always)
    mutating func boundArgument(_ value: Value) throws(Raised) -> Int? {
        value.isNone || value.isUnbound ? nil : try slicePart(value)
    }

    /// The type of a wrong argument as CPython's argument parser names it: None by itself.
    func argumentTypeName(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }
}
