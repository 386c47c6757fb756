extension NativeFunction {
    /// The row as a method of the builtin with `tag`. A rule can take it from the type and call it with anything:
    /// `str.lower(5)` is a TypeError, and of an instance of a derived class the method sees the builtin inside.
    func method(of tag: Tag) -> NativeFunction {
        var checked = self
        let body = body
        let name = name
        checked.body = { (machine: inout Machine, arguments) throws(Raised) in
            if arguments[0].tag != tag { try machine.fixReceiver(arguments, tag, name) }
            return try body(&machine, arguments)
        }
        return checked
    }
}

extension Machine {
    /// Puts the builtin inside the receiver in its place; TypeError if there is none of the type.
    @inline(never)
    fileprivate mutating func fixReceiver(
        _ arguments: NativeArguments,
        _ tag: Tag,
        _ name: String
    ) throws(Raised) {
        let receiver = arguments[0]
        let inner = unwrapped(receiver)
        let isOfType = tag == .int ? isInteger(inner) : inner.tag == tag
        guard isOfType, arguments.count > 0 else {
            throw raise(
                .typeError,
                "descriptor '\(name)' for '\(types.name(TypeNumber(tag)))' objects doesn't apply to a "
                    + "'\(errorTypeName(receiver))' object"
            )
        }
        arguments.base[0] = inner
    }
}
