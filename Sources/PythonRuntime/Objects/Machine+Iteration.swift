import Events

/// Iterators. One record kind serves the builtin ones: its type says which, its extra is a position.
enum IteratorField {
    static let source = 0
    /// Version of a dictionary or set when the iterator was made, a range's step, a zip's second list …
    static let auxiliary = 1
    static let count = 2
}

/// Which builtin iterator a record is: the number of its type in the machine.
struct IteratorTypes {
    var list = TypeNumber(.iterator)
    var tuple = TypeNumber(.iterator)
    var string = TypeNumber(.iterator)
    var bytes = TypeNumber(.iterator)
    var range = TypeNumber(.iterator)
    var keys = TypeNumber(.iterator)
    var values = TypeNumber(.iterator)
    var items = TypeNumber(.iterator)
    var set = TypeNumber(.iterator)
    var eventKeys = TypeNumber(.iterator)
    var eventElements = TypeNumber(.iterator)
    var sequence = TypeNumber(.iterator)
}

extension Machine {
    /// `iter(value)`. Raises TypeError "'X' object is not iterable".
    @inline(__always)
    package mutating func iterator(_ value: Value) throws(Raised) -> Value {
        let type: TypeNumber
        switch value.tag {
        case .list: type = iterators.list
        case .tuple: type = iterators.tuple
        case .string: type = iterators.string
        case .bytes: type = iterators.bytes
        case .range: type = iterators.range
        case .dictionary: type = iterators.keys
        case .set, .frozenSet: type = iterators.set
        case .eventMap: type = iterators.eventKeys
        case .eventList: type = iterators.eventElements
        case .iterator, .generator: return value
        default: return try otherIterator(value)
        }
        return try makeIterator(type, value)
    }

    /// A builtin iterator over `source`.
    mutating func makeIterator(_ type: TypeNumber, _ source: Value) throws(Raised) -> Value {
        let iterator = try makeRecord(.iterator, count: IteratorField.count, type: type.raw)
        memory.fields(iterator)[IteratorField.source] = source
        switch source.tag {
        case .dictionary, .set, .frozenSet:
            memory.fields(iterator)[IteratorField.auxiliary] = .int(dictionaryCount(source))
        case .eventMap, .eventList:
            guard let tape = event.tape else { break }
            let node = UInt32(truncatingIfNeeded: source.payload)
            memory.header(iterator).pointee.extra = UInt64(tape.firstChild(of: node))
            memory.fields(iterator)[IteratorField.auxiliary] = .int(Int64(tape.endOfChildren(of: node)))
        default: break
        }
        return iterator
    }

    private mutating func otherIterator(_ value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .dictionaryView: return try viewIterator(value)
        case .object, .foreign:
            if let body = types[typeNumber(value)].iterate { return try body(&self, value) }
        case .instance:
            if let method = lookupSpecial(value, "__iter__") {
                guard !method.isNone else { break }
                let result = try call(method, [])
                let isIterator =
                    switch result.tag {
                    case .iterator, .generator: true
                    case .object, .foreign: types[typeNumber(result)].next != nil
                    case .instance: lookupSpecial(result, "__next__") != nil || !instanceStorage(result).isUnbound
                    default: false
                    }
                if !isIterator {
                    throw raise(.typeError, "iter() returned non-iterator of type '\(errorTypeName(result))'")
                }
                return result
            }
            let inner = unwrapped(value)
            if !inner.isIdentical(to: value) { return try iterator(inner) }
            if lookupSpecial(value, "__getitem__") != nil { return try makeIterator(iterators.sequence, value) }
        case .classObject:
            if let hook = classHook(value, .iterate) { return try iterator(try call(hook, [value])) }
        default: break
        }
        throw raise(.typeError, "'\(errorTypeName(value))' object is not iterable")
    }

    /// The next element of an iterator; unbound at its end.
    @inline(__always)
    package mutating func next(_ iterator: Value) throws(Raised) -> Value {
        guard iterator.tag == .iterator else { return try nextOther(iterator) }
        noteChange(of: iterator)
        let header = memory.header(iterator)
        let source = memory.fields(iterator)[IteratorField.source]
        let position = Int(truncatingIfNeeded: header.pointee.extra)
        switch source.tag {
        case .list where header.pointee.type == iterators.list.raw:
            guard position < listCount(source) else { return finishIterator(iterator) }
            header.pointee.extra &+= 1
            return listElements(source)[position]
        case .tuple where header.pointee.type == iterators.tuple.raw:
            guard position < tupleCount(source) else { return finishIterator(iterator) }
            header.pointee.extra &+= 1
            return memory.fields(source)[position]
        case .eventList where header.pointee.type == iterators.eventElements.raw:
            guard let tape = event.tape, position < Int(memory.fields(iterator)[IteratorField.auxiliary].payload) else {
                return finishIterator(iterator)
            }
            let index = UInt32(truncatingIfNeeded: position)
            header.pointee.extra = UInt64(tape.next(after: index))
            return try eventValue(index)
        default: return try nextBuiltin(iterator, source, position)
        }
    }

    /// Ends an iterator for good, as CPython's do.
    @inline(__always)
    private func finishIterator(_ iterator: Value) -> Value {
        memory.fields(iterator)[IteratorField.source] = .unbound
        return .unbound
    }

    private mutating func nextBuiltin(_ iterator: Value, _ source: Value, _ position: Int) throws(Raised) -> Value {
        let header = memory.header(iterator)
        let type = TypeNumber(header.pointee.type)
        switch source.tag {
        case .unbound: return .unbound
        case .dictionary, .set, .frozenSet:
            let expected = memory.fields(iterator)[IteratorField.auxiliary].intValue
            guard dictionaryCount(source) == expected else { throw raiseChangedSize(of: source) }
            var cursor = position
            guard let entry = nextEntry(source, &cursor) else { return finishIterator(iterator) }
            header.pointee.extra = UInt64(cursor)
            if type == iterators.values { return entry.value }
            if type == iterators.items { return try makeTuple([entry.key, entry.value]) }
            return entry.key
        case .string:
            let bytes = memory.bytes(source)
            guard position < bytes.count else { return finishIterator(iterator) }
            let length = min(Machine.sequenceLength(bytes[position]), bytes.count - position)
            header.pointee.extra &+= UInt64(length)
            return slice(source, position, position + length)
        case .bytes:
            let bytes = memory.bytes(source)
            guard position < bytes.count else { return finishIterator(iterator) }
            header.pointee.extra &+= 1
            return .int(Int64(bytes[position]))
        case .range:
            let parts = rangeParts(source)
            guard position < parts.count else { return finishIterator(iterator) }
            header.pointee.extra &+= 1
            return .int(parts.start &+ Int64(position) &* parts.step)
        case .eventMap:
            guard let tape = event.tape, position < Int(memory.fields(iterator)[IteratorField.auxiliary].payload) else {
                return finishIterator(iterator)
            }
            let index = UInt32(truncatingIfNeeded: position)
            header.pointee.extra = UInt64(tape.next(after: index))
            if type == iterators.values { return try eventValue(index) }
            if type == iterators.items { return try makeTuple([try eventKey(index), try eventValue(index)]) }
            return try eventKey(index)
        default:
            guard type == iterators.sequence else { return finishIterator(iterator) }
            do throws(Raised) {
                header.pointee.extra &+= 1
                return try item(source, .int(Int64(position)))
            } catch {
                guard isPending(.indexError) || isPending(.stopIteration) else { throw error }
                exception = .unbound
                return finishIterator(iterator)
            }
        }
    }

    private mutating func nextOther(_ iterator: Value) throws(Raised) -> Value {
        switch iterator.tag {
        case .generator: return try resume(iterator)
        case .object, .foreign:
            guard let body = types[typeNumber(iterator)].next else { break }
            // Iterators of iterators of … nest in Swift alone.
            try enterNative()
            defer { nativeDepth &-= 1 }
            return try body(&self, iterator)
        case .instance:
            if let method = lookupSpecial(iterator, "__next__") {
                do throws(Raised) { return try call(method, []) } catch {
                    guard isPending(.stopIteration) else { throw error }
                    exception = .unbound
                    return .unbound
                }
            }
            let inner = unwrapped(iterator)
            if [.iterator, .generator, .object, .foreign].contains(inner.tag) { return try next(inner) }
        default: break
        }
        throw raise(.typeError, "'\(errorTypeName(iterator))' object is not an iterator")
    }

    /// Bytes of the UTF-8 sequence that begins with `byte`.
    @inline(__always)
    static func sequenceLength(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    /// Hands each element of an iterable to `body`, until that says false. Each costs a step.
    package mutating func forEach(
        _ iterable: Value,
        _ body: (inout Machine, Value) throws(Raised) -> Bool
    ) throws(Raised) {
        if iterable.tag == .set || iterable.tag == .frozenSet || iterable.tag == .dictionary {
            return try forEachKey(iterable) { (machine: inout Machine, entry) throws(Raised) in
                try body(&machine, entry.key)
            }
        }
        let iterator = try iterator(iterable)
        while true {
            let element = try next(iterator)
            if element.isUnbound { return }
            try charge(1)
            guard try body(&self, element) else { return }
        }
    }

    /// The same with the hash of each element, which a dictionary or set knows of its own.
    mutating func forEachHashed(
        _ iterable: Value,
        _ body: (inout Machine, _ element: Value, _ hash: UInt64) throws(Raised) -> Bool
    ) throws(Raised) {
        if iterable.tag == .set || iterable.tag == .frozenSet || iterable.tag == .dictionary {
            return try forEachKey(iterable) { (machine: inout Machine, entry) throws(Raised) in
                try body(&machine, entry.key, entry.hash)
            }
        }
        try forEach(iterable) { (machine: inout Machine, element) throws(Raised) in
            try body(&machine, element, try machine.hash(element))
        }
    }

    /// The entries of a dictionary or set, whose iterator nobody else sees.
    @inline(__always)
    private mutating func forEachKey(
        _ dictionary: Value,
        _ body: (inout Machine, DictionaryEntry) throws(Raised) -> Bool
    ) throws(Raised) {
        let count = dictionaryCount(dictionary)
        var cursor = 0
        while true {
            guard dictionaryCount(dictionary) == count else { throw raiseChangedSize(of: dictionary) }
            guard let entry = nextEntry(dictionary, &cursor) else { return }
            try charge(1)
            guard try body(&self, entry) else { return }
        }
    }

    private mutating func raiseChangedSize(of dictionary: Value) -> Raised {
        let what = dictionary.tag == .dictionary ? "dictionary" : "Set"
        return raise(.runtimeError, "\(what) changed size during iteration")
    }

    /// A list of the elements of an iterable.
    package mutating func makeList(from iterable: Value) throws(Raised) -> Value {
        let list = try makeList()
        try extend(list, with: iterable)
        return list
    }

    /// `list.extend(iterable)`.
    package mutating func extend(_ list: Value, with iterable: Value) throws(Raised) {
        if iterable.tag == .list || iterable.tag == .tuple {
            let added = count(ofSequence: iterable)
            try charge(added / 16)
            let count = listCount(list)
            try growList(list, toHold: count + added)
            for index in 0..<added { try append(element(ofSequence: iterable, index), to: list) }
            return
        }
        try forEach(iterable) { (machine: inout Machine, element) throws(Raised) in
            try machine.append(element, to: list)
            return true
        }
    }
}
