/// The bodies of the methods of `str`, by topic in `StringMethods+<Topic>.swift`.
///
/// The receiver, argument 0, is a string always. What is a part of the receiver shares its bytes.
enum StringMethods {
    /// The string of an argument, also if its class is derived from `str`; TypeError with `message` and the type's name.
    @inline(__always)
    static func text(
        _ machine: inout Machine,
        _ value: Value,
        _ message: @autoclosure () -> String
    ) throws(Raised) -> Value {
        if value.isString { return value }
        let inner = machine.unwrapped(value)
        guard inner.isString else {
            throw machine.raise(.typeError, "\(message()), not \(machine.argumentTypeName(value))")
        }
        return inner
    }
}
