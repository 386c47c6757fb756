package import PythonRuntime

/// `functools`.
package enum FunctoolsModule {
    package static let module: NativeModule = NativeModule(
        "functools",
        "Functions that work on functions.",
        functions: [
            NativeFunction("reduce(function, iterable, initial=..., /)", "Folds an iterable from the left.", reduce),
            NativeFunction("lru_cache(maxsize=128, typed=False)", "Remembers results, the last used ones.", lruCache),
            NativeFunction("cache(user_function, /)", "Remembers results.") {
                (machine: inout Machine, arguments) throws(Raised) in try makeCache(&machine, arguments[0], .none)
            },
            NativeFunction("wraps(wrapped, assigned=None, updated=None)", "Names a wrapper as what it wraps.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(machine.libraryType("functools._wraps"), [arguments[0]])
            },
            NativeFunction("update_wrapper(wrapper, wrapped, assigned=None, updated=None)", "Names a wrapper.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try copyNames(&machine, from: arguments[1], to: arguments[0])
                return arguments[0]
            },
            NativeFunction("total_ordering(cls)", "Fills in the missing comparisons.", totalOrdering),
            NativeFunction("cmp_to_key(mycmp)", "A key from a comparison of two.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(machine.libraryType("functools._KeyMaker"), [arguments[0]])
            },
            NativeFunction("cached_property(func)", "A property that is computed once.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let name = try machine.attribute(arguments[0], machine.name("__name__"))
                let getter = try machine.makeObject(
                    machine.libraryType("functools._CachedGetter"),
                    [arguments[0], name]
                )
                return try machine.makeProperty(getter: getter)
            },
            NativeFunction("singledispatch(func)", "A function chosen by the type of its argument.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(
                    machine.libraryType("functools._SingleDispatch"),
                    [arguments[0], try machine.makeList()]
                )
            },
        ],
        types: [partial, cacheType, wrapsType, keyMaker, key, cachedGetter, singleDispatch, registration]
    )

    private static func reduce(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var result = arguments[2]
        let function = arguments[0]
        try machine.forEach(arguments[1]) { (machine: inout Machine, element) throws(Raised) in
            result = result.isUnbound ? element : try machine.call(function, with: result, element)
            return true
        }
        guard !result.isUnbound else {
            throw machine.raise(.typeError, "reduce() of empty iterable with no initial value")
        }
        return result
    }

    /// Copies `__name__` and its kin, where the target takes attributes.
    private static func copyNames(_ machine: inout Machine, from source: Value, to target: Value) throws(Raised) {
        guard target.tag == .function || target.tag == .instance || target.tag == .classObject else { return }
        for text in ["__module__", "__name__", "__qualname__", "__doc__"] {
            let name = machine.name(text)
            let value: Value
            do throws(Raised) { value = try machine.attributeIfAny(source, name) } catch {
                guard machine.isPending(.attributeError) else { throw error }
                _ = machine.takeException()
                continue
            }
            if !value.isUnbound { try machine.setAttribute(target, name, to: value) }
        }
        try machine.setAttribute(target, machine.name("__wrapped__"), to: source)
    }

    private static let wrapsType = NativeType(
        "_wraps",
        module: "functools",
        "What `wraps(f)` gives: a decorator.",
        slots: .init {
            $0.call = NativeFunction("wraps(self, wrapper, /)", "The wrapper, named.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try copyNames(&machine, from: machine.objectField(arguments[0], 0), to: arguments[1])
                return arguments[1]
            }
        }
    )

    // MARK: partial

    /// Fields: function, tuple of arguments, dict of keywords.
    private static let partial = NativeType(
        "partial",
        module: "functools",
        "A function with some arguments given.",
        properties: [
            NativeFunction("func(self)", "The function.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            },
            NativeFunction("args(self)", "Its arguments.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 1)
            },
            NativeFunction("keywords(self)", "Its keywords.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 2)
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("partial(cls, func, /, *args, **keywords)", "The function so called.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var function = arguments[1]
                var given = machine.elements(ofSequence: arguments[2])
                let keywords = try machine.makeDictionary()
                if machine.isObject(function, "functools.partial") {
                    given = machine.elements(ofSequence: machine.objectField(function, 1)) + given
                    try machine.updateDictionary(keywords, from: machine.objectField(function, 2))
                    function = machine.objectField(function, 0)
                }
                guard machine.isCallable(function) || machine.classOf(function).tag == .classObject else {
                    throw machine.raise(.typeError, "the first argument must be callable")
                }
                try machine.updateDictionary(keywords, from: arguments[3])
                return try machine.makeObject(
                    machine.libraryType("functools.partial"),
                    [function, try machine.makeTuple(given), keywords]
                )
            }
            $0.call = NativeFunction("partial(self, /, *args, **keywords)", "Calls the function.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let keywords = try machine.makeDictionary()
                try machine.updateDictionary(keywords, from: machine.objectField(arguments[0], 2))
                try machine.updateDictionary(keywords, from: arguments[2])
                let given = machine.elements(ofSequence: machine.objectField(arguments[0], 1))
                return try call(
                    &machine,
                    machine.objectField(arguments[0], 0),
                    given + machine.elements(ofSequence: arguments[1]),
                    keywords
                )
            }
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                var text = TextBuilder()
                text.append("functools.partial(")
                try machine.appendRepr(machine.objectField(value, 0), to: &text)
                for argument in machine.elements(ofSequence: machine.objectField(value, 1)) {
                    text.append(", ")
                    try machine.appendRepr(argument, to: &text)
                }
                for keyword in try pairs(&machine, machine.objectField(value, 2)) {
                    text.append(", \(machine.string(keyword.name))=")
                    try machine.appendRepr(keyword.value, to: &text)
                }
                text.append(")")
                return try text.finish(&machine)
            }
        }
    )

    static func pairs(
        _ machine: inout Machine,
        _ dictionary: Value
    ) throws(Raised) -> [(name: Value, value: Value)] {
        var pairs: [(name: Value, value: Value)] = []
        try machine.forEachEntry(dictionary) { (_: inout Machine, key, value) throws(Raised) in
            pairs.append((key, value))
            return true
        }
        return pairs
    }

    /// Calls with a dict of keywords; one level deeper in Swift.
    static func call(
        _ machine: inout Machine,
        _ function: Value,
        _ arguments: [Value],
        _ keywords: Value
    ) throws(Raised) -> Value {
        try machine.enterNative()
        defer { machine.leaveNative() }
        return try machine.call(function, arguments, keywords: try pairs(&machine, keywords))
    }

    // MARK: Keys

    private static let keyMaker = NativeType(
        "_KeyMaker",
        module: "functools",
        "What `cmp_to_key` gives.",
        slots: .init {
            $0.call = NativeFunction("K(self, obj, /)", "A key.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeObject(
                    machine.libraryType("functools.KeyWrapper"),
                    [machine.objectField(arguments[0], 0), arguments[1]]
                )
            }
        }
    )

    private static let key = NativeType(
        "KeyWrapper",
        module: "functools",
        "A key that compares by a function.",
        slots: .init {
            $0.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                guard machine.isObject(right, "functools.KeyWrapper") else {
                    throw machine.raise(.typeError, "other argument must be K instance")
                }
                let result = try machine.call(
                    machine.objectField(left, 0),
                    [machine.objectField(left, 1), machine.objectField(right, 1)]
                )
                return try machine.compare(comparison, result, .int(0))
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard machine.isObject(right, "functools.KeyWrapper") else { return .notImplemented }
                let result = try machine.call(
                    machine.objectField(left, 0),
                    [machine.objectField(left, 1), machine.objectField(right, 1)]
                )
                return try machine.equal(result, .int(0))
            }
        }
    )

    private static let cachedGetter = NativeType(
        "_CachedGetter",
        module: "functools",
        "Behind `cached_property`.",
        slots: .init {
            $0.call = NativeFunction("getter(self, instance, /)", "The value, computed once.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let name = machine.objectField(arguments[0], 1)
                let attributes = machine.ownAttributes(ofInstance: arguments[1])
                if attributes.tag == .dictionary {
                    let known = try machine.lookup(name, in: attributes)
                    if !known.isUnbound { return known }
                }
                let value = try machine.call(machine.objectField(arguments[0], 0), [arguments[1]])
                try machine.setInstanceAttribute(arguments[1], name, value)
                return value
            }
        }
    )
}
