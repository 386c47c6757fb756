import Events

/// Equality of immutable values, with each other and with plain ones.
///
/// A mapping equals another with the same keys, spelled alike, and equal values. A list equals a list or tuple of
/// equal elements. What lies inside a list is compared raw, so a list in it equals no tuple.
extension Machine {
    /// `map == other`; NotImplemented if `other` is no mapping.
    mutating func equalMap(_ map: Value, _ other: Value) throws(Raised) -> Value {
        let other = unwrapped(other)
        guard other.tag == .dictionary || isImmutableMap(other) else { return .notImplemented }
        let otherCount = other.tag == .dictionary ? dictionaryCount(other) : immutableCount(other)
        guard immutableCount(map) == otherCount else { return .false }
        if case .node(let node) = backing(map), let tape = event.tape {
            for child in tape.children(of: node) {
                try charge(1)
                let partner = try exactMember(other, try eventKey(child))
                guard !partner.isUnbound, try equals(try eventValue(child), partner) else { return .false }
            }
        } else if case .container(let dictionary) = backing(map) {
            var cursor = 0
            while let entry = nextEntry(dictionary, &cursor) {
                try charge(1)
                let partner = try exactMember(other, entry.key)
                guard !partner.isUnbound, try equals(try wrapped(entry.value), partner) else { return .false }
            }
        }
        return .true
    }

    /// The value under exactly this key of a dictionary or immutable mapping, wrapped; unbound if there is none.
    private mutating func exactMember(_ map: Value, _ key: Value) throws(Raised) -> Value {
        if map.tag == .dictionary { return try lookup(key, in: map) }
        switch backing(map) {
        case .container(let dictionary): return try wrapped(try lookup(key, in: dictionary))
        case .node(let node):
            let found = eventMemberExact(node, key)
            return found == Tape.missing ? .unbound : try eventValue(found)
        }
    }

    /// `list == other`: never NotImplemented, as in the original.
    mutating func equalList(_ list: Value, _ other: Value) throws(Raised) -> Value {
        let other = unwrapped(other)
        let isPlain = other.tag == .list || other.tag == .tuple
        guard isPlain || isImmutableList(other) else { return .false }
        guard immutableCount(list) == (isPlain ? count(ofSequence: other) : immutableCount(other)) else {
            return .false
        }
        var cursor = ElementCursor(self, list)
        var otherCursor = ElementCursor(self, isPlain ? .none : other)
        var index = 0
        while true {
            let own = try nextRawElement(list, &cursor)
            if own.isUnbound { return .true }
            let partner =
                isPlain ? element(ofSequence: other, index) : try nextRawElement(other, &otherCursor)
            index += 1
            // Raw lists of the event come as views, which a tuple would equal.
            if own.tag == .eventList, partner.tag == .tuple { return .false }
            guard !partner.isUnbound, try equals(own, partner) else { return .false }
        }
    }

    /// Where a walk over an immutable list is.
    struct ElementCursor {
        fileprivate var index = 0
        fileprivate var node = Tape.missing
        fileprivate var end: UInt32 = 0

        init(_ machine: borrowing Machine, _ list: Value) {
            guard list.tag == .eventList, let tape = machine.event.tape else { return }
            let parent = UInt32(truncatingIfNeeded: list.payload)
            node = tape.firstChild(of: parent)
            end = tape.endOfChildren(of: parent)
        }
    }

    /// The next element as the list holds it, containers of the event as views; unbound at the end.
    mutating func nextRawElement(_ list: Value, _ cursor: inout ElementCursor) throws(Raised) -> Value {
        try charge(1)
        switch backing(list) {
        case .container(let tuple):
            defer { cursor.index += 1 }
            return tupleElement(tuple, cursor.index)
        case .node:
            guard let tape = event.tape, cursor.node < cursor.end else { return .unbound }
            defer { cursor.node = tape.next(after: cursor.node) }
            return try eventValue(cursor.node)
        }
    }
}
