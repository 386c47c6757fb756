/// Making instances of classes that rules define.
extension Machine {
    /// Starts `type(...)`: the instance is at `result` when its constructor, if any, has run.
    mutating func startConstruction(
        _ type: Value,
        window: Int,
        count: Int,
        names: Value,
        result: Int,
        purpose: Frame.Purpose
    ) throws(Raised) {
        if isHooked(type) {
            if let hook = classHook(type, .call) {
                return try callInitializer(hook, type, window, count, names, into: result)
            }
            try requireConcrete(type)
        }
        let custom = lookupInClass(type, self.names.new.value)
        if !custom.isUnbound {
            return try constructWithNew(custom, type, window: window, count: count, names: names, result: result)
        }
        let instance = try makeInstance(of: type)
        let native = nativeBase(type)
        let initializer = lookupInClass(type, self.names.initializer.value)
        if isExceptionClass(type) {
            let positional = count - (names.tag == .tuple ? tupleCount(names) : 0)
            if positional < count, initializer.isUnbound, !acceptsKeywords(instance) {
                throw raise(.typeError, "\(className(type))() takes no keyword arguments")
            }
            setField(
                instance,
                InstanceField.storage,
                try makeTuple(copying: stack + window, count: max(0, positional))
            )
        } else if native.raw != 0 {
            let storage = try makeStorage(native, initializer: initializer, window: window, count: count, names: names)
            setField(instance, InstanceField.storage, storage)
        }
        stack[result] = instance
        guard initializer.tag == .function else {
            if !initializer.isUnbound { return try callInitializer(initializer, instance, window, count, names) }
            if count > 0, native.raw == 0, !isExceptionClass(type) {
                throw raise(.typeError, "\(className(type))() takes no arguments")
            }
            return
        }
        // The frame of `__init__` leaves the instance where it is.
        let callWindow = window
        try reserveStack(callWindow + count + 1)
        var place = callWindow + count
        while place > callWindow {
            stack[place] = stack[place - 1]
            place -= 1
        }
        stack[callWindow] = instance
        if purpose == .entry || purpose == .generator {
            // Called from Swift: run it to its end here.
            let saved = top
            top = max(top, callWindow + count + 1)
            defer { top = saved }
            let before = depth
            try pushFrame(
                initializer,
                window: callWindow,
                count: count + 1,
                names: names,
                result: result,
                purpose: .entry
            )
            try enterNative()
            defer { nativeDepth &-= 1 }
            try checkInitializerResult(try run(from: before))
            stack[result] = instance
        } else {
            try pushFrame(
                initializer,
                window: callWindow,
                count: count + 1,
                names: names,
                result: result,
                purpose: .constructor
            )
        }
    }

    /// TypeError unless `__init__` returned None.
    mutating func checkInitializerResult(_ value: Value) throws(Raised) {
        guard value.isNone else {
            throw raise(.typeError, "__init__() should return None, not '\(errorTypeName(value))'")
        }
    }

    /// Calls `initializer`, bound to `instance`, with the arguments of a construction; its result goes to stack place
    /// `result`, if one is given.
    private mutating func callInitializer(
        _ initializer: Value,
        _ instance: Value,
        _ window: Int,
        _ count: Int,
        _ names: Value,
        into result: Int? = nil
    ) throws(Raised) {
        let keywordCount = names.tag == .tuple ? tupleCount(names) : 0
        let positional = (0..<(count - keywordCount)).map { stack[window + $0] }
        let keywords = (0..<keywordCount).map {
            (name: tupleElement(names, $0), value: stack[window + count - keywordCount + $0])
        }
        let made = try call(try bind(initializer, to: instance), positional, keywords: keywords)
        if let result { stack[result] = made }
    }

    /// `__new__` of the class, then `__init__` if it made an instance of the class.
    private mutating func constructWithNew(
        _ custom: Value,
        _ type: Value,
        window: Int,
        count: Int,
        names: Value,
        result: Int
    ) throws(Raised) {
        let keywordCount = names.tag == .tuple ? tupleCount(names) : 0
        let positional = (0..<(count - keywordCount)).map { stack[window + $0] }
        let keywords = (0..<keywordCount).map {
            (name: tupleElement(names, $0), value: stack[window + count - keywordCount + $0])
        }
        let function = custom.tag == .staticMethod ? field(custom, 0) : custom
        let made = try call(function, [type] + positional, keywords: keywords)
        if made.tag == .instance, isSubclass(instanceClass(made), of: type) {
            let initializer = lookupInClass(type, self.names.initializer.value)
            if !initializer.isUnbound {
                _ = try call(try bind(initializer, to: made), positional, keywords: keywords)
            }
        }
        stack[result] = made
    }

    /// The builtin value inside an instance of a class derived from a builtin: mutable ones start empty if the
    /// class has its own `__init__`, others are made from the arguments.
    private mutating func makeStorage(
        _ native: TypeNumber,
        initializer: Value,
        window: Int,
        count: Int,
        names: Value
    ) throws(Raised) -> Value {
        let isMutable = [Tag.list, .dictionary, .set].contains { TypeNumber($0) == native }
        guard let entry = types.entry(native), entry.constructor >= 0 else { return .unbound }
        if isMutable, !initializer.isUnbound { return try call(.type(native), []) }
        let keywordCount = names.tag == .tuple ? tupleCount(names) : 0
        let positional = (0..<(count - keywordCount)).map { stack[window + $0] }
        let keywords = (0..<keywordCount).map {
            (name: tupleElement(names, $0), value: stack[window + count - keywordCount + $0])
        }
        return try call(.type(native), positional, keywords: keywords)
    }

    /// The value an operation on a builtin looks at: the builtin inside an instance of a derived class, else itself.
    @inline(__always)
    package func unwrapped(_ value: Value) -> Value {
        guard value.tag == .instance else { return value }
        let storage = instanceStorage(value)
        return storage.isUnbound || isExceptionInstance(value) ? value : storage
    }
}
