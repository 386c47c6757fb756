/// What every machine starts with: builtin types, functions, exceptions.
extension Machine {
    mutating func boot() {
        internNames()
        registerTypes()
        for function in BuiltinFunctions.all { builtins[name(function.name).symbol] = makeNative(function) }
        builtins[name("NotImplemented").symbol] = .notImplemented
        builtins[name("Ellipsis").symbol] = .ellipsis
        builtins[name("__debug__").symbol] = .true
        builtins[name("__name__").symbol] = intern("builtins")
        do throws(Raised) {
            try makeExceptionClasses()
            // What was made so far lives in the arena: keep it.
            try finishEvent()
        } catch {
            preconditionFailure("margay: the limits leave no room for the builtin exceptions")
        }
    }

    private mutating func internNames() {
        names.initializer = name("__init__")
        names.new = name("__new__")
        names.name = name("__name__")
        names.module = name("__module__")
        names.qualifiedName = name("__qualname__")
        names.doc = name("__doc__")
        names.dictionary = name("__dict__")
        names.classAttribute = name("__class__")
        names.getAttribute = name("__getattr__")
        names.call = name("__call__")
        names.get = name("get")
        names.cause = name("__cause__")
        names.context = name("__context__")
        names.args = name("args")
        names.deepGet = name("deep_get")
        names.defaultName = name("default")
    }

    /// The types of ``Tag`` at their numbers, then the others that the runtime itself needs.
    private mutating func registerTypes() {
        for tag in Tag.allCases {
            let type = BuiltinTypes.type(of: tag)
            let base: TypeNumber? = tag == .bool ? TypeNumber(.int) : nil
            let number = register(type, base: tag == .bool ? nil : base)
            assert(number == TypeNumber(tag))
            if let visible = BuiltinTypes.visibleName(of: tag) { builtins[name(visible).symbol] = .type(number) }
        }
        types.setBase(of: TypeNumber(.bool), TypeNumber(.int))
        types.objectType = register(BuiltinTypes.object)
        types.typeType = register(BuiltinTypes.type)
        types.exceptionType = register(BuiltinTypes.exception)
        types.eventType = register(BuiltinTypes.event, base: TypeNumber(.eventMap))
        event.unifiedKey = intern("p_udm")
        event.keysView = register(BuiltinTypes.keysView)
        event.valuesView = register(BuiltinTypes.valuesView)
        event.itemsView = register(BuiltinTypes.itemsView)
        event.dataModelType = register(BuiltinTypes.dataModel)
        builtins[name("object").symbol] = .type(types.objectType)
        builtins[name("type").symbol] = .type(types.typeType)
        for type in BuiltinTypes.iterators { register(iterator: type) }
        for type in BuiltinTypes.objects {
            let number = register(type)
            builtins[name(type.name).symbol] = .type(number)
            if type.name == "reversed" { types.reversedType = number }
        }
        for type in BuiltinTypes.hiddenObjects {
            let number = register(type)
            if type.name == "UnionType" { types.unionType = number } else { types.callableIteratorType = number }
        }
    }

    private mutating func register(iterator type: NativeType) {
        let number = register(type)
        switch type.name {
        case "list_iterator": iterators.list = number
        case "tuple_iterator": iterators.tuple = number
        case "str_iterator": iterators.string = number
        case "bytes_iterator": iterators.bytes = number
        case "range_iterator": iterators.range = number
        case "dict_keyiterator": iterators.keys = number
        case "dict_valueiterator": iterators.values = number
        case "dict_itemiterator": iterators.items = number
        case "set_iterator": iterators.set = number
        case "event_keyiterator": iterators.eventKeys = number
        case "event_iterator": iterators.eventElements = number
        default: iterators.sequence = number
        }
    }

    private mutating func makeExceptionClasses() throws(Raised) {
        for type in ExceptionType.allCases {
            let bases = type.base.map { [exceptionClasses[$0.rawValue]] } ?? [.type(types.objectType)]
            let attributes = try makeDictionary()
            let value = try makeClass(name: intern(type.name), bases: bases, attributes: attributes)
            memory.header(value).pointee.flags |= Header.exceptionClass | Header.frozen
            exceptionClasses.append(value)
            if type != .budgetExceeded { builtins[name(type.name).symbol] = value }
        }
        builtins[name("IOError").symbol] = exceptionClasses[ExceptionType.osError.rawValue]
        builtins[name("EnvironmentError").symbol] = exceptionClasses[ExceptionType.osError.rawValue]
    }
}
