/// Functions of iterables.
extension BuiltinFunctions {
    static let iteration: [NativeFunction] = [
        NativeFunction("all(iterable, /)", "Whether all elements are true.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .bool(!(try machine.hasElement(arguments[0], truth: false)))
        },
        NativeFunction("any(iterable, /)", "Whether an element is true.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .bool(try machine.hasElement(arguments[0], truth: true))
        },
        NativeFunction("iter(object, sentinel=..., /)", "An iterator.", iterator),
        NativeFunction("max(*values, key=None, default=...)", "The greatest element.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try extreme(&machine, arguments, "max", .greater)
        },
        NativeFunction("min(*values, key=None, default=...)", "The least element.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try extreme(&machine, arguments, "min", .less)
        },
        NativeFunction("next(iterator, default=..., /)", "The next element, or a default.", next),
        NativeFunction("sorted(iterable, /, *, key=None, reverse=False)", "A sorted list of the elements.", sorted),
        NativeFunction("sum(iterable, /, start=0)", "The sum of the elements.", sum),
    ]

    private static func iterator(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if arguments[1].isUnbound { return try machine.iterator(arguments[0]) }
        guard machine.isCallable(arguments[0]) else {
            throw machine.raise(.typeError, "iter(v, w): v must be callable")
        }
        return try machine.makeObject(machine.types.callableIteratorType, [arguments[0], arguments[1]])
    }

    private static func next(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        // `__next__` of a rule's class may say something with its StopIteration: it is passed on as it is.
        if arguments[0].tag == .instance, let method = machine.lookupSpecial(arguments[0], "__next__") {
            guard !arguments[1].isUnbound else { return try machine.call(method, []) }
        }
        let value = try machine.next(arguments[0])
        guard value.isUnbound else { return value }
        guard arguments[1].isUnbound else { return arguments[1] }
        throw machine.stopIteration(after: arguments[0])
    }

    private static func extreme(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ name: String,
        _ comparison: Comparison
    ) throws(Raised) -> Value {
        let values = arguments[0]
        let key = arguments[1]
        let fallback = arguments[2]
        let count = machine.tupleCount(values)
        guard count > 0 else { throw machine.raise(.typeError, "\(name) expected at least 1 argument, got 0") }
        guard count == 1 || fallback.isUnbound else {
            throw machine.raise(
                .typeError,
                "Cannot specify a default for \(name)() with multiple positional arguments"
            )
        }
        var best = Value.unbound
        var bestKey = Value.unbound
        try machine.forEach(count == 1 ? machine.tupleElement(values, 0) : values) {
            (machine: inout Machine, element) throws(Raised) in
            let elementKey = key.isNone ? element : try machine.call(key, [element])
            let isBetter =
                best.isUnbound ? true : try machine.truth(try machine.compare(comparison, elementKey, bestKey))
            if isBetter {
                best = element
                bestKey = elementKey
            }
            return true
        }
        guard best.isUnbound else { return best }
        guard fallback.isUnbound else { return fallback }
        throw machine.raise(.valueError, "\(name)() arg is an empty sequence")
    }

    private static func sorted(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let list = try machine.makeList(from: arguments[0])
        let isReversed = try machine.truth(arguments[2])
        let elements = machine.elements(ofSequence: list)
        let outcome = machine.sorted(elements, key: arguments[1], isReversed: isReversed)
        if let failure = outcome.failure { throw failure }
        for (index, element) in outcome.elements.enumerated() { machine.setListElement(list, index, element) }
        return list
    }

    private static func sum(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var total = arguments[1]
        let iterator = try machine.iterator(arguments[0])
        switch total.tag {
        case .string: throw machine.raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
        case .bytes: throw machine.raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
        default: break
        }
        try machine.forEach(iterator) { (machine: inout Machine, element) throws(Raised) in
            total = try machine.binary(.add, total, element)
            return true
        }
        return total
    }
}

extension Machine {
    /// Whether an iterable has an element of this truth; looks no further than the first.
    mutating func hasElement(_ iterable: Value, truth wanted: Bool) throws(Raised) -> Bool {
        if iterable.tag == .generator, let known = try hasElement(inGenerator: iterable, truth: wanted) { return known }
        var found = false
        try forEach(iterable) { (machine: inout Machine, element) throws(Raised) in
            found = try machine.truth(element) == wanted
            return !found
        }
        return found
    }
}
