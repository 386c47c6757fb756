import Events

/// Plain dictionaries and lists made of what is immutable: `to_dict`, `copy`, and what the engine hands to policies.
extension Machine {
    /// A node of the event as plain, mutable Python values. O(nodes), no recursion.
    package mutating func plainEventValue(_ index: UInt32) throws(Raised) -> Value {
        guard let tape = event.tape, tape.kind(of: index).isContainer else { return try eventValue(index) }
        // The containers being filled, innermost last.
        var open: [(container: Value, end: UInt32)] = []
        let result = try makePlainContainer(tape, index)
        open.append((result, tape.endOfChildren(of: index)))
        var next = tape.firstChild(of: index)
        while let (container, end) = open.last {
            guard next < end else {
                open.removeLast()
                continue
            }
            try charge(1)
            let child = next
            let isContainer = tape.kind(of: child).isContainer
            let value = isContainer ? try makePlainContainer(tape, child) : try eventValue(child)
            if container.tag == .dictionary {
                try set(try eventKey(child), to: value, in: container)
            } else {
                try append(value, to: container)
            }
            if isContainer {
                open.append((value, tape.endOfChildren(of: child)))
                next = tape.firstChild(of: child)
            } else {
                next = tape.next(after: child)
            }
        }
        return result
    }

    private mutating func makePlainContainer(_ tape: TapeView, _ index: UInt32) throws(Raised) -> Value {
        let count = tape.childCount(of: index)
        return tape.kind(of: index) == .object ? try makeDictionary(capacity: count) : try makeList(capacity: count)
    }

    /// The whole event as a plain dictionary: what policies get.
    package mutating func plainEvent() throws(Raised) -> Value { try plainEventValue(Tape.root) }

    /// A deep, mutable copy of an immutable value: a dictionary or a list.
    package mutating func plainValue(_ value: Value) throws(Raised) -> Value {
        switch backing(value) {
        case .node(let node): return try plainEventValue(node)
        case .container(let container):
            let copy = try deepCopy(container)
            return copy.tag == .tuple ? try makeList(from: copy) : copy
        }
    }

    /// What an immutable value wraps, without a copy where it wraps a container; a list's is a tuple.
    package mutating func rawValue(_ value: Value) throws(Raised) -> Value {
        switch backing(value) {
        case .container(let container): return container
        case .node(let node):
            let plain = try plainEventValue(node)
            guard plain.tag == .list else { return plain }
            return try makeTuple(copying: listElements(plain), count: listCount(plain))
        }
    }

    /// Dictionaries, lists and tuples copied at all depths; everything else is shared.
    private mutating func deepCopy(_ value: Value) throws(Raised) -> Value {
        guard value.tag == .dictionary || value.tag == .list || value.tag == .tuple else { return value }
        try enterNative()
        defer { leaveNative() }
        if value.tag == .dictionary {
            let copy = try makeDictionary(capacity: dictionaryCount(value))
            var cursor = 0
            while let entry = nextEntry(value, &cursor) {
                try charge(1)
                try set(entry.key, to: try deepCopy(entry.value), in: copy)
            }
            return copy
        }
        let copy = try makeList(capacity: count(ofSequence: value))
        for index in 0..<count(ofSequence: value) {
            try charge(1)
            try append(try deepCopy(element(ofSequence: value, index)), to: copy)
        }
        return value.tag == .list ? copy : try makeTuple(copying: listElements(copy), count: listCount(copy))
    }

    /// What a value of the event becomes when a module keeps it past its event: the same type over plain values.
    mutating func frozenEvent(_ value: Value) throws(Raised) -> Value {
        let key = value.payload << 1 | UInt64(value.length & 1)
        if let known = event.frozen[key] { return known }
        // Between events there is nothing behind it.
        guard event.tape != nil else { return .none }
        let plain = try plainEventValue(UInt32(truncatingIfNeeded: value.payload))
        let frozen: Value
        if plain.tag == .list {
            frozen = try makeObject(
                TypeNumber(.eventList),
                [try makeTuple(copying: listElements(plain), count: listCount(plain))]
            )
        } else {
            let isEvent = event.isRoot(value)
            frozen = try makeObject(
                isEvent ? types.eventType : TypeNumber(.eventMap),
                [plain, isEvent ? event.dataModel : .unbound]
            )
        }
        event.frozen[key] = frozen
        return frozen
    }
}
