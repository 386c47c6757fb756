/// What type a value has.
extension Machine {
    /// The number of a value's builtin or library type. Instances of rules' classes have the number of `.instance`.
    @inline(__always)
    package func typeNumber(_ value: Value) -> TypeNumber {
        switch value.tag {
        case .object, .iterator: TypeNumber(memory.header(value).pointee.type)
        case .foreign: foreign.type(value)
        case .eventMap where event.isRoot(value): types.eventType
        default: TypeNumber(value.tag)
        }
    }

    /// The number behind a value of tag `.nativeType`.
    @inline(__always)
    package func typeNumber(ofType type: Value) -> TypeNumber { TypeNumber(UInt16(truncatingIfNeeded: type.payload)) }

    /// `type(value)`.
    package func typeValue(_ value: Value) -> Value {
        switch value.tag {
        case .instance: instanceClass(value)
        case .classObject, .nativeType: .type(types.typeType)
        case .bigInt: .type(TypeNumber(.int))
        case .eventMap where event.isRoot(value): .type(types.eventType)
        default: .type(typeNumber(value))
        }
    }

    /// `type(value).__name__`; for errors of what CPython has in C see ``errorTypeName(_:)``.
    package func typeName(_ value: Value) -> String {
        switch value.tag {
        case .instance: className(instanceClass(value))
        case .classObject, .nativeType: "type"
        case .eventMap where event.isRoot(value): "PantherEvent"
        case .dictionaryView: viewName(value)
        case .boundMethod where field(value, 1).tag == .native: "builtin_function_or_method"
        default: types.name(typeNumber(value))
        }
    }

    /// `dict_keys`, `dict_values` or `dict_items`.
    func viewName(_ view: Value) -> String {
        switch TypeNumber(memory.header(view).pointee.type) {
        case iterators.keys: "dict_keys"
        case iterators.items: "dict_items"
        default: "dict_values"
        }
    }

    /// `isinstance(value, type)` for one class or builtin type.
    package mutating func isInstance(_ value: Value, of type: Value) throws(Raised) -> Bool {
        if type.tag == .nativeType {
            let number = typeNumber(ofType: type)
            if let check = types[number].isInstance {
                // A rule's class may be derived from the abstract type by name; else its values are looked at.
                if value.tag == .instance, isSubclass(instanceClass(value), of: type) { return true }
                return try check(&self, value)
            }
            if value.tag == .instance {
                if number == types.objectType { return true }
                let native = nativeBase(instanceClass(value))
                return native.raw != 0 && types.isDerived(native, from: number)
            }
        }
        return isSubclass(typeValue(value), of: type)
    }

    /// `isinstance(value, classes)`: a class, or a tuple of them however nested.
    package mutating func isInstance(_ value: Value, ofAny classes: Value) throws(Raised) -> Bool {
        switch classes.tag {
        case .classObject, .nativeType: return try isInstance(value, of: classes)
        case .tuple:
            try enterNative()
            defer { nativeDepth &-= 1 }
            for index in 0..<tupleCount(classes) where try isInstance(value, ofAny: tupleElement(classes, index)) {
                return true
            }
            return false
        default:
            if classes.tag == .object, typeNumber(classes) == types.unionType {
                return try isInstance(value, ofAny: objectField(classes, 0))
            }
            throw raise(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }

    /// Whether exception `instance` is caught by `except classes`.
    mutating func matches(_ instance: Value, _ classes: Value) throws(Raised) -> Bool {
        switch classes.tag {
        case .classObject where isExceptionClass(classes):
            return isSubclass(instanceClass(instance), of: classes)
        case .tuple:
            try enterNative()
            defer { nativeDepth &-= 1 }
            for index in 0..<tupleCount(classes) where try matches(instance, tupleElement(classes, index)) {
                return true
            }
            return false
        default:
            throw raise(
                .typeError,
                "catching classes that do not inherit from BaseException is not allowed"
            )
        }
    }
}
