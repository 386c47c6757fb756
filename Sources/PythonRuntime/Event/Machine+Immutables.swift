import Events

/// Panther's immutable mappings and lists: views of the event's nodes, and of containers that rules wrap themselves.
///
/// Both have one set of types and methods. A view of the event has tag `.eventMap` or `.eventList`; one that a rule
/// made (`PantherEvent({…})`), or that a module kept past its event, is an object of the same type whose field 0 is a
/// dictionary or a tuple of raw values. Source: panther_core 0.16.3, `immutable.py`.
extension Machine {
    /// What stands behind an immutable value.
    enum Backing {
        case node(UInt32)
        /// A dictionary or a tuple.
        case container(Value)
    }

    /// Where the parts of an immutable object stand in its record.
    enum ImmutableField {
        static let container = 0
        /// Events only: its data model, or unbound.
        static let dataModel = 1
    }

    /// What stands behind a value that ``isImmutableMap(_:)`` or ``isImmutableList(_:)``.
    @inline(__always)
    func backing(_ value: Value) -> Backing {
        value.tag == .object
            ? .container(field(value, ImmutableField.container)) : .node(UInt32(truncatingIfNeeded: value.payload))
    }

    /// Whether a value is a mapping of the event or one that a rule wrapped.
    @inline(__always)
    package func isImmutableMap(_ value: Value) -> Bool {
        if value.tag == .eventMap { return true }
        guard value.tag == .object else { return false }
        let type = typeNumber(value)
        return type == types.eventType || type == TypeNumber(.eventMap)
    }

    /// Whether a value is a list of the event or one that a rule wrapped.
    @inline(__always)
    package func isImmutableList(_ value: Value) -> Bool {
        value.tag == .eventList || (value.tag == .object && typeNumber(value) == TypeNumber(.eventList))
    }

    /// Whether a value is a `PantherEvent`, not one of its parts.
    package func isEvent(_ value: Value) -> Bool {
        value.tag == .eventMap ? event.isRoot(value) : value.tag == .object && typeNumber(value) == types.eventType
    }

    // MARK: Making

    /// A value as an immutable container hands it out: plain dictionaries and lists wrapped, all else as it is.
    package mutating func wrapped(_ value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .dictionary: return try makeImmutableMap(copying: value, type: TypeNumber(.eventMap))
        case .list: return try makeImmutableList(from: value)
        default: return value
        }
    }

    /// An immutable mapping over a shallow copy of a mapping. Raises TypeError for anything else.
    mutating func makeImmutableMap(
        copying source: Value,
        type: TypeNumber,
        dataModel: Value = .unbound
    ) throws(Raised) -> Value {
        let source = unwrapped(source)
        let copy: Value
        if source.tag == .dictionary {
            try charge(dictionaryCount(source) / 16)
            copy = try copyDictionary(source, as: .dictionary)
        } else if isImmutableMap(source) {
            copy = try plainValue(source)
        } else if try isMapping(source) {
            copy = try makeDictionary()
            try updateDictionary(copy, from: source)
        } else {
            throw raise(.typeError, "\(types.name(type)) wraps a mapping, not '\(typeName(source))'")
        }
        return try makeObject(type, [copy, dataModel])
    }

    /// An immutable list of the elements of an iterable, which stay raw.
    mutating func makeImmutableList(from iterable: Value) throws(Raised) -> Value {
        let elements = try makeList(from: isImmutableList(iterable) ? try plainValue(iterable) : iterable)
        let tuple = try makeTuple(copying: listElements(elements), count: listCount(elements))
        return try makeObject(TypeNumber(.eventList), [tuple])
    }

    /// The event as an `ImmutableCaseInsensitiveDict`: what methods of data models get.
    mutating func plainMapping(of map: Value) throws(Raised) -> Value {
        guard map.tag == .object else {
            var view = map
            view.length = 1
            return view
        }
        return try wrapped(field(map, ImmutableField.container))
    }

    // MARK: Reading mappings

    /// The value of `key` in an immutable mapping, or unbound: exact spelling first, then without regard to case.
    ///
    /// Raises AttributeError for a key that is no string and not there, as `key.lower()` does in Panther.
    @inline(__always)
    package mutating func immutableMember(_ map: Value, _ key: Value) throws(Raised) -> Value {
        if map.tag == .eventMap, key.isString {
            let found = eventMember(UInt32(truncatingIfNeeded: map.payload), key)
            return found == Tape.missing ? .unbound : try eventValue(found)
        }
        return try immutableMemberSlow(map, unwrapped(key))
    }

    private mutating func immutableMemberSlow(_ map: Value, _ key: Value) throws(Raised) -> Value {
        switch backing(map) {
        case .node(let node):
            if key.isString {
                let found = eventMember(node, key)
                return found == Tape.missing ? .unbound : try eventValue(found)
            }
            // Asked first, as `key in dict` asks: a list as key is a TypeError.
            _ = try hash(key)
            guard event.view.childCount(of: node) > 0 else { return .unbound }
            throw noLower(key)
        case .container(let dictionary):
            let exact = try lookup(key, in: dictionary)
            if !exact.isUnbound { return try wrapped(exact) }
            guard dictionaryCount(dictionary) > 0 else { return .unbound }
            guard key.isString else { throw noLower(key) }
            return try memberIgnoringCase(dictionary, key)
        }
    }

    private mutating func memberIgnoringCase(_ dictionary: Value, _ key: Value) throws(Raised) -> Value {
        let wanted = Machine.lowered(PythonText(memory.bytes(key), isASCII: key.isASCII))
        var cursor = 0
        while let entry = nextEntry(dictionary, &cursor) {
            try charge(1)
            let candidate = unwrapped(entry.key)
            guard candidate.isString else { throw noLower(entry.key) }
            if Machine.lowered(PythonText(memory.bytes(candidate), isASCII: candidate.isASCII)) == wanted {
                return try wrapped(entry.value)
            }
        }
        return .unbound
    }

    private mutating func noLower(_ key: Value) -> Raised {
        raise(.attributeError, "'\(typeName(key))' object has no attribute 'lower'")
    }

    /// The value under a path of keys, `None` and what is not there replaced by `fallback`: Panther's `deep_get`.
    ///
    /// The fallback is itself searched by the keys that remain, as in the original.
    @inline(__always)
    mutating func deepGet(
        _ map: Value,
        _ keys: UnsafePointer<Value>,
        count: Int,
        fallback: Value
    ) throws(Raised) -> Value {
        var current = map
        for index in 0..<count {
            let key = keys[index]
            let found: Value
            if isImmutableMap(current) {
                found = try immutableMember(current, key)
            } else if unwrapped(current).tag == .dictionary {
                found = try lookup(key, in: unwrapped(current))
            } else {
                found = .unbound
            }
            current = found.isUnbound ? fallback : found
        }
        return current.isNone ? fallback : current
    }

    // MARK: Reading lists

    /// Elements of an immutable mapping or list.
    func immutableCount(_ value: Value) -> Int {
        switch backing(value) {
        case .node(let node): event.view.childCount(of: node)
        case .container(let container):
            container.tag == .tuple
                ? tupleCount(container) : container.tag == .dictionary ? dictionaryCount(container) : 0
        }
    }

    /// `list[key]` of an immutable list a rule wrapped: an element wrapped, a slice as a tuple of raw values.
    mutating func immutableListItem(_ list: Value, _ key: Value) throws(Raised) -> Value {
        try wrapped(try item(field(list, ImmutableField.container), key))
    }

    /// The elements of an immutable list, or with `kind` keys, values or pairs of an immutable mapping, as an iterator.
    mutating func immutableIterator(_ value: Value, _ kind: TypeNumber) throws(Raised) -> Value {
        guard case .container(let container) = backing(value) else { return try makeIterator(kind, value) }
        if container.tag == .dictionary, kind == iterators.eventKeys { return try iterator(container) }
        let list = try makeList(capacity: immutableCount(value))
        if container.tag == .tuple {
            for index in 0..<tupleCount(container) {
                try charge(1)
                try append(try wrapped(tupleElement(container, index)), to: list)
            }
        } else {
            var cursor = 0
            while let entry = nextEntry(container, &cursor) {
                try charge(1)
                let element = try wrapped(entry.value)
                try append(kind == iterators.items ? try makeTuple([entry.key, element]) : element, to: list)
            }
        }
        return try iterator(list)
    }
}
