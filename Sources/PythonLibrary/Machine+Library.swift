import PythonRuntime

extension Machine {
    /// The number of a library type by module and name, `datetime.date`; its module must have been imported.
    @inline(__always)
    func libraryType(_ path: String) -> TypeNumber {
        typeNumber(ofType: retained["type \(path)"] ?? .unbound)
    }

    /// Whether `value` is an object of that library type itself.
    @inline(__always)
    func isObject(_ value: Value, _ path: String) -> Bool {
        value.tag == .object && typeNumber(value) == libraryType(path)
    }

    /// The text of a string argument; TypeError "must be str, not int" in the words given otherwise.
    mutating func requireString(_ value: Value, _ message: (String) -> String) throws(Raised) -> String {
        let value = unwrapped(value)
        guard value.isString else { throw raise(.typeError, message(typeName(value))) }
        return string(value)
    }

    /// An int argument within 64 bits; TypeError for no int, OverflowError past the range of a C `int`-like.
    mutating func requireInteger(_ value: Value) throws(Raised) -> Int {
        let value = unwrapped(value)
        switch value.tag {
        case .int, .bool: return Int(value.intValue)
        case .bigInt: throw raise(.overflowError, "Python int too large to convert to C int")
        default: break
        }
        if value.tag == .instance {
            let index = try attributeIfAny(value, name("__index__"))
            if !index.isUnbound { return try requireInteger(try call(index, [])) }
        }
        throw raise(.typeError, "'\(typeName(value))' object cannot be interpreted as an integer")
    }

    /// The function value of a row that is no module's, made once in a machine.
    mutating func native(_ key: String, _ function: NativeFunction) -> Value {
        if let known = retained["native \(key)"] { return known }
        let value = makeNative(function)
        retained["native \(key)"] = value
        return value
    }
}
