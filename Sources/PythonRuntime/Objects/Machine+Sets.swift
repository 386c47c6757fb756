/// Operators of sets, frozensets and the views of dictionaries' keys and items.
extension Machine {
    /// Whether a value takes part in `& | - ^` and `<=`.
    package func isSetLike(_ value: Value) -> Bool {
        isSet(value)
            || (value.tag == .dictionaryView && TypeNumber(memory.header(value).pointee.type) != iterators.values)
    }

    private func isSet(_ value: Value) -> Bool { value.tag == .set || value.tag == .frozenSet }

    /// A set of values that stand next to each other.
    mutating func makeSet(copying values: UnsafePointer<Value>, count: Int) throws(Raised) -> Value {
        let set = try makeDictionary(.set, capacity: count)
        for index in 0..<count { try add(values[index], to: set) }
        return set
    }

    /// Adds every element of an iterable to a set.
    package mutating func updateSet(_ set: Value, from iterable: Value) throws(Raised) {
        try forEachHashed(iterable) { (machine: inout Machine, element, hash) throws(Raised) in
            try machine.add(element, hash: hash, to: set)
            return true
        }
    }

    /// A set of the elements of an iterable, as `kind`, with room for `room` more where their number is known.
    package mutating func makeSet(from iterable: Value, kind: Tag = .set, room: Int = 0) throws(Raised) -> Value {
        if isSet(iterable) { return try copyDictionary(iterable, as: kind, room: room) }
        let set = try makeDictionary(kind)
        try updateSet(set, from: iterable)
        return set
    }

    /// `left op right` of two sets; nil for an operator that sets have not. The kind is the left one's.
    mutating func setOperator(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        let kind: Tag = left.tag == .frozenSet ? .frozenSet : .set
        switch operation {
        case .bitOr:
            // Room for both: most unions are of sets that have little in common, or of a large one and a small one.
            let result = try makeSet(from: left, kind: kind, room: isSet(right) ? dictionaryCount(right) : 0)
            try updateSet(result, from: right)
            return result
        case .bitAnd: return try selectElements(of: left, kind: kind, in: right, wanted: true)
        case .subtract: return try selectElements(of: left, kind: kind, in: right, wanted: false)
        case .bitXor:
            let result = try selectElements(of: left, kind: kind, in: right, wanted: false)
            let others = try selectElements(of: right, kind: kind, in: left, wanted: false)
            try updateSet(result, from: others)
            return result
        default: return nil
        }
    }

    /// Whether a value is a view of a dictionary's keys or items.
    func isView(_ value: Value) -> Bool { value.tag == .dictionaryView && isSetLike(value) }

    /// `left op right` where one is a view of keys or items: the other may be any iterable. Nil for other operators.
    mutating func viewOperator(_ operation: BinaryOperation, _ left: Value, _ right: Value) throws(Raised) -> Value? {
        guard [.bitOr, .bitAnd, .subtract, .bitXor].contains(operation) else { return nil }
        return try setOperator(operation, try makeSet(from: left), try makeSet(from: right))
    }

    /// The elements of a set-like value that are, or are not, in another container.
    package mutating func selectElements(
        of source: Value,
        kind: Tag,
        in other: Value,
        wanted: Bool
    ) throws(Raised) -> Value {
        let result = try makeDictionary(kind)
        try forEachHashed(source) { (machine: inout Machine, element, hash) throws(Raised) in
            if try machine.contains(other, element, hash: hash) == wanted {
                try machine.add(element, hash: hash, to: result)
            }
            return true
        }
        return result
    }

    /// Whether a container has an element whose hash is known.
    @inline(__always)
    private mutating func contains(_ container: Value, _ element: Value, hash: UInt64) throws(Raised) -> Bool {
        guard isSet(container) || container.tag == .dictionary else { return try contains(container, element) }
        return try find(element, hash: hash, in: container) >= 0
    }

    mutating func equalSets(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        guard try length(left) == length(right) else { return false }
        return try isSubset(left, right)
    }

    /// Whether every element of `left` is in `right`.
    package mutating func isSubset(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        var result = true
        try forEachHashed(left) { (machine: inout Machine, element, hash) throws(Raised) in
            result = try machine.contains(right, element, hash: hash)
            return result
        }
        return result
    }

    mutating func compareSets(_ comparison: Comparison, _ left: Value, _ right: Value) throws(Raised) -> Bool {
        let first = try length(left)
        let second = try length(right)
        switch comparison {
        case .less: return first < second ? try isSubset(left, right) : false
        case .lessEqual: return first <= second ? try isSubset(left, right) : false
        case .greater: return first > second ? try isSubset(right, left) : false
        case .greaterEqual: return first >= second ? try isSubset(right, left) : false
        }
    }

    // MARK: Dictionaries

    /// `target.update(source)`: a mapping, or an iterable of pairs.
    package mutating func updateDictionary(_ target: Value, from source: Value) throws(Raised) {
        let source = unwrapped(source)
        if source.tag == .dictionary {
            var cursor = 0
            while let entry = nextEntry(source, &cursor) { try set(entry.key, to: entry.value, in: target) }
            return
        }
        if isImmutableMap(source) {
            let pairs = try immutableIterator(source, iterators.items)
            try forEach(pairs) { (machine: inout Machine, pair) throws(Raised) in
                try machine.set(machine.tupleElement(pair, 0), to: machine.tupleElement(pair, 1), in: target)
                return true
            }
            return
        }
        if try isMapping(source) {
            let keys = try callMethod(source, "keys")
            try forEach(keys) { (machine: inout Machine, key) throws(Raised) in
                try machine.set(key, to: try machine.item(source, key), in: target)
                return true
            }
            return
        }
        var index = 0
        try forEach(source) { (machine: inout Machine, pair) throws(Raised) in
            let list: Value
            do throws(Raised) { list = try machine.makeList(from: pair) } catch {
                guard machine.isPending(.typeError) else { throw error }
                throw machine.raise(
                    .typeError,
                    "cannot convert dictionary update sequence element #\(index) to a sequence"
                )
            }
            guard machine.listCount(list) == 2 else {
                throw machine.raise(
                    .valueError,
                    "dictionary update sequence element #\(index) has length \(machine.listCount(list)); 2 is required"
                )
            }
            try machine.set(machine.listElement(list, 0), to: machine.listElement(list, 1), in: target)
            index += 1
            return true
        }
    }

    /// Whether a value has `keys` and items, as `dict(value)` asks.
    package mutating func isMapping(_ value: Value) throws(Raised) -> Bool {
        switch value.tag {
        case .dictionary, .eventMap: true
        case .object, .foreign, .instance: !(try attributeIfAny(value, name("keys"))).isUnbound
        default: false
        }
    }

    /// `keys()`, `values()`, `items()` of a dictionary; `type` is the matching iterator's.
    package mutating func makeView(_ dictionary: Value, _ type: TypeNumber) throws(Raised) -> Value {
        try makeRecord(.dictionaryView, [dictionary], type: type.raw)
    }

    mutating func viewIterator(_ view: Value) throws(Raised) -> Value {
        try makeIterator(TypeNumber(memory.header(view).pointee.type), field(view, 0))
    }
}
