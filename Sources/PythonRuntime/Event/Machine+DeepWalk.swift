import Events

/// Panther's `deep_walk`: all values under a path of keys, through lists on the way.
extension Machine {
    /// Which of the values found are returned; any other word gives the string `"all"`.
    enum WalkResult {
        case all, first, last, word
    }

    /// What a walk was asked for.
    struct Walk {
        /// A tuple.
        var keys: Value
        var fallback: Value
        var result: WalkResult
    }

    /// Walks raw values: keys are compared exactly, and containers come back plain.
    ///
    /// `value` may be an immutable value, which stands for what it wraps. An element that lacks a key gives the
    /// fallback, as in the original. Raises TypeError for a mapping among the values of a list, which cannot be hashed.
    mutating func deepWalk(_ value: Value, _ walk: Walk, from position: Int = 0) throws(Raised) -> Value {
        try enterNative()
        defer { leaveNative() }
        try charge(1)
        guard position < tupleCount(walk.keys) else {
            return try isEmptyWalk(value) ? walk.fallback : try plain(value)
        }
        let value = unwrapped(value)
        if value.tag == .dictionary || isImmutableMap(value) {
            let found = try rawMember(value, tupleElement(walk.keys, position))
            return try deepWalk(found.isUnbound ? walk.fallback : found, walk, from: position + 1)
        }
        guard isWalkableSequence(value) else { return walk.fallback }
        let found = try makeDictionary(.set)
        try forEachRawElement(value) { (machine: inout Machine, element) throws(Raised) in
            let result = try machine.deepWalk(element, walk, from: position)
            if result.isNone { return }
            guard machine.isWalkableSequence(result) else { return try machine.add(result, to: found) }
            try machine.forEach(result) { (machine: inout Machine, part) throws(Raised) in
                try machine.add(part, to: found)
                return true
            }
        }
        return try pick(found, walk)
    }

    private mutating func pick(_ found: Value, _ walk: Walk) throws(Raised) -> Value {
        guard dictionaryCount(found) > 0 else { return walk.fallback }
        let list = try makeList(from: found)
        let count = listCount(list)
        switch walk.result {
        case .first: return listElement(list, 0)
        case .last: return listElement(list, count - 1)
        case .all: return count == 1 ? listElement(list, 0) : list
        case .word: return intern("all")
        }
    }

    /// Sequences but strings: what a walk goes through.
    private func isWalkableSequence(_ value: Value) -> Bool {
        switch unwrapped(value).tag {
        case .list, .tuple, .bytes, .range: true
        default: isImmutableList(value)
        }
    }

    private mutating func rawMember(_ map: Value, _ key: Value) throws(Raised) -> Value {
        if map.tag == .dictionary { return try lookup(key, in: map) }
        switch backing(map) {
        case .container(let dictionary): return try lookup(key, in: dictionary)
        case .node(let node):
            guard key.isString else {
                _ = try hash(key)
                return .unbound
            }
            let found = eventMemberExact(node, key)
            return found == Tape.missing ? .unbound : try eventValue(found)
        }
    }

    private mutating func forEachRawElement(
        _ sequence: Value,
        _ body: (inout Machine, Value) throws(Raised) -> Void
    ) throws(Raised) {
        guard isImmutableList(sequence) else {
            return try forEach(sequence) { (machine: inout Machine, element) throws(Raised) in
                try body(&machine, element)
                return true
            }
        }
        var cursor = ElementCursor(self, sequence)
        while true {
            let element = try nextRawElement(sequence, &cursor)
            if element.isUnbound { return }
            try body(&self, element)
        }
    }

    /// None, or a sequence with nothing but empty sequences in it.
    private mutating func isEmptyWalk(_ value: Value) throws(Raised) -> Bool {
        if value.isNone { return true }
        guard isWalkableSequence(value) else { return false }
        try enterNative()
        defer { leaveNative() }
        var isEmpty = true
        try forEachRawElement(value) { (machine: inout Machine, element) throws(Raised) in
            if isEmpty { isEmpty = element.isNone ? false : try machine.isEmptyWalk(element) }
        }
        return isEmpty
    }

    /// What an immutable value wraps; anything else as it is.
    private mutating func plain(_ value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .eventMap, .eventList: try plainEventValue(UInt32(truncatingIfNeeded: value.payload))
        case .object where isImmutableMap(value): field(value, ImmutableField.container)
        case .object where isImmutableList(value): try plainValue(value)
        default: value
        }
    }
}
