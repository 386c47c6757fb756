import PythonRuntime

/// Caches, dispatch by type, and comparisons made of one another.
extension FunctoolsModule {
    /// Results that a cache without a limit of its own remembers: then it forgets the oldest.
    static let cacheEntriesMax = 65_536

    // MARK: lru_cache

    static func lruCache(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if machine.isCallable(arguments[0]) { return try makeCache(&machine, arguments[0], .int(128)) }
        guard arguments[0].isNone || arguments[0].isIntegral else {
            throw machine.raise(.typeError, "Expected first argument to be an integer, a callable, or None")
        }
        return try machine.makeObject(machine.libraryType("functools._lru_cache_wrapper"), [.none, arguments[0]])
    }

    /// Fields: function (None for a decorator), size or None, dict of results, hits, misses.
    static func makeCache(_ machine: inout Machine, _ function: Value, _ size: Value) throws(Raised) -> Value {
        try machine.makeObject(
            machine.libraryType("functools._lru_cache_wrapper"),
            [
                function, size.isIntegral ? .int(max(0, size.intValue)) : .none, try machine.makeDictionary(), .int(0),
                .int(0),
            ]
        )
    }

    static let cacheType = NativeType(
        "_lru_cache_wrapper",
        module: "functools",
        "A function that remembers its results.",
        methods: [
            NativeFunction("cache_info(self)", "Hits, misses, limit, size.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let names = ["hits", "misses", "maxsize", "currsize"].map { machine.intern($0) }
                let type = try NamedTuple.makeClass(
                    &machine,
                    name: machine.intern("CacheInfo"),
                    fields: names,
                    defaults: try machine.makeDictionary(),
                    module: "functools"
                )
                let size = machine.dictionaryCount(machine.objectField(arguments[0], 2))
                return try machine.call(
                    type,
                    [
                        machine.objectField(arguments[0], 3), machine.objectField(arguments[0], 4),
                        machine.objectField(arguments[0], 1), .int(size),
                    ]
                )
            },
            NativeFunction("cache_clear(self)", "Forgets everything.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.clearDictionary(machine.objectField(arguments[0], 2))
                machine.setObjectField(arguments[0], 3, .int(0))
                machine.setObjectField(arguments[0], 4, .int(0))
                return .none
            },
        ],
        slots: .init {
            $0.call = NativeFunction("call(self, /, *args, **kwargs)", "The result, remembered.", cachedCall)
            $0.attribute = { (machine: inout Machine, value, name) throws(Raised) in
                let function = machine.objectField(value, 0)
                guard !function.isNone else { return .unbound }
                if machine.text(name, is: "__wrapped__") { return function }
                guard machine.string(name).hasPrefix("__") else { return .unbound }
                return try machine.attributeIfAny(function, machine.name(name))
            }
        }
    )

    private static func cachedCall(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let cache = arguments[0]
        let given = machine.elements(ofSequence: arguments[1])
        let function = machine.objectField(cache, 0)
        if function.isNone {
            guard let first = given.first else {
                throw machine.raise(.typeError, "the first argument must be callable")
            }
            return try makeCache(&machine, first, machine.objectField(cache, 1))
        }
        let key = try key(&machine, arguments[1], arguments[2])
        let results = machine.objectField(cache, 2)
        let known = try machine.lookup(key, in: results)
        if !known.isUnbound {
            machine.setObjectField(cache, 3, .int(machine.objectField(cache, 3).intValue &+ 1))
            if machine.objectField(cache, 1).isIntegral {
                // Used last: to the end of the dict.
                _ = try machine.remove(key, from: results)
                try machine.set(key, to: known, in: results)
            }
            return known
        }
        let result = try call(&machine, function, given, arguments[2])
        machine.setObjectField(cache, 4, .int(machine.objectField(cache, 4).intValue &+ 1))
        let limit = machine.objectField(cache, 1)
        let size = limit.isIntegral ? Int(limit.intValue) : cacheEntriesMax
        guard size > 0 else { return result }
        try machine.set(key, to: result, in: results)
        if machine.dictionaryCount(results) > size {
            let oldest = try machine.next(try machine.iterator(results))
            _ = try machine.remove(oldest, from: results)
        }
        return result
    }

    /// What tells calls apart: the arguments, then a mark and the keywords.
    private static func key(_ machine: inout Machine, _ arguments: Value, _ keywords: Value) throws(Raised) -> Value {
        guard machine.dictionaryCount(keywords) > 0 else { return arguments }
        var parts = machine.elements(ofSequence: arguments)
        parts.append(.ellipsis)
        for pair in try pairs(&machine, keywords) { parts += [pair.name, pair.value] }
        return try machine.makeTuple(parts)
    }

    // MARK: total_ordering

    private static let comparisons = ["__lt__", "__le__", "__gt__", "__ge__"]

    static func totalOrdering(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let type = arguments[0]
        let defined = comparisons.filter { !machine.rawAttribute(ofClass: type, machine.name($0)).isUnbound }
        // CPython prefers __lt__, then __le__, __gt__, __ge__.
        guard let root = defined.first else {
            throw machine.raise(.valueError, "must define at least one ordering operation: < > <= >=")
        }
        for wanted in comparisons where !defined.contains(wanted) {
            let row = NativeFunction("\(wanted)(self, other, /)", "Made by total_ordering.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try derivedComparison(&machine, root, wanted, arguments[0], arguments[1])
            }
            let native = machine.native("functools.total_ordering.\(root).\(wanted)", row)
            try machine.setAttribute(type, machine.name(wanted), to: native)
        }
        return type
    }

    private static func derivedComparison(
        _ machine: inout Machine,
        _ root: String,
        _ wanted: String,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        let result = try machine.callMethod(left, root, [right])
        if result.tag == .notImplemented { return result }
        let holds = try machine.truth(result)
        let isRootStrict = root == "__lt__" || root == "__gt__"
        let isWantedStrict = wanted == "__lt__" || wanted == "__gt__"
        let isSameWay = root.dropFirst(2).first == wanted.dropFirst(2).first
        switch (isRootStrict, isSameWay, isWantedStrict) {
        // a <= b from a < b: or equal. a < b from a <= b: and not equal.
        case (true, true, _): return .bool(holds ? true : (try machine.equals(left, right)))
        case (false, true, _): return .bool(holds ? !(try machine.equals(left, right)) : false)
        // a >= b from a < b: not. a > b from a < b: not, and not equal.
        case (true, false, false): return .bool(!holds)
        case (true, false, true): return .bool(!holds ? !(try machine.equals(left, right)) : false)
        // a > b from a <= b: not. a >= b from a <= b: not, or equal.
        case (false, false, true): return .bool(!holds)
        case (false, false, false): return .bool(!holds ? true : (try machine.equals(left, right)))
        }
    }

    // MARK: singledispatch

    /// Fields: default function, list of type and function in turn.
    static let singleDispatch = NativeType(
        "_SingleDispatch",
        module: "functools",
        "A function chosen by the type of its argument.",
        methods: [
            NativeFunction("register(self, cls, func=None)", "Adds a function for a type.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var type = arguments[1]
                var function = arguments[2]
                if type.tag == .function, function.isNone {
                    // The type stands in the annotation of the first parameter.
                    let hints = try machine.attributeIfAny(type, machine.name("__annotations__"))
                    guard hints.tag == .dictionary, let first = try pairs(&machine, hints).first else {
                        throw machine.raise(
                            .typeError,
                            "Invalid first argument to `register()`: \(machine.string(try machine.repr(type))). Use either "
                                + "`@register(some_class)` or plain `@register` on an annotated function."
                        )
                    }
                    function = type
                    type = first.value
                }
                guard !function.isNone else {
                    return try machine.makeObject(
                        machine.libraryType("functools._Registration"),
                        [arguments[0], type]
                    )
                }
                let table = machine.objectField(arguments[0], 1)
                try machine.append(type, to: table)
                try machine.append(function, to: table)
                return function
            },
            NativeFunction("dispatch(self, cls, /)", "The function for a type.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try chosen(&machine, arguments[0]) { (machine: inout Machine, type) throws(Raised) in
                    machine.isDerived(arguments[1], from: type)
                }
            },
        ],
        slots: .init {
            $0.call = NativeFunction("call(self, /, *args, **kwargs)", "Calls the function for its argument.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard machine.tupleCount(arguments[1]) > 0 else {
                    throw machine.raise(.typeError, "function requires at least 1 positional argument")
                }
                let first = machine.tupleElement(arguments[1], 0)
                let function = try chosen(&machine, arguments[0]) { (machine: inout Machine, type) throws(Raised) in
                    try machine.isInstance(first, ofAny: type)
                }
                return try call(&machine, function, machine.elements(ofSequence: arguments[1]), arguments[2])
            }
        }
    )

    static let registration = NativeType(
        "_Registration",
        module: "functools",
        "What `register(type)` gives: a decorator.",
        slots: .init {
            $0.call = NativeFunction("register(self, func, /)", "Adds the function.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let table = machine.objectField(machine.objectField(arguments[0], 0), 1)
                try machine.append(machine.objectField(arguments[0], 1), to: table)
                try machine.append(arguments[1], to: table)
                return arguments[1]
            }
        }
    )

    /// The function whose type matches and is derived from all others that match; the default if none does.
    private static func chosen(
        _ machine: inout Machine,
        _ dispatcher: Value,
        _ matches: (inout Machine, Value) throws(Raised) -> Bool
    ) throws(Raised) -> Value {
        let table = machine.elements(ofSequence: machine.objectField(dispatcher, 1))
        var best: (type: Value, function: Value)?
        for index in stride(from: 0, to: table.count - 1, by: 2) where try matches(&machine, table[index]) {
            try machine.charge(1)
            if let best, !machine.isDerived(table[index], from: best.type) { continue }
            best = (table[index], table[index + 1])
        }
        return best?.function ?? machine.objectField(dispatcher, 0)
    }
}
