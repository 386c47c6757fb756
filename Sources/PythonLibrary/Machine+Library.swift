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
        guard value.isString else { throw raise(.typeError, message(errorTypeName(value))) }
        return string(value)
    }

    /// The function value of a row that is no module's, made once in a machine.
    mutating func native(_ key: String, _ function: NativeFunction) -> Value {
        if let known = retained["native \(key)"] { return known }
        let value = makeNative(function)
        retained["native \(key)"] = value
        return value
    }
}
