/// Attributes: of instances and classes of rules, of modules, of builtins' tables.
extension Machine {
    /// `value.name`. Raises AttributeError.
    package mutating func attribute(_ value: Value, _ name: Name) throws(Raised) -> Value {
        let found = try attributeIfAny(value, name)
        guard found.isUnbound else { return found }
        throw missingAttribute(value, name)
    }

    /// `value.name`, or unbound where there is none. Raises what a property raises.
    package mutating func attributeIfAny(_ value: Value, _ name: Name) throws(Raised) -> Value {
        switch value.tag {
        case .instance: return try instanceAttribute(value, name)
        case .module: return try moduleAttributeOrHook(value, name)
        case .classObject: return try classAttribute(value, name)
        case .nativeType: return try nativeTypeAttribute(value, name)
        case .superObject: return try superAttribute(value, name)
        case .function:
            let attributes = field(value, FunctionField.attributes)
            if attributes.tag == .dictionary {
                let found = lookupText(name.value, in: attributes)
                if !found.isUnbound { return found }
            }
        case .object, .foreign:
            if let attribute = types[typeNumber(value)].attribute {
                let found = try attribute(&self, value, name.value)
                if !found.isUnbound { return found }
            }
        default: break
        }
        return try nativeAttribute(value, name)
    }

    /// AttributeError with CPython's words.
    mutating func missingAttribute(_ value: Value, _ name: Name) -> Raised {
        let attribute = string(name.value)
        let owner: String =
            switch value.tag {
            case .module: "module '\(moduleName(value))'"
            case .classObject, .nativeType: "type object '\(errorName(ofType: value))'"
            default: "'\(errorTypeName(value))' object"
            }
        return raise(
            exceptionClass(.attributeError),
            arguments: [(try? makeString("\(owner) has no attribute '\(attribute)'")) ?? .none],
            attributes: [("name", name.value), ("obj", value)]
        )
    }

    /// A method or property from the table of the value's builtin type; unbound where there is none.
    mutating func nativeAttribute(_ value: Value, _ name: Name) throws(Raised) -> Value {
        let number = typeNumber(value)
        if let row = types.method(number, name.symbol) {
            switch row.kind {
            case .method: return try makeBound(Value(tag: .native, payload: UInt64(row.native)), to: value)
            case .classMethod: return try makeBound(Value(tag: .native, payload: UInt64(row.native)), to: .type(number))
            case .property: return try call(Value(tag: .native, payload: UInt64(row.native)), [value])
            }
        }
        if name.symbol == names.classAttribute.symbol { return typeValue(value) }
        return .unbound
    }

    /// A function bound to the value it is a method of.
    @inline(__always)
    mutating func makeBound(_ function: Value, to receiver: Value) throws(Raised) -> Value {
        let bound = try makeRecord(.boundMethod, count: 2)
        memory.fields(bound)[0] = receiver
        memory.fields(bound)[1] = function
        return bound
    }

    /// What an attribute of a class becomes when it is read through an instance.
    mutating func bind(_ found: Value, to instance: Value) throws(Raised) -> Value {
        switch found.tag {
        case .function, .native: return try makeBound(found, to: instance)
        case .staticMethod: return field(found, 0)
        case .classMethod:
            let type = instance.tag == .instance ? instanceClass(instance) : instance
            return try makeBound(field(found, 0), to: type)
        case .property:
            let getter = field(found, 0)
            guard !getter.isNone else { throw raise(.attributeError, "property has no getter") }
            return try call(getter, [instance])
        case .instance:
            // A descriptor that rules define.
            guard let getter = lookupSpecial(found, "__get__") else { return found }
            let type = instance.tag == .instance ? instanceClass(instance) : Value.none
            return try call(getter, [instance, type])
        default: return found
        }
    }

    private mutating func instanceAttribute(_ instance: Value, _ name: Name) throws(Raised) -> Value {
        let type = instanceClass(instance)
        let inClass = lookupInClass(type, name.value)
        if inClass.tag == .property {
            guard !field(inClass, PropertyField.getter).isNone else {
                throw raise(
                    .attributeError,
                    "property '\(string(name.value))' of '\(className(type))' object has no getter"
                )
            }
            return try bind(inClass, to: instance)
        }
        let attributes = instanceAttributes(instance)
        if attributes.tag == .dictionary {
            let own = lookupText(name.value, in: attributes)
            if !own.isUnbound { return own }
        }
        if !inClass.isUnbound { return try bind(inClass, to: instance) }
        let special = try specialInstanceAttribute(instance, name)
        if !special.isUnbound { return special }
        if let dynamic = lookupSpecialCached(type, names.getAttribute) {
            return try call(try bind(dynamic, to: instance), [name.value])
        }
        return .unbound
    }

    /// An attribute of a class by interned name; nil if it has none.
    func lookupSpecialCached(_ type: Value, _ name: Name) -> Value? {
        let found = lookupInClass(type, name.value)
        return found.isUnbound ? nil : found
    }

    private mutating func specialInstanceAttribute(_ instance: Value, _ name: Name) throws(Raised) -> Value {
        switch name.symbol {
        case names.classAttribute.symbol: return instanceClass(instance)
        case names.dictionary.symbol:
            if instanceAttributes(instance).isUnbound {
                setField(instance, InstanceField.attributes, try makeNamespace())
            }
            return instanceAttributes(instance)
        case names.doc.symbol: return try classAttribute(instanceClass(instance), name)
        case names.module.symbol: return try classAttribute(instanceClass(instance), name)
        default: break
        }
        if isExceptionInstance(instance) { return try exceptionAttribute(instance, name) }
        let storage = instanceStorage(instance)
        if !storage.isUnbound {
            if let row = types.method(typeNumber(storage), name.symbol), row.kind == .method {
                // Bound to the instance, so that the method can see the derived class; it unwraps its `self`.
                return try makeBound(Value(tag: .native, payload: UInt64(row.native)), to: storage)
            }
            let found = try nativeAttribute(storage, name)
            if !found.isUnbound { return found }
        }
        return try tableAttribute(of: types.objectType, instance, name)
    }

    private mutating func exceptionAttribute(_ instance: Value, _ name: Name) throws(Raised) -> Value {
        if name.symbol == names.args.symbol { return instanceStorage(instance) }
        if name.symbol == names.cause.symbol || name.symbol == names.context.symbol { return .none }
        let found = try tableAttribute(of: types.exceptionType, instance, name)
        if !found.isUnbound { return found }
        let part = namedArgument(instance, string(name.value))
        return part.isUnbound ? try tableAttribute(of: types.objectType, instance, name) : part
    }

    /// A method or property of the table of `type` for a receiver that is no value of that type itself.
    private mutating func tableAttribute(
        of type: TypeNumber,
        _ receiver: Value,
        _ name: Name
    ) throws(Raised) -> Value {
        guard let row = types.method(type, name.symbol) else { return .unbound }
        let function = Value(tag: .native, payload: UInt64(row.native))
        switch row.kind {
        case .method: return try makeBound(function, to: receiver)
        case .classMethod: return try makeBound(function, to: typeValue(receiver))
        case .property: return try call(function, [receiver])
        }
    }

    private mutating func classAttribute(_ type: Value, _ name: Name) throws(Raised) -> Value {
        let found = lookupInClass(type, name.value)
        if !found.isUnbound {
            switch found.tag {
            case .staticMethod: return field(found, 0)
            case .classMethod: return try makeBound(field(found, 0), to: type)
            default: return found
            }
        }
        let plain = try plainClassAttribute(type, name)
        guard plain.isUnbound, let hook = classHook(type, .getAttribute) else { return plain }
        return try call(hook, [type, name.value])
    }

    /// What every class has, and the functions of the builtin it is derived from.
    private mutating func plainClassAttribute(_ type: Value, _ name: Name) throws(Raised) -> Value {
        switch name.symbol {
        case names.name.symbol, names.qualifiedName.symbol: return field(type, ClassField.name)
        case names.dictionary.symbol:
            return isFrozen(type) ? try copyCharged(classAttributes(type)) : classAttributes(type)
        case names.doc.symbol: return .none
        case names.module.symbol: return intern("builtins")
        case names.classAttribute.symbol: return .type(types.typeType)
        default: break
        }
        let native = nativeBase(type)
        let owner = isExceptionClass(type) ? types.exceptionType : native.raw != 0 ? native : types.objectType
        return try typeAttribute(type, name, owners: [owner, types.objectType])
    }

    /// A function from the tables of `owners`, unbound, or a method of `type` itself.
    private mutating func typeAttribute(
        _ type: Value,
        _ name: Name,
        owners: [TypeNumber]
    ) throws(Raised) -> Value {
        for owner in owners {
            guard let row = types.method(owner, name.symbol) else { continue }
            let function = Value(tag: .native, payload: UInt64(row.native))
            return row.kind == .classMethod ? try makeBound(function, to: type) : function
        }
        return try tableAttribute(of: types.typeType, type, name)
    }

    private mutating func nativeTypeAttribute(_ type: Value, _ name: Name) throws(Raised) -> Value {
        let number = typeNumber(ofType: type)
        let isOfType = [names.name, names.qualifiedName, names.module, names.doc].contains { $0.symbol == name.symbol }
        if let row = types.method(number, name.symbol), !(isOfType && row.kind == .property) {
            let function = Value(tag: .native, payload: UInt64(row.native))
            return row.kind == .classMethod ? try makeBound(function, to: type) : function
        }
        switch name.symbol {
        case names.name.symbol, names.qualifiedName.symbol: return intern(types.name(number))
        case names.module.symbol: return intern(types.entry(number)?.module ?? "builtins")
        case names.doc.symbol: return intern(types.entry(number)?.documentation ?? "")
        case names.classAttribute.symbol: return .type(types.typeType)
        default: break
        }
        if let value = retained["type \(number.raw) \(string(name.value))"] { return value }
        return try typeAttribute(type, name, owners: [types.objectType])
    }

    private mutating func superAttribute(_ proxy: Value, _ name: Name) throws(Raised) -> Value {
        let owner = field(proxy, 0)
        let instance = field(proxy, 1)
        let type = instance.tag == .instance ? instanceClass(instance) : instance
        guard type.tag == .classObject else { return .unbound }
        let order = field(type, ClassField.linearization)
        var isPast = false
        for index in 0..<tupleCount(order) {
            let next = tupleElement(order, index)
            if isPast, next.tag == .classObject {
                let found = lookupText(name.value, in: classAttributes(next))
                if !found.isUnbound { return try bind(found, to: instance) }
            }
            if next.isIdentical(to: owner) { isPast = true }
        }
        guard instance.tag == .instance else { return try plainClassAttribute(type, name) }
        return try specialInstanceAttribute(instance, name)
    }

    // MARK: Setting

    /// `target.name = value`. Raises AttributeError where that is not possible.
    package mutating func setAttribute(_ target: Value, _ name: Name, to value: Value) throws(Raised) {
        switch target.tag {
        case .instance:
            if let custom = lookupSpecial(target, "__setattr__") {
                _ = try call(custom, [name.value, value])
            } else {
                try storeAttribute(target, name, to: value)
            }
        case .classObject:
            try checkChangeable(target, name)
            if let hook = classHook(target, .setAttribute) {
                _ = try call(hook, [target, name.value, value])
            } else {
                try set(name.value, to: value, in: classAttributes(target))
            }
        case .module:
            try checkChangeable(target, name)
            try setModuleAttribute(target, name, to: value)
        case .function:
            if field(target, FunctionField.attributes).isUnbound {
                setField(target, FunctionField.attributes, try makeNamespace())
            }
            try set(name.value, to: value, in: field(target, FunctionField.attributes))
        case .object:
            guard let store = types[typeNumber(target)].setAttribute else { throw missingAttribute(target, name) }
            try store(&self, target, name.value, value)
        case .nativeType: throw immutableType(errorName(ofType: target), name)
        default: throw missingAttribute(target, name)
        }
    }

    /// Raises TypeError for a module or class of the library, which all rules share.
    private mutating func checkChangeable(_ target: Value, _ name: Name) throws(Raised) {
        if libraryFills > 0 { return }
        if target.tag == .module, modules[moduleNumber(target)].isLibrary {
            throw raise(
                .typeError,
                "cannot set '\(string(name.value))' attribute of module '\(moduleName(target))', which all rules share"
            )
        }
        if target.tag == .classObject, isFrozen(target) { throw immutableType(className(target), name) }
    }

    /// Whether a class is one of the library.
    func isFrozen(_ type: Value) -> Bool { memory.header(type).pointee.flags & Header.frozen != 0 }

    private mutating func immutableType(_ type: String, _ name: Name) -> Raised {
        raise(.typeError, "cannot set '\(string(name.value))' attribute of immutable type '\(type)'")
    }

    /// `instance.name = value` without the class's `__setattr__`: by a property, a descriptor, or in its dictionary.
    mutating func storeAttribute(_ instance: Value, _ name: Name, to value: Value) throws(Raised) {
        let type = instanceClass(instance)
        let inClass = lookupInClass(type, name.value)
        if inClass.tag == .property {
            let setter = field(inClass, PropertyField.setter)
            guard !setter.isNone else {
                throw raise(
                    .attributeError,
                    "property '\(string(name.value))' of '\(className(type))' object has no setter"
                )
            }
            _ = try call(setter, [instance, value])
        } else if inClass.tag == .instance, let store = lookupSpecial(inClass, "__set__") {
            _ = try call(store, [instance, value])
        } else if name.symbol == names.args.symbol, isExceptionInstance(instance) {
            let list = try makeList(from: value)
            setField(instance, InstanceField.storage, try makeTuple(elements(ofSequence: list)))
        } else {
            try setInstanceAttribute(instance, name.value, value)
        }
    }

    /// `del instance.name` without the class's `__delattr__`.
    mutating func removeAttribute(_ instance: Value, _ name: Name) throws(Raised) {
        guard instance.tag == .instance else { return try deleteAttribute(instance, name) }
        let type = instanceClass(instance)
        let inClass = lookupInClass(type, name.value)
        if inClass.tag == .property {
            let deleter = field(inClass, PropertyField.deleter)
            guard !deleter.isNone else {
                throw raise(
                    .attributeError,
                    "property '\(string(name.value))' of '\(className(type))' object has no deleter"
                )
            }
            _ = try call(deleter, [instance])
            return
        }
        let attributes = instanceAttributes(instance)
        guard attributes.tag == .dictionary, !(try remove(name.value, from: attributes)).isUnbound else {
            throw missingAttribute(instance, name)
        }
    }

    /// `del target.name`.
    mutating func deleteAttribute(_ target: Value, _ name: Name) throws(Raised) {
        switch target.tag {
        case .instance:
            if let custom = lookupSpecial(target, "__delattr__") {
                _ = try call(custom, [name.value])
            } else {
                try removeAttribute(target, name)
            }
        case .function:
            let attributes = field(target, FunctionField.attributes)
            guard attributes.tag == .dictionary, !(try remove(name.value, from: attributes)).isUnbound else {
                throw missingAttribute(target, name)
            }
        case .classObject:
            try checkChangeable(target, name)
            guard !(try remove(name.value, from: classAttributes(target))).isUnbound else {
                throw missingAttribute(target, name)
            }
        default: throw missingAttribute(target, name)
        }
    }
}
