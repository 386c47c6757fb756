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
                    throw raise(.typeError, "iter() returned non-iterator of type '\(typeName(result))'")
                }
                return result
            }
            let inner = unwrapped(value)
            if !inner.isIdentical(to: value) { return try iterator(inner) }
            if lookupSpecial(value, "__getitem__") != nil { return try makeIterator(iterators.sequence, value) }
        default: break
        }
        throw raise(.typeError, "'\(typeName(value))' object is not iterable")
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
            guard dictionaryCount(source) == expected else {
                let what = source.tag == .dictionary ? "dictionary" : "Set"
                throw raise(.runtimeError, "\(what) changed size during iteration")
            }
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
            if !inner.isIdentical(to: iterator) { return try next(inner) }
        default: break
        }
        throw raise(.typeError, "'\(typeName(iterator))' object is not an iterator")
    }

    /// Bytes of the UTF-8 sequence that begins with `byte`.
    @inline(__always)
    static func sequenceLength(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    /// Hands each element of an iterable to `body`, until that says false. Each costs a step.
    package mutating func forEach(
        _ iterable: Value,
        _ body: (inout Machine, Value) throws(Raised) -> Bool
    ) throws(Raised) {
        let iterator = try iterator(iterable)
        while true {
            let element = try next(iterator)
            if element.isUnbound { return }
            try charge(1)
            guard try body(&self, element) else { return }
        }
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

    // MARK: Generators

    /// A generator of code `number`: `operands` are the iterator for its register 0 and the tuple of cells.
    mutating func makeGenerator(_ number: Int, _ operands: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
        let code = linkedCode(UInt64(number))
        let iterator = operands[0]
        let closure = operands[1]
        let generator = try makeRecord(
            .generator,
            count: GeneratorField.registers + code.pointee.registerCount,
            extra: UInt64(number) << 32
        )
        memory.fields(generator)[GeneratorField.closure] = closure
        memory.fields(generator)[GeneratorField.registers] = iterator
        return generator
    }

    /// Whether a generator has an element whose truth is `wanted`, where it then stops: `any` and `all`.
    ///
    /// Its registers stay on the stack from element to element. Nil, with the generator suspended where it is, as soon
    /// as somebody might look at it meanwhile: the caller goes on element by element.
    mutating func hasElement(inGenerator generator: Value, truth wanted: Bool) throws(Raised) -> Bool? {
        let state = memory.header(generator).pointee.extra
        guard state < GeneratorField.running else { return nil }
        let code = linkedCode(state >> 32)
        let count = code.pointee.registerCount
        let window = top
        let before = depth
        guard depth < limits.depthMax, hasStack(window &+ count) else { return nil }
        try enterNative()
        defer {
            top = window
            nativeDepth &-= 1
        }
        enter(generator, code, window: window, instruction: Int(state & 0xFFFF_FFFF))
        while true {
            depth = before &+ 1
            top = window &+ count
            let element: Value
            do throws(Raised) { element = try run(from: before) } catch {
                memory.header(generator).pointee.extra = GeneratorField.finished
                throw error
            }
            switch element.tag {
            case .unbound:
                memory.header(generator).pointee.extra = GeneratorField.finished
                return false
            case .bool, .int, .none, .string:
                steps &-= 1
                if steps >= 0, try truth(element) != wanted { continue }
                suspend(generator, code, window: window, frame: before)
                guard steps >= 0 else { throw exhausted("steps", limits.stepsMax) }
                return true
            default:
                // Its `__bool__` may be a rule's.
                suspend(generator, code, window: window, frame: before)
                try charge(1)
                return try truth(element) == wanted ? true : nil
            }
        }
    }

    /// Puts a generator's registers on the stack and its frame on top; the caller counts the frame.
    @inline(__always)
    private mutating func enter(
        _ generator: Value,
        _ code: UnsafePointer<LinkedCode>,
        window: Int,
        instruction: Int
    ) {
        noteChange(of: generator)
        let fields = memory.fields(generator)
        (stack + window).update(from: fields + GeneratorField.registers, count: code.pointee.registerCount)
        memory.header(generator).pointee.extra = GeneratorField.running
        frames[depth] = Frame(
            code: code,
            next: code.pointee.instructions + instruction,
            base: window,
            result: window,
            purpose: .generator,
            closure: fields[GeneratorField.closure]
        )
    }

    /// Keeps the registers of a generator that has yielded, and where it goes on.
    @inline(__always)
    private mutating func suspend(_ generator: Value, _ code: UnsafePointer<LinkedCode>, window: Int, frame: Int) {
        let next = frames[frame].next - code.pointee.instructions
        memory.header(generator).pointee.extra = UInt64(code.pointee.number) << 32 | UInt64(next)
        let fields = memory.fields(generator)
        for index in 0..<code.pointee.registerCount {
            fields[GeneratorField.registers + index] = stack[window + index]
            noteStore(of: stack[window + index], in: generator)
        }
    }

    /// Runs a generator to its next element; unbound when it is done.
    private mutating func resume(_ generator: Value) throws(Raised) -> Value {
        let state = memory.header(generator).pointee.extra
        guard state != GeneratorField.finished else { return .unbound }
        guard state != GeneratorField.running else { throw raise(.valueError, "generator already executing") }
        let code = linkedCode(state >> 32)
        let window = top
        guard depth < limits.depthMax, hasStack(window + code.pointee.registerCount) else { throw recursionError() }
        try enterNative()
        enter(generator, code, window: window, instruction: Int(state & 0xFFFF_FFFF))
        let before = depth
        depth += 1
        top = window + code.pointee.registerCount
        defer {
            top = window
            nativeDepth &-= 1
        }
        let result: Value
        do throws(Raised) { result = try run(from: before) } catch {
            memory.header(generator).pointee.extra = GeneratorField.finished
            throw error
        }
        guard !result.isUnbound else {
            memory.header(generator).pointee.extra = GeneratorField.finished
            return .unbound
        }
        suspend(generator, code, window: window, frame: before)
        return result
    }
}

/// Where the parts of a generator stand in its record; the header's extra is code number and next instruction.
enum GeneratorField {
    static let closure = 0
    static let registers = 1
    static let finished = UInt64.max
    static let running = UInt64.max - 1
}
