import PythonRuntime

/// `Counter`: a dict of counts.
extension CollectionsModule {
    static let counterMethods: [NativeFunction] = [
        NativeFunction("__init__(self, iterable=None, /, **kwds)", "Counts the elements of an iterable.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try count(&machine, arguments[0], arguments[1], arguments[2], sign: 1, isUpdate: true)
        },
        NativeFunction("__missing__(self, key, /)", "0.") { (_: inout Machine, _) throws(Raised) in .int(0) },
        NativeFunction("update(self, iterable=None, /, **kwds)", "Adds counts.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try count(&machine, arguments[0], arguments[1], arguments[2], sign: 1, isUpdate: true)
        },
        NativeFunction("subtract(self, iterable=None, /, **kwds)", "Takes counts away.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try count(&machine, arguments[0], arguments[1], arguments[2], sign: -1, isUpdate: false)
        },
        NativeFunction("most_common(self, n=None)", "Elements and counts, the most frequent first.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var items = try sorted(&machine, machine.unwrapped(arguments[0]))
            if !arguments[1].isNone {
                items = Array(items.prefix(max(0, try machine.sizeArgument(arguments[1]))))
            }
            let list = try machine.makeList()
            for item in items { try machine.append(try machine.makeTuple([item.key, item.value]), to: list) }
            return list
        },
        NativeFunction("elements(self)", "Each element as often as it counts.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let list = try machine.makeList()
            try machine.forEachEntry(machine.unwrapped(arguments[0])) {
                (machine: inout Machine, key, value) throws(Raised) in
                for _ in 0..<max(0, try machine.sizeArgument(value)) {
                    try machine.charge(1)
                    try machine.append(key, to: list)
                }
                return true
            }
            return try machine.iterator(list)
        },
        NativeFunction("total(self)", "The sum of the counts.") { (machine: inout Machine, arguments) throws(Raised) in
            var total = Value.int(0)
            try machine.forEachEntry(machine.unwrapped(arguments[0])) {
                (machine: inout Machine, _, value) throws(Raised) in
                total = try machine.binary(.add, total, value)
                return true
            }
            return total
        },
        NativeFunction("copy(self)", "A shallow copy.") { (machine: inout Machine, arguments) throws(Raised) in
            try copied(&machine, arguments[0])
        },
        NativeFunction("__delitem__(self, key, /)", "Removes an element, if it is there.") {
            (machine: inout Machine, arguments) throws(Raised) in
            _ = try machine.remove(arguments[1], from: machine.unwrapped(arguments[0]))
            return .none
        },
        NativeFunction("__repr__(self)", "`Counter({'a': 2})`.") { (machine: inout Machine, arguments) throws(Raised) in
            let dictionary = machine.unwrapped(arguments[0])
            let name = machine.typeName(arguments[0])
            guard machine.dictionaryCount(dictionary) > 0 else { return try machine.makeString("\(name)()") }
            let ordered = try machine.makeDictionary()
            do throws(Raised) {
                for item in try sorted(&machine, dictionary) { try machine.set(item.key, to: item.value, in: ordered) }
            } catch {
                // Counts that cannot be compared keep their order.
                guard machine.isPending(.typeError) else { throw error }
                _ = machine.takeException()
                try machine.updateDictionary(ordered, from: dictionary)
            }
            var text = TextBuilder()
            text.append("\(name)(")
            try machine.appendRepr(ordered, to: &text)
            text.append(")")
            return try text.finish(&machine)
        },
        NativeFunction("__eq__(self, other, /)", "Equality; what is missing counts 0.") {
            (machine: inout Machine, arguments) throws(Raised) in
            guard isCounter(machine, arguments[1]) else { return .notImplemented }
            let left = machine.unwrapped(arguments[0])
            let right = machine.unwrapped(arguments[1])
            for (one, other) in [(left, right), (right, left)] {
                var isEqual = true
                try machine.forEachEntry(one) { (machine: inout Machine, key, value) throws(Raised) in
                    let found = try machine.lookup(key, in: other)
                    isEqual = try machine.equals(value, found.isUnbound ? .int(0) : found)
                    return isEqual
                }
                guard isEqual else { return .false }
            }
            return .true
        },
        comparison("__le__", "Whether no count is larger.") { atMost, _ in atMost },
        comparison("__lt__", "Whether no count is larger, and one smaller.") { $0 && !$1 },
        comparison("__ge__", "Whether no count is smaller.") { _, atLeast in atLeast },
        comparison("__gt__", "Whether no count is smaller, and one larger.") { !$0 && $1 },
        inPlace("__iadd__", "__add__", "Adds counts, and keeps those that are positive."),
        inPlace("__isub__", "__sub__", "Takes counts away, and keeps those that are positive."),
        inPlace("__ior__", "__or__", "Keeps the larger counts."),
        inPlace("__iand__", "__and__", "Keeps the smaller counts."),
        combination("__add__", "Sums of counts that are positive.") {
            (machine: inout Machine, left, right) throws(Raised) in
            try machine.binary(.add, left, right)
        },
        combination("__sub__", "Differences of counts that are positive.") {
            (machine: inout Machine, left, right) throws(Raised) in try machine.binary(.subtract, left, right)
        },
        sign("__pos__", "The counts that are positive.", .positive),
        sign("__neg__", "The counts that are negative, as positive ones.", .negative),
        combination("__or__", "The larger counts.") { (machine: inout Machine, left, right) throws(Raised) in
            try machine.isLess(left, right) ? right : left
        },
        combination("__and__", "The smaller counts.") { (machine: inout Machine, left, right) throws(Raised) in
            try machine.isLess(left, right) ? left : right
        },
    ]

    /// An operator on one counter that keeps what is positive then.
    private static func sign(_ name: String, _ documentation: String, _ operation: UnaryOperation) -> NativeFunction {
        NativeFunction("\(name)(self)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            let result = try machine.makeDictionary()
            try machine.forEachEntry(machine.unwrapped(arguments[0])) {
                (machine: inout Machine, key, value) throws(Raised) in
                let count = operation == .negative ? try machine.binary(.subtract, .int(0), value) : value
                if try machine.isLess(.int(0), count) { try machine.set(key, to: count, in: result) }
                return true
            }
            return try machine.makeInstance(of: machine.classOf(arguments[0]), storage: result)
        }
    }

    /// A comparison of all counts, of which `holds` is told whether each is at most and at least the other's.
    private static func comparison(
        _ name: String,
        _ documentation: String,
        _ holds: @escaping @Sendable (_ isAtMost: Bool, _ isAtLeast: Bool) -> Bool
    ) -> NativeFunction {
        NativeFunction("\(name)(self, other, /)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            guard isCounter(machine, arguments[1]) else { return .notImplemented }
            let left = machine.unwrapped(arguments[0])
            let right = machine.unwrapped(arguments[1])
            var isAtMost = true
            var isAtLeast = true
            for source in [left, right] {
                try machine.forEachEntry(source) { (machine: inout Machine, key, _) throws(Raised) in
                    let first = try machine.lookup(key, in: left)
                    let second = try machine.lookup(key, in: right)
                    let one = first.isUnbound ? Value.int(0) : first
                    let other = second.isUnbound ? Value.int(0) : second
                    if try machine.isLess(other, one) { isAtMost = false }
                    if try machine.isLess(one, other) { isAtLeast = false }
                    return isAtMost || isAtLeast
                }
            }
            return .bool(holds(isAtMost, isAtLeast))
        }
    }

    /// An operator that puts what another one gives into the first counter.
    private static func inPlace(_ name: String, _ operation: String, _ documentation: String) -> NativeFunction {
        NativeFunction("\(name)(self, other, /)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            guard isCounter(machine, arguments[1]) else { return .notImplemented }
            let result = try machine.callMethod(arguments[0], operation, [arguments[1]])
            let dictionary = machine.unwrapped(arguments[0])
            machine.clearDictionary(dictionary)
            try machine.updateDictionary(dictionary, from: machine.unwrapped(result))
            return arguments[0]
        }
    }

    private static func isCounter(_ machine: borrowing Machine, _ value: Value) -> Bool {
        value.tag == .instance
            && machine.isDerived(machine.classOf(value), from: machine.retained["type collections.Counter"] ?? .none)
    }

    /// An operator on two counters that keeps what is positive, in the order of the first, then the second.
    private static func combination(
        _ name: String,
        _ documentation: String,
        _ body: @escaping @Sendable (inout Machine, Value, Value) throws(Raised) -> Value
    ) -> NativeFunction {
        NativeFunction("\(name)(self, other, /)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            guard isCounter(machine, arguments[1]) else { return .notImplemented }
            let left = machine.unwrapped(arguments[0])
            let right = machine.unwrapped(arguments[1])
            let result = try machine.makeDictionary()
            for (source, isFirst) in [(left, true), (right, false)] {
                try machine.forEachEntry(source) { (machine: inout Machine, key, value) throws(Raised) in
                    let other = try machine.lookup(key, in: isFirst ? right : left)
                    guard isFirst || other.isUnbound else { return true }
                    let found = other.isUnbound ? Value.int(0) : other
                    let combined = try isFirst ? body(&machine, value, found) : body(&machine, .int(0), value)
                    if try machine.isLess(.int(0), combined) { try machine.set(key, to: combined, in: result) }
                    return true
                }
            }
            return try machine.makeInstance(of: machine.classOf(arguments[0]), storage: result)
        }
    }

    private static func count(
        _ machine: inout Machine,
        _ counter: Value,
        _ source: Value,
        _ keywords: Value,
        sign: Int,
        isUpdate: Bool
    ) throws(Raised) -> Value {
        let dictionary = machine.unwrapped(counter)
        let operation: BinaryOperation = sign > 0 ? .add : .subtract
        func change(_ key: Value, by amount: Value, _ machine: inout Machine) throws(Raised) {
            let found = try machine.lookup(key, in: dictionary)
            let before = found.isUnbound ? Value.int(0) : found
            try machine.set(key, to: try machine.binary(operation, before, amount), in: dictionary)
        }
        for source in [source, keywords] where !source.isNone {
            if try machine.isMapping(machine.unwrapped(source)) {
                let plain = try machine.makeDictionary()
                try machine.updateDictionary(plain, from: source)
                if isUpdate, machine.dictionaryCount(dictionary) == 0 {
                    try machine.updateDictionary(dictionary, from: plain)
                    continue
                }
                try machine.forEachEntry(plain) { (machine: inout Machine, key, value) throws(Raised) in
                    try change(key, by: value, &machine)
                    return true
                }
            } else {
                try machine.forEach(source) { (machine: inout Machine, key) throws(Raised) in
                    try change(key, by: .int(1), &machine)
                    return true
                }
            }
        }
        return .none
    }

    /// Entries by falling count; equal ones keep their order.
    private static func sorted(
        _ machine: inout Machine,
        _ dictionary: Value
    ) throws(Raised) -> [(key: Value, value: Value)] {
        var items: [(key: Value, value: Value)] = []
        try machine.forEachEntry(dictionary) { (_: inout Machine, key, value) throws(Raised) in
            items.append((key, value))
            return true
        }
        return try machine.sortedIndices(of: items.map(\.value), isReversed: true).map { items[$0] }
    }
}
