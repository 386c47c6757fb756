/// Functions of attributes whose names are values.
extension BuiltinFunctions {
    static let attributes: [NativeFunction] = [
        NativeFunction("delattr(object, name, /)", "Deletes an attribute.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.deleteAttribute(arguments[0], try machine.attributeName(arguments[1]))
            return .none
        },
        NativeFunction("getattr(object, name, default=..., /)", "An attribute, or a default.", getAttribute),
        NativeFunction("hasattr(object, name, /)", "Whether there is an attribute.", hasAttribute),
        NativeFunction("setattr(object, name, value, /)", "Sets an attribute.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.setAttribute(arguments[0], try machine.attributeName(arguments[1]), to: arguments[2])
            return .none
        },
    ]

    private static func getAttribute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let name = try machine.attributeName(arguments[1])
        guard !arguments[2].isUnbound else { return try machine.attribute(arguments[0], name) }
        let found = try machine.attributeUnlessMissing(arguments[0], name)
        return found.isUnbound ? arguments[2] : found
    }

    private static func hasAttribute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let name = try machine.attributeName(arguments[1])
        return .bool(!(try machine.attributeUnlessMissing(arguments[0], name)).isUnbound)
    }
}

extension Machine {
    /// The name that a string argument is. Raises TypeError.
    mutating func attributeName(_ value: Value) throws(Raised) -> Name {
        let inner = unwrapped(value)
        guard inner.isString else {
            throw raise(.typeError, "attribute name must be string, not '\(errorTypeName(value))'")
        }
        return name(inner)
    }

    /// An attribute; unbound where there is none, or where a property or `__getattr__` raises AttributeError.
    package mutating func attributeUnlessMissing(_ value: Value, _ name: Name) throws(Raised) -> Value {
        do throws(Raised) { return try attributeIfAny(value, name) } catch {
            guard isPending(.attributeError) else { throw error }
            _ = takeException()
            return .unbound
        }
    }

    /// `dir(value)`: a sorted list of the names of its attributes.
    mutating func attributeNames(_ value: Value) throws(Raised) -> Value {
        let names = try makeDictionary(.set)
        if value.tag == .module {
            for symbol in modules[moduleNumber(value)].symbols {
                let name = Name(value: symbols.strings[Int(symbol)], symbol: symbol)
                if !moduleAttribute(value, name).isUnbound { try add(name.value, to: names) }
            }
        }
        if value.tag == .instance, instanceAttributes(value).tag == .dictionary {
            try updateSet(names, from: instanceAttributes(value))
        }
        let isType = value.tag == .classObject || value.tag == .nativeType
        for type in try resolutionOrder(isType ? value : typeValue(value)) {
            if type.tag == .classObject {
                try updateSet(names, from: classAttributes(type))
            } else {
                for row in types.entry(typeNumber(ofType: type))?.methods.all ?? [] {
                    try add(symbols.strings[Int(row.symbol)], to: names)
                }
            }
        }
        let list = try makeList(from: names)
        let sorted = sorted(elements(ofSequence: list), key: .none, isReversed: false)
        if let failure = sorted.failure { throw failure }
        return try makeList(sorted.elements)
    }
}
