package import PythonRuntime

/// `itertools`. Every iterator makes its elements one at a time; what rules see of it is `iter` and `next`.
package enum ItertoolsModule {
    package static let module: NativeModule = NativeModule(
        "itertools",
        "Iterators out of iterators.",
        functions: [
            NativeFunction("tee(iterable, n=2, /)", "Independent iterators over the same elements.", tee)
        ],
        types: simple + combining
    )

    typealias Make = @Sendable (inout Machine, NativeArguments) throws(Raised) -> [Value]
    typealias Next = NativeType.Slots.Unary<Value>

    /// A type of iterators: `make` gives an iterator's fields, `next` its next element.
    static func type(
        _ signature: String,
        _ documentation: String,
        classMethods: [NativeFunction] = [],
        make: @escaping Make,
        next: @escaping Next
    ) -> NativeType {
        let name = String(signature.prefix { $0 != "(" })
        return NativeType(
            name,
            module: "itertools",
            documentation,
            classMethods: classMethods,
            slots: .init {
                $0.construct = NativeFunction(signature, documentation) {
                    (machine: inout Machine, arguments) throws(Raised) in
                    let fields = try make(&machine, arguments)
                    return try machine.makeObject(machine.typeNumber(ofType: arguments[0]), fields)
                }
                $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
                // Iterators call each other: a chain of a million must not end the stack.
                $0.next = { (machine: inout Machine, value) throws(Raised) in
                    try machine.enterNative()
                    defer { machine.leaveNative() }
                    try machine.charge(1)
                    return try next(&machine, value)
                }
            }
        )
    }

    private static let simple: [NativeType] = [
        type(
            "chain(cls, *iterables)",
            "One iterable after the other.",
            classMethods: [
                NativeFunction("from_iterable(cls, iterable, /)", "The iterables that an iterable gives.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    let source = try machine.iterator(arguments[1])
                    return try machine.makeObject(machine.libraryType("itertools.chain"), [source, .none])
                }
            ]
        ) { (machine: inout Machine, arguments) throws(Raised) in
            [try machine.iterator(arguments[1]), .none]
        } next: { (machine: inout Machine, value) throws(Raised) in
            while true {
                let current = machine.objectField(value, 1)
                if !current.isNone {
                    let element = try machine.next(current)
                    if !element.isUnbound { return element }
                }
                let following = try machine.next(machine.objectField(value, 0))
                if following.isUnbound { return .unbound }
                try machine.charge(1)
                machine.setObjectField(value, 1, try machine.iterator(following))
            }
        },
        type("count(cls, start=0, step=1)", "Numbers without end.") {
            (machine: inout Machine, arguments) throws(Raised) in
            for index in 1...2 where try machine.double(machine.unwrapped(arguments[index])) == nil {
                throw machine.raise(.typeError, "a number is required")
            }
            return [arguments[1], arguments[2]]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let current = machine.objectField(value, 0)
            machine.setObjectField(value, 0, try machine.binary(.add, current, machine.objectField(value, 1)))
            return current
        },
        type("cycle(cls, iterable, /)", "The elements over and over.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [try machine.iterator(arguments[1]), try machine.makeList(), .int(0)]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let source = machine.objectField(value, 0)
            let saved = machine.objectField(value, 1)
            if !source.isNone {
                let element = try machine.next(source)
                if !element.isUnbound {
                    try machine.append(element, to: saved)
                    return element
                }
                machine.setObjectField(value, 0, .none)
            }
            let count = machine.listCount(saved)
            guard count > 0 else { return .unbound }
            let index = Int(machine.objectField(value, 2).intValue)
            machine.setObjectField(value, 2, .int((index + 1) % count))
            return machine.listElement(saved, index)
        },
        type("repeat(cls, object, times=...)", "The same over and over.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [arguments[1], .int(arguments[2].isUnbound ? -1 : max(0, try machine.sizeArgument(arguments[2])))]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let left = machine.objectField(value, 1).intValue
            if left == 0 { return .unbound }
            if left > 0 { machine.setObjectField(value, 1, .int(left - 1)) }
            return machine.objectField(value, 0)
        },
        type("islice(cls, iterable, *args)", "A slice of an iterator.", make: sliceFields, next: nextOfSlice),
        type("takewhile(cls, predicate, iterable, /)", "Elements until one fails.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [arguments[1], try machine.iterator(arguments[2]), .false]
        } next: { (machine: inout Machine, value) throws(Raised) in
            guard !machine.objectField(value, 2).boolValue else { return .unbound }
            let element = try machine.next(machine.objectField(value, 1))
            guard !element.isUnbound else { return .unbound }
            if try machine.truth(try machine.call(machine.objectField(value, 0), [element])) { return element }
            machine.setObjectField(value, 2, .true)
            return .unbound
        },
        type("dropwhile(cls, predicate, iterable, /)", "Elements from the first that fails.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [arguments[1], try machine.iterator(arguments[2]), .false]
        } next: { (machine: inout Machine, value) throws(Raised) in
            while true {
                let element = try machine.next(machine.objectField(value, 1))
                if element.isUnbound || machine.objectField(value, 2).boolValue { return element }
                if try machine.truth(try machine.call(machine.objectField(value, 0), [element])) { continue }
                machine.setObjectField(value, 2, .true)
                return element
            }
        },
        type("filterfalse(cls, function, iterable, /)", "Elements that fail.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [arguments[1], try machine.iterator(arguments[2])]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let test = machine.objectField(value, 0)
            while true {
                let element = try machine.next(machine.objectField(value, 1))
                if element.isUnbound { return element }
                try machine.charge(1)
                let result = test.isNone ? element : try machine.call(test, [element])
                if !(try machine.truth(result)) { return element }
            }
        },
        type("compress(cls, data, selectors)", "Elements whose selector is true.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [try machine.iterator(arguments[1]), try machine.iterator(arguments[2])]
        } next: { (machine: inout Machine, value) throws(Raised) in
            while true {
                let element = try machine.next(machine.objectField(value, 0))
                if element.isUnbound { return element }
                let selector = try machine.next(machine.objectField(value, 1))
                if selector.isUnbound { return selector }
                try machine.charge(1)
                if try machine.truth(selector) { return element }
            }
        },
        type("starmap(cls, function, iterable, /)", "Calls with tuples as arguments.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [arguments[1], try machine.iterator(arguments[2])]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let arguments = try machine.next(machine.objectField(value, 1))
            guard !arguments.isUnbound else { return .unbound }
            let list = try machine.makeList(from: arguments)
            return try machine.call(machine.objectField(value, 0), machine.elements(ofSequence: list))
        },
        type("accumulate(cls, iterable, func=None, *, initial=None)", "Sums so far, or what a function makes of two.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [
                try machine.iterator(arguments[1]), arguments[2], arguments[3].isNone ? .unbound : arguments[3],
                arguments[3],
            ]
        } next: { (machine: inout Machine, value) throws(Raised) in
            let initial = machine.objectField(value, 3)
            if !initial.isNone {
                machine.setObjectField(value, 3, .none)
                return initial
            }
            let element = try machine.next(machine.objectField(value, 0))
            guard !element.isUnbound else { return .unbound }
            let total = machine.objectField(value, 2)
            let function = machine.objectField(value, 1)
            let sum =
                total.isUnbound
                ? element
                : function.isNone
                    ? try machine.binary(.add, total, element) : try machine.call(function, [total, element])
            machine.setObjectField(value, 2, sum)
            return sum
        },
        type("pairwise(cls, iterable, /)", "Each element with the next one.") {
            (machine: inout Machine, arguments) throws(Raised) in
            [try machine.iterator(arguments[1]), .unbound]
        } next: { (machine: inout Machine, value) throws(Raised) in
            var previous = machine.objectField(value, 1)
            if previous.isUnbound {
                previous = try machine.next(machine.objectField(value, 0))
                if previous.isUnbound { return previous }
            }
            let element = try machine.next(machine.objectField(value, 0))
            guard !element.isUnbound else { return .unbound }
            machine.setObjectField(value, 1, element)
            return try machine.makeTuple([previous, element])
        },
    ]

    // MARK: islice

    /// Fields: source, next index wanted, end or -1, step, index of the source.
    private static let sliceFields: Make = { (machine: inout Machine, arguments) throws(Raised) in
        let bounds = machine.elements(ofSequence: arguments[2])
        guard (1...3).contains(bounds.count) else {
            let few = bounds.isEmpty
            throw machine.raise(
                .typeError,
                "islice expected at \(few ? "least 2" : "most 4") arguments, got \(bounds.count + 1)"
            )
        }
        func bound(_ value: Value, _ fallback: Int, _ message: String, _ machine: inout Machine) throws(Raised) -> Int {
            if value.isNone { return fallback }
            guard value.isIntegral, value.intValue >= (message.hasPrefix("Step") ? 1 : 0) else {
                throw machine.raise(.valueError, message)
            }
            return Int(value.intValue)
        }
        let range = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        let stopOnly = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        let start = bounds.count == 1 ? 0 : try bound(bounds[0], 0, range, &machine)
        let stop = try bound(bounds[bounds.count == 1 ? 0 : 1], -1, bounds.count == 1 ? stopOnly : range, &machine)
        let step =
            bounds.count == 3
            ? try bound(bounds[2], 1, "Step for islice() must be a positive integer or None.", &machine) : 1
        return [try machine.iterator(arguments[1]), .int(start), .int(stop), .int(step), .int(0)]
    }

    private static let nextOfSlice: Next = { (machine: inout Machine, value) throws(Raised) in
        let wanted = Int(machine.objectField(value, 1).intValue)
        let stop = Int(machine.objectField(value, 2).intValue)
        var index = Int(machine.objectField(value, 4).intValue)
        let source = machine.objectField(value, 0)
        let isPast = stop >= 0 && wanted >= stop
        let target = isPast ? stop : wanted
        // What lies before the wanted element is taken from the source too, up to the end of the slice.
        while index < target {
            try machine.charge(1)
            if try machine.next(source).isUnbound { return .unbound }
            index += 1
            machine.setObjectField(value, 4, .int(index))
        }
        if isPast { return .unbound }
        let element = try machine.next(source)
        guard !element.isUnbound else { return .unbound }
        machine.setObjectField(value, 4, .int(index + 1))
        let (following, overflow) = wanted.addingReportingOverflow(Int(machine.objectField(value, 3).intValue))
        machine.setObjectField(value, 1, .int(overflow ? Int.max : following))
        return element
    }

    // MARK: tee

    private static func tee(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let count = try machine.sizeArgument(arguments[1])
        guard count >= 0 else { throw machine.raise(.valueError, "n must be >= 0") }
        try machine.charge(count)
        let shared = try machine.makeList([try machine.iterator(arguments[0])])
        let buffer = try machine.makeList()
        var iterators: [Value] = []
        for _ in 0..<count {
            iterators.append(try machine.makeObject(machine.libraryType("itertools._tee"), [shared, buffer, .int(0)]))
        }
        return try machine.makeTuple(iterators)
    }
}
