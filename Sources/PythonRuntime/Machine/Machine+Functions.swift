/// Functions, classes, methods: what their opcodes do.
extension Machine {
    // MARK: Functions

    /// A function of code `number`: `operands` are defaults, keyword-only defaults, cells; None where it has none.
    mutating func makeFunction(_ number: Int, _ operands: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
        let function = try makeRecord(.function, count: FunctionField.count, extra: UInt64(number))
        memory.fields(function).update(from: operands, count: 3)
        return function
    }

    /// A function of code `number` without defaults or cells.
    mutating func makeFunctionValue(code number: Int) throws(Raised) -> Value {
        try makeRecord(.function, [.none, .none, .none, .unbound], extra: UInt64(number))
    }

    // MARK: Methods

    /// Starts `receiver.name(arguments)`: the receiver is at stack place `place`, `count` arguments behind it; the
    /// result goes to `place`.
    @inline(__always)
    mutating func startMethod(_ name: Name, place: Int, count: Int, names: Value) throws(Raised) {
        let receiver = stack[place]
        if receiver.tag == .eventMap, name.symbol == self.names.deepGet.symbol,
            try startDeepGet(receiver, place: place, count: count, names: names)
        {
            return
        }
        if receiver.tag != .instance, receiver.tag != .module,
            let row = types.method(typeNumber(receiver), name.symbol), row.kind == .method
        {
            stack[place] = try callNative(Int(row.native), window: place, count: count + 1, names: names)
            return
        }
        try startOtherMethod(receiver, name, place: place, count: count, names: names)
    }

    /// `event.deep_get(*keys, default=…)` with its keys where they stand: no tuple is made of them. False, with nothing
    /// done, for a call with other keywords.
    @inline(__always)
    private mutating func startDeepGet(
        _ receiver: Value,
        place: Int,
        count: Int,
        names: Value
    ) throws(Raised) -> Bool {
        var keyCount = count
        var fallback = Value.none
        if names.tag == .tuple {
            guard tupleCount(names) == 1, count > 0,
                name(tupleElement(names, 0)).symbol == self.names.defaultName.symbol
            else { return false }
            keyCount &-= 1
            fallback = stack[place &+ count]
        }
        stack[place] = try deepGet(receiver, stack + (place &+ 1), count: keyCount, fallback: fallback)
        return true
    }

    private mutating func startOtherMethod(
        _ receiver: Value,
        _ name: Name,
        place: Int,
        count: Int,
        names: Value
    ) throws(Raised) {
        if receiver.tag == .instance {
            // A plain method needs no bound object: the receiver is in the place of `self` already.
            let attributes = instanceAttributes(receiver)
            if attributes.isUnbound || lookupText(name.value, in: attributes).isUnbound {
                let found = lookupInClass(instanceClass(receiver), name.value)
                if found.tag == .function {
                    return try pushFrame(
                        found,
                        window: place,
                        count: count + 1,
                        names: names,
                        result: place,
                        purpose: .call
                    )
                }
            }
        }
        let callee = try attribute(receiver, name)
        stack[place] = callee
        try startCall(callee, window: place + 1, count: count, names: names, result: place, purpose: .call)
    }

    /// `callee(*arguments, **keywords)`.
    mutating func callSpread(_ callee: Value, _ arguments: Value, _ keywords: Value) throws(Raised) -> Value {
        var named: [(name: Value, value: Value)] = []
        if keywords.tag == .dictionary {
            var cursor = 0
            while let entry = nextEntry(keywords, &cursor) { named.append((entry.key, entry.value)) }
        }
        let positional = arguments.tag == .tuple ? elements(ofSequence: arguments) : []
        return try call(callee, positional, keywords: named)
    }

    /// `receiver.get(key)` or `receiver.get(key, fallback)`: events and dictionaries directly.
    @inline(__always)
    mutating func getKey(_ receiver: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
        if receiver.tag == .eventMap {
            let found = try immutableMember(receiver, key)
            return found.isUnbound ? (fallback.isUnbound ? .none : fallback) : found
        }
        if receiver.tag == .dictionary {
            let found = try lookup(key, in: receiver)
            return found.isUnbound ? (fallback.isUnbound ? .none : fallback) : found
        }
        return try call(try attribute(receiver, names.get), fallback.isUnbound ? [key] : [key, fallback])
    }

    /// `__enter__` or `__exit__` of a context manager, bound.
    mutating func contextMethod(_ value: Value, _ name: Value) throws(Raised) -> Value {
        let type = typeValue(value)
        let found: Value
        if type.tag == .classObject {
            let method = lookupInClass(type, name)
            found = method.isUnbound ? .unbound : try bind(method, to: value)
        } else {
            found = try attributeIfAny(value, self.name(name))
        }
        guard found.isUnbound else { return found }
        let missed = text(name, is: "__exit__") ? " (missed __exit__ method)" : ""
        throw raise(
            .typeError,
            "'\(errorTypeName(value))' object does not support the context manager protocol\(missed)"
        )
    }

    // MARK: Classes

    /// `class`: name, bases, keywords, namespace, the cell of `__class__`.
    mutating func buildClass(_ operands: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
        let name = operands[0]
        let bases = elements(ofSequence: operands[1])
        let keywords = operands[2]
        let namespace = operands[3]
        let cell = operands[4]
        var resolved: [Value] = []
        for base in bases + (try baseOfMetaclass(keywords)) {
            // A library object may stand for a base: `NamedTuple`.
            if base.tag == .object || base.tag == .native, let body = types[typeNumber(base)].attribute {
                let entries = try body(&self, base, intern("__mro_entries__"))
                if !entries.isUnbound {
                    let built = try call(entries, [name, namespace])
                    if cell.tag == .cell { setField(cell, 0, built) }
                    return built
                }
            }
            resolved.append(base)
        }
        // A class has a docstring of its own, None if need be: that of a base is not its.
        if lookupText(names.doc.value, in: namespace).isUnbound { try set(names.doc.value, to: .none, in: namespace) }
        let type = try makeClass(name: name, bases: resolved, attributes: namespace)
        if cell.tag == .cell { setField(cell, 0, type) }
        try notifyDescriptors(type, namespace)
        try notifyBases(type, resolved, keywords)
        return type
    }

    /// `__set_name__` of descriptors in the class.
    private mutating func notifyDescriptors(_ type: Value, _ namespace: Value) throws(Raised) {
        var owned: [(Value, Value)] = []
        var cursor = 0
        while let entry = nextEntry(namespace, &cursor) {
            if entry.value.tag == .instance { owned.append((entry.key, entry.value)) }
        }
        for (name, value) in owned {
            if let method = lookupSpecial(value, "__set_name__") { _ = try call(method, [type, name]) }
        }
    }

    /// `__init_subclass__` of the first base that has one.
    private mutating func notifyBases(_ type: Value, _ bases: [Value], _ keywords: Value) throws(Raised) {
        for base in bases where base.tag == .classObject {
            let hook = lookupInClass(base, intern("__init_subclass__"))
            guard !hook.isUnbound else { continue }
            let function = hook.tag == .classMethod || hook.tag == .staticMethod ? field(hook, 0) : hook
            var named: [(name: Value, value: Value)] = []
            var cursor = 0
            if keywords.tag == .dictionary {
                while let entry = nextEntry(keywords, &cursor) { named.append((entry.key, entry.value)) }
            }
            _ = try call(function, [type], keywords: named)
            return
        }
        if keywords.tag == .dictionary, dictionaryCount(keywords) > 0 {
            throw raise(.typeError, "\(className(type)).__init_subclass__() takes no keyword arguments")
        }
    }

    /// `super()` with the class from its cell and the method's first argument.
    mutating func makeSuper(_ cell: Value, _ instance: Value) throws(Raised) -> Value {
        let type = field(cell, 0)
        guard type.tag == .classObject else { throw raise(.runtimeError, "super(): empty __class__ cell") }
        return try makeRecord(.superObject, [type, instance])
    }

    // MARK: Exceptions

    /// `raise value from cause`, with the exception being handled as context.
    mutating func raiseValue(_ value: Value, context: Value, cause: Value) -> Raised {
        do throws(Raised) {
            var instance = value
            if isExceptionClass(value) { instance = try call(value, []) }
            guard isExceptionInstance(instance) else {
                return raise(.typeError, "exceptions must derive from BaseException")
            }
            if !cause.isUnbound {
                var origin = cause
                if isExceptionClass(cause) { origin = try call(cause, []) }
                guard origin.isNone || isExceptionInstance(origin) else {
                    return raise(.typeError, "exception causes must derive from BaseException")
                }
                try setInstanceAttribute(instance, names.cause.value, origin)
            }
            if !context.isUnbound, !context.isIdentical(to: instance) {
                try setInstanceAttribute(instance, names.context.value, context)
            }
            return raise(instance)
        } catch {
            return error
        }
    }

    // MARK: Unpacking

    /// `a, b = source`: exactly `count` elements.
    mutating func unpack(_ source: Value, into target: UnsafeMutablePointer<Value>, count: Int) throws(Raised) {
        if source.tag == .tuple || source.tag == .list, self.count(ofSequence: source) == count {
            for index in 0..<count { target[index] = element(ofSequence: source, index) }
            return
        }
        let iterator = try unpackIterator(source)
        var got: [Value] = []
        while got.count < count {
            let value = try next(iterator)
            guard !value.isUnbound else {
                throw raise(.valueError, "not enough values to unpack (expected \(count), got \(got.count))")
            }
            got.append(value)
        }
        guard try next(iterator).isUnbound else {
            throw raise(.valueError, "too many values to unpack (expected \(count))")
        }
        for index in 0..<count { target[index] = got[index] }
    }

    private mutating func unpackIterator(_ source: Value) throws(Raised) -> Value {
        do throws(Raised) { return try iterator(source) } catch {
            guard isPending(.typeError), source.tag != .instance else { throw error }
            throw raise(.typeError, "cannot unpack non-iterable \(errorTypeName(source)) object")
        }
    }

    /// `a, *b, c = source`.
    mutating func unpackStar(
        _ source: Value,
        into target: UnsafeMutablePointer<Value>,
        before: Int,
        after: Int
    ) throws(Raised) {
        let iterator = try unpackIterator(source)
        let all = try makeList()
        while true {
            let value = try next(iterator)
            if value.isUnbound { break }
            try charge(1)
            try append(value, to: all)
        }
        let count = listCount(all)
        guard count >= before + after else {
            throw raise(
                .valueError,
                "not enough values to unpack (expected at least \(before + after), got \(count))"
            )
        }
        for index in 0..<before { target[index] = listElement(all, index) }
        let middle = try makeList(capacity: count - before - after)
        for index in before..<(count - after) { try append(listElement(all, index), to: middle) }
        target[before] = middle
        for index in 0..<after { target[before + 1 + index] = listElement(all, count - after + index) }
    }

    /// `[*iterable]` and `f(*iterable)`.
    mutating func extendDisplay(_ list: Value, with iterable: Value) throws(Raised) {
        do throws(Raised) { try extend(list, with: iterable) } catch {
            guard isPending(.typeError), !hasIterator(iterable) else { throw error }
            throw raise(.typeError, "Value after * must be an iterable, not \(errorTypeName(iterable))")
        }
    }

    /// Whether a value says itself how it is iterated: an error is one of its own then.
    private mutating func hasIterator(_ value: Value) -> Bool {
        switch value.tag {
        case .none, .int, .bigInt, .bool, .float, .function, .native, .module, .nativeType, .ellipsis: false
        case .object, .foreign:
            types[typeNumber(value)].iterate != nil || types[typeNumber(value)].next != nil
        case .instance:
            lookupSpecial(value, "__iter__") != nil || lookupSpecial(value, "__getitem__") != nil
                || unwrapped(value).tag != .instance && hasIterator(unwrapped(value))
        default: true
        }
    }

    /// `{**mapping}`.
    mutating func updateDisplay(_ target: Value, from source: Value) throws(Raised) {
        guard try isMapping(unwrapped(source)) else {
            throw raise(.typeError, "'\(errorTypeName(source))' object is not a mapping")
        }
        try updateDictionary(target, from: source)
    }

    /// `f(**mapping)`: string keys, each once.
    mutating func mergeKeywords(_ target: Value, from source: Value, callee: Value) throws(Raised) {
        let function = calleeText(callee)
        guard try isMapping(unwrapped(source)) else {
            throw raise(.typeError, "\(function) argument after ** must be a mapping, not \(errorTypeName(source))")
        }
        let copy = try makeDictionary()
        try updateDictionary(copy, from: source)
        try forEachEntry(copy) { (machine: inout Machine, key, value) throws(Raised) in
            guard key.isString else { throw machine.raise(.typeError, "keywords must be strings") }
            if try machine.hasKey(key, in: target) {
                throw machine.raise(
                    .typeError,
                    "\(function) got multiple values for keyword argument '\(machine.string(key))'"
                )
            }
            try machine.set(key, to: value, in: target)
            return true
        }
    }

    private func calleeText(_ callee: Value) -> String {
        switch callee.tag {
        case .function:
            let code = linkedCode(memory.header(callee).pointee.extra)
            return "\(modules[code.pointee.module].name).\(string(code.pointee.qualifiedName))()"
        default: return "\(errorTypeName(callee)) object"
        }
    }

    /// UnboundLocalError, or NameError for a variable of a function around.
    mutating func unboundLocal(_ name: Value, isFree: Bool) -> Raised {
        let text = string(name)
        return isFree
            ? raise(
                .nameError,
                "cannot access free variable '\(text)' where it is not associated with a value in enclosing scope"
            )
            : raise(
                .unboundLocalError,
                "cannot access local variable '\(text)' where it is not associated with a value"
            )
    }
}
