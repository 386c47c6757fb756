import PythonRuntime

/// `deque`: a list whose first elements may be unused, so that both ends grow and shrink in constant time.
///
/// Fields: list, index of the first element, maximal length or None, number of changes.
extension CollectionsModule {
    static let deque = NativeType(
        "deque",
        module: "collections",
        "A queue with two ends.",
        methods: [
            NativeFunction("append(self, x, /)", "Adds at the right.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try push(&machine, arguments[0], arguments[1])
                return .none
            },
            NativeFunction("appendleft(self, x, /)", "Adds at the left.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try pushLeft(&machine, arguments[0], arguments[1])
                return .none
            },
            NativeFunction("extend(self, iterable, /)", "Adds many at the right.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let list = try machine.makeList(from: arguments[1])
                for element in machine.elements(ofSequence: list) { try push(&machine, arguments[0], element) }
                return .none
            },
            NativeFunction("extendleft(self, iterable, /)", "Adds many at the left, one after the other.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let list = try machine.makeList(from: arguments[1])
                for element in machine.elements(ofSequence: list) { try pushLeft(&machine, arguments[0], element) }
                return .none
            },
            NativeFunction("pop(self)", "Takes the rightmost.") { (machine: inout Machine, arguments) throws(Raised) in
                let list = machine.objectField(arguments[0], 0)
                let count = machine.listCount(list)
                guard count > first(machine, arguments[0]) else {
                    throw machine.raise(.indexError, "pop from an empty deque")
                }
                let last = machine.listElement(list, count - 1)
                machine.removeElements((count - 1)..<count, of: list)
                changed(&machine, arguments[0])
                return last
            },
            NativeFunction("popleft(self)", "Takes the leftmost.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard let first = popFirst(&machine, arguments[0]) else {
                    throw machine.raise(.indexError, "pop from an empty deque")
                }
                return first
            },
            NativeFunction("clear(self)", "Removes all.") { (machine: inout Machine, arguments) throws(Raised) in
                try replace(&machine, arguments[0], [])
                return .none
            },
            NativeFunction("copy(self)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
                try makeDeque(&machine, try charged(&machine, arguments[0]), machine.objectField(arguments[0], 2))
            },
            NativeFunction("count(self, x, /)", "How many are equal.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var count = 0
                for element in try charged(&machine, arguments[0]) {
                    try machine.charge(1)
                    if try machine.equals(element, arguments[1]) { count += 1 }
                }
                return .int(count)
            },
            NativeFunction("index(self, x, start=0, stop=...)", "The index of the first that is equal.", index),
            NativeFunction("insert(self, i, x, /)", "Adds before an index.", insert),
            NativeFunction("remove(self, value, /)", "Removes the first that is equal.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var values = try charged(&machine, arguments[0])
                for (index, element) in values.enumerated() {
                    try machine.charge(1)
                    if try machine.equals(element, arguments[1]) {
                        values.remove(at: index)
                        try replace(&machine, arguments[0], values)
                        return .none
                    }
                }
                let shown = machine.string(try machine.repr(arguments[1]))
                throw machine.raise(.valueError, "\(shown) is not in deque")
            },
            NativeFunction("reverse(self)", "Reverses the order.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try replace(&machine, arguments[0], try charged(&machine, arguments[0]).reversed())
                return .none
            },
            NativeFunction("rotate(self, n=1, /)", "Moves the last ones to the front.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let values = try charged(&machine, arguments[0])
                guard !values.isEmpty else { return .none }
                let shift = try machine.sizeArgument(arguments[1]) % values.count
                let cut = shift >= 0 ? values.count - shift : -shift
                try replace(&machine, arguments[0], Array(values[cut...] + values[..<cut]))
                return .none
            },
            NativeFunction("__reversed__(self)", "The elements from the right.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.iterator(try machine.makeList(try charged(&machine, arguments[0]).reversed()))
            },
        ],
        properties: [
            NativeFunction("maxlen(self)", "The maximal length, or None.") {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 2)
            }
        ],
        slots: .init {
            $0.construct = NativeFunction("deque(cls, iterable=None, maxlen=None)", "A deque of the elements.", make)
            $0.repr = repr
            $0.length = { (machine: inout Machine, value) throws(Raised) in count(machine, value) }
            $0.item = { (machine: inout Machine, value, key) throws(Raised) in
                machine.listElement(machine.objectField(value, 0), try place(&machine, value, key))
            }
            $0.setItem = { (machine: inout Machine, value, key, element) throws(Raised) in
                machine.setListElement(machine.objectField(value, 0), try place(&machine, value, key), element)
            }
            $0.deleteItem = { (machine: inout Machine, value, key) throws(Raised) in
                let index = try place(&machine, value, key)
                // What lies behind moves up.
                try machine.charge((machine.listCount(machine.objectField(value, 0)) - index) / 64)
                machine.removeElements(index..<(index + 1), of: machine.objectField(value, 0))
                changed(&machine, value)
            }
            $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                try machine.makeObject(
                    machine.libraryType("collections._deque_iterator"),
                    [value, .int(0), machine.objectField(value, 3)]
                )
            }
            $0.contains = { (machine: inout Machine, value, element) throws(Raised) in
                for candidate in try charged(&machine, value) {
                    try machine.charge(1)
                    if try machine.equals(candidate, element) { return true }
                }
                return false
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard let pair = try lists(&machine, left, right) else { return .notImplemented }
                return try machine.equal(pair.0, pair.1)
            }
            $0.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                guard let pair = try lists(&machine, left, right) else { return .notImplemented }
                return try machine.compare(comparison, pair.0, pair.1)
            }
            $0.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
                switch operation {
                case .add: return try concatenated(&machine, left, right)
                case .multiply:
                    let isLeft = machine.isObject(left, "collections.deque")
                    guard let values = try repeated(&machine, isLeft ? left : right, by: isLeft ? right : left) else {
                        return .notImplemented
                    }
                    return try makeDeque(&machine, values, machine.objectField(isLeft ? left : right, 2))
                default: return .notImplemented
                }
            }
            $0.inPlace = { (machine: inout Machine, operation, left, right) throws(Raised) in
                switch operation {
                case .add: _ = try machine.callMethod(left, "extend", [right])
                case .multiply:
                    guard let values = try repeated(&machine, left, by: right) else { return .notImplemented }
                    let bounded = try makeDeque(&machine, values, machine.objectField(left, 2))
                    try replace(&machine, left, elements(machine, bounded))
                default: return .notImplemented
                }
                return left
            }
        }
    )

    static let dequeIterator = NativeType(
        "_deque_iterator",
        module: "collections",
        "Iterates over a deque.",
        slots: .init {
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in
                let queue = machine.objectField(value, 0)
                let index = Int(machine.objectField(value, 1).intValue)
                guard machine.objectField(value, 2).intValue == machine.objectField(queue, 3).intValue else {
                    throw machine.raise(.runtimeError, "deque mutated during iteration")
                }
                guard index < count(machine, queue) else { return .unbound }
                machine.setObjectField(value, 1, .int(index + 1))
                return machine.listElement(machine.objectField(queue, 0), first(machine, queue) + index)
            }
        }
    )

    private static func first(_ machine: borrowing Machine, _ queue: Value) -> Int {
        Int(machine.objectField(queue, 1).intValue)
    }

    private static func count(_ machine: borrowing Machine, _ queue: Value) -> Int {
        machine.listCount(machine.objectField(queue, 0)) - first(machine, queue)
    }

    private static func elements(_ machine: borrowing Machine, _ queue: Value) -> [Value] {
        let list = machine.objectField(queue, 0)
        return (first(machine, queue)..<machine.listCount(list)).map { machine.listElement(list, $0) }
    }

    /// The elements, paid for: a rule may ask for them at each step.
    private static func charged(_ machine: inout Machine, _ queue: Value) throws(Raised) -> [Value] {
        try machine.charge(count(machine, queue) / 16)
        return elements(machine, queue)
    }

    private static func lists(
        _ machine: inout Machine,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> (Value, Value)? {
        let first = machine.unwrapped(left)
        let second = machine.unwrapped(right)
        guard machine.isObject(first, "collections.deque"), machine.isObject(second, "collections.deque") else {
            return nil
        }
        return (
            try machine.makeList(try charged(&machine, first)), try machine.makeList(try charged(&machine, second))
        )
    }

    private static func concatenated(
        _ machine: inout Machine,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        guard let pair = try lists(&machine, left, right) else {
            guard machine.isObject(left, "collections.deque") else { return .notImplemented }
            let type = machine.errorTypeName(right)
            throw machine.raise(.typeError, "can only concatenate deque (not \"\(type)\") to deque")
        }
        let values = machine.elements(ofSequence: pair.0) + machine.elements(ofSequence: pair.1)
        return try makeDeque(&machine, values, machine.objectField(left, 2))
    }

    /// The elements so many times; nil if it is no number of times.
    private static func repeated(
        _ machine: inout Machine,
        _ queue: Value,
        by times: Value
    ) throws(Raised) -> [Value]? {
        guard times.isIntegral else { return nil }
        let list = try machine.makeList(try charged(&machine, queue))
        return machine.elements(ofSequence: try machine.binary(.multiply, list, times))
    }

    private static func changed(_ machine: inout Machine, _ queue: Value) {
        machine.setObjectField(queue, 3, .int(machine.objectField(queue, 3).intValue &+ 1))
    }

    private static func replace(_ machine: inout Machine, _ queue: Value, _ values: [Value]) throws(Raised) {
        try machine.charge(values.count / 16)
        machine.setObjectField(queue, 0, try machine.makeList(values))
        machine.setObjectField(queue, 1, .int(0))
        changed(&machine, queue)
    }

    static func makeDeque(_ machine: inout Machine, _ values: [Value], _ maximum: Value) throws(Raised) -> Value {
        var values = values
        if maximum.isIntegral { values = Array(values.suffix(Int(maximum.intValue))) }
        let list = try machine.makeList(values)
        return try machine.makeObject(machine.libraryType("collections.deque"), [list, .int(0), maximum, .int(0)])
    }

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if !arguments[2].isNone {
            guard try machine.sizeArgument(arguments[2]) >= 0 else {
                throw machine.raise(.valueError, "maxlen must be non-negative")
            }
        }
        let values = arguments[1].isNone ? [] : machine.elements(ofSequence: try machine.makeList(from: arguments[1]))
        return try makeDeque(&machine, values, arguments[2])
    }

    private static func isFull(_ machine: borrowing Machine, _ queue: Value) -> Bool {
        let maximum = machine.objectField(queue, 2)
        return maximum.isIntegral && count(machine, queue) >= Int(maximum.intValue)
    }

    private static func push(_ machine: inout Machine, _ queue: Value, _ element: Value) throws(Raised) {
        if isFull(machine, queue), popFirst(&machine, queue) == nil { return }
        try machine.append(element, to: machine.objectField(queue, 0))
        changed(&machine, queue)
    }

    /// Takes the first element; gives its place back once half of the list is unused.
    private static func popFirst(_ machine: inout Machine, _ queue: Value) -> Value? {
        let list = machine.objectField(queue, 0)
        let index = first(machine, queue)
        let element = machine.listElement(list, index)
        guard !element.isUnbound else { return nil }
        machine.setListElement(list, index, .none)
        if index >= 16, (index + 1) * 2 > machine.listCount(list) {
            machine.removeElements(0..<(index + 1), of: list)
            machine.setObjectField(queue, 1, .int(0))
        } else {
            machine.setObjectField(queue, 1, .int(index + 1))
        }
        changed(&machine, queue)
        return element
    }

    private static func pushLeft(_ machine: inout Machine, _ queue: Value, _ element: Value) throws(Raised) {
        if isFull(machine, queue) {
            let list = machine.objectField(queue, 0)
            let count = machine.listCount(list)
            guard count > first(machine, queue) else { return }
            machine.removeElements((count - 1)..<count, of: list)
        }
        if first(machine, queue) == 0 {
            // Room for as many again at the left.
            let values = elements(machine, queue)
            let room = max(8, values.count)
            try machine.charge(room / 8)
            let list = try machine.makeList(Array(repeating: Value.none, count: room) + values)
            machine.setObjectField(queue, 0, list)
            machine.setObjectField(queue, 1, .int(room))
        }
        let index = first(machine, queue) - 1
        machine.setListElement(machine.objectField(queue, 0), index, element)
        machine.setObjectField(queue, 1, .int(index))
        changed(&machine, queue)
    }

    /// The place in the list of an index of the deque.
    private static func place(_ machine: inout Machine, _ queue: Value, _ key: Value) throws(Raised) -> Int {
        guard key.isIntegral else {
            throw machine.raise(.typeError, "sequence index must be integer, not '\(machine.errorTypeName(key))'")
        }
        let count = count(machine, queue)
        let index = key.intValue < 0 ? key.intValue &+ Int64(count) : key.intValue
        guard index >= 0, index < count else { throw machine.raise(.indexError, "deque index out of range") }
        return first(machine, queue) + Int(index)
    }

    private static func index(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let values = try charged(&machine, arguments[0])
        func clamp(_ value: Int) -> Int { min(max(value < 0 ? value &+ values.count : value, 0), values.count) }
        let start = clamp(try machine.sizeArgument(arguments[2]))
        let stop = arguments[3].isUnbound ? values.count : clamp(try machine.sizeArgument(arguments[3]))
        for index in start..<max(start, stop) {
            try machine.charge(1)
            if try machine.equals(values[index], arguments[1]) { return .int(index) }
        }
        throw machine.raise(.valueError, "\(machine.string(try machine.repr(arguments[1]))) is not in deque")
    }

    private static func insert(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard !isFull(machine, arguments[0]) else {
            throw machine.raise(.indexError, "deque already at its maximum size")
        }
        var values = try charged(&machine, arguments[0])
        let index = try machine.sizeArgument(arguments[1])
        values.insert(arguments[2], at: min(max(index < 0 ? index &+ values.count : index, 0), values.count))
        try replace(&machine, arguments[0], values)
        return .none
    }

    @Sendable private static func repr(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        try machine.enterNative()
        defer { machine.leaveNative() }
        var text = TextBuilder()
        text.append("deque(")
        try machine.appendRepr(try machine.makeList(elements(machine, value)), to: &text)
        let maximum = machine.objectField(value, 2)
        text.append(maximum.isNone ? ")" : ", maxlen=\(maximum.intValue))")
        return try text.finish(&machine)
    }
}
