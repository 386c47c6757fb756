/// Membership and length, and the operators of sequences.
extension Machine {
    /// `element in container`.
    @inline(__always)
    package mutating func contains(_ container: Value, _ element: Value) throws(Raised) -> Bool {
        switch container.tag {
        case .set, .frozenSet:
            // A set is asked by its elements where a list would be compared: `[] in {1}` is a TypeError.
            return try hasKey(element, in: container)
        case .dictionary: return try hasKey(element, in: container)
        case .tuple where element.isString:
            let fields = memory.fields(container)
            let count = tupleCount(container)
            if count >= 16 { try charge(count >> 4) }
            for index in 0..<count {
                let candidate = fields[index]
                if candidate.isString {
                    if sameText(candidate, element) { return true }
                } else if candidate.tag.rawValue >= Tag.instance.rawValue, try equals(candidate, element) {
                    return true
                }
            }
            return false
        case .string where element.isString:
            try charge(Int(container.length) >> 8)
            return PythonText(memory.bytes(container), isASCII: container.isASCII).contains(
                PythonText(memory.bytes(element), isASCII: element.isASCII)
            )
        default: return try containsOther(container, element)
        }
    }

    private mutating func containsOther(_ container: Value, _ element: Value) throws(Raised) -> Bool {
        switch container.tag {
        case .list, .tuple:
            var index = 0
            while index < count(ofSequence: container) {
                try charge(1)
                if try equals(self.element(ofSequence: container, index), element) { return true }
                index += 1
            }
            return false
        case .string:
            throw raise(.typeError, "'in <string>' requires string as left operand, not \(errorTypeName(element))")
        case .bytes:
            try charge(Int(container.length) >> 8)
            if element.tag == .bytes {
                return PythonText(memory.bytes(container), isASCII: container.isASCII).contains(
                    PythonText(memory.bytes(element), isASCII: element.isASCII)
                )
            }
            guard element.isIntegral else {
                throw raise(.typeError, "a bytes-like object is required, not '\(errorTypeName(element))'")
            }
            guard (0..<256).contains(element.intValue) else {
                throw raise(.valueError, "byte must be in range(0, 256)")
            }
            return memory.bytes(container).contains(UInt8(truncatingIfNeeded: element.intValue))
        case .range: return try rangeContains(container, element)
        case .dictionaryView where field(container, 0).tag == .dictionary:
            let kind = TypeNumber(memory.header(container).pointee.type)
            if kind == iterators.keys { return try hasKey(element, in: field(container, 0)) }
            guard kind == iterators.items else { break }
            guard element.tag == .tuple, tupleCount(element) == 2 else { return false }
            let value = try lookup(tupleElement(element, 0), in: field(container, 0))
            return value.isUnbound ? false : try equals(value, tupleElement(element, 1))
        case .eventMap: return !(try immutableMember(container, element)).isUnbound
        case .object, .foreign:
            let slots = types[typeNumber(container)]
            if let body = slots.contains { return try body(&self, container, element) }
            guard slots.iterate != nil else {
                throw raise(.typeError, "argument of type '\(errorTypeName(container))' is not iterable")
            }
        case .instance:
            if let method = lookupSpecial(container, "__contains__") {
                return try truth(try call(method, [element]))
            }
            let inner = unwrapped(container)
            if !inner.isIdentical(to: container) { return try contains(inner, element) }
            guard lookupSpecial(container, "__iter__") != nil || lookupSpecial(container, "__getitem__") != nil else {
                throw raise(.typeError, "argument of type '\(errorTypeName(container))' is not iterable")
            }
        case .classObject where classHook(container, .contains) != nil:
            guard let hook = classHook(container, .contains) else { break }
            return try truth(try call(hook, [container, element]))
        case .none, .int, .bool, .float, .bigInt, .function, .native, .module, .classObject, .nativeType:
            throw raise(.typeError, "argument of type '\(errorTypeName(container))' is not iterable")
        default: break
        }
        var found = false
        try forEach(container) { (machine: inout Machine, candidate) throws(Raised) in
            found = try machine.equals(candidate, element)
            return !found
        }
        return found
    }

    /// `len(value)`. Raises TypeError "object of type 'X' has no len()".
    package mutating func length(_ value: Value) throws(Raised) -> Int {
        switch value.tag {
        case .string:
            if value.isASCII { return Int(value.length) }
            if value.length >= 1024 { try charge(Int(value.length) >> 8) }
            return PythonText(memory.bytes(value), isASCII: false).length
        case .bytes: return Int(value.length)
        case .list: return listCount(value)
        case .tuple: return tupleCount(value)
        case .dictionary, .set, .frozenSet: return dictionaryCount(value)
        case .eventMap, .eventList: return event.view.childCount(of: UInt32(truncatingIfNeeded: value.payload))
        case .range: return rangeParts(value).count
        case .dictionaryView: return try length(field(value, 0))
        case .classObject where classHook(value, .length) != nil:
            guard let hook = classHook(value, .length) else { break }
            return try sizeArgument(try call(hook, [value]))
        case .object, .foreign:
            if let body = types[typeNumber(value)].length { return try body(&self, value) }
        case .instance:
            if let method = lookupSpecial(value, "__len__") {
                let result = try call(method, [])
                guard result.isIntegral else {
                    throw raise(.typeError, "'\(errorTypeName(result))' object cannot be interpreted as an integer")
                }
                guard result.intValue >= 0 else { throw raise(.valueError, "__len__() should return >= 0") }
                return Int(result.intValue)
            }
            let inner = unwrapped(value)
            if !inner.isIdentical(to: value) { return try length(inner) }
        default: break
        }
        throw raise(.typeError, "object of type '\(errorTypeName(value))' has no len()")
    }

    // MARK: Sequences

    /// `left + right` of strings or bytes. If `left` is the last thing in the arena it is extended in place, so that
    /// building a text piece by piece is linear.
    @inline(__always)
    package mutating func concatenate(_ left: Value, _ right: Value) throws(Raised) -> Value {
        let first = memory.bytes(left)
        let second = memory.bytes(right)
        let isASCII = left.tag == .string && left.isASCII && right.isASCII
        if left.region == .arena, left.offset + first.count == memory.arena.used,
            left.offset + first.count + second.count <= memory.arenaLimit
        {
            if let from = second.baseAddress {
                memory.address(.arena, left.offset + first.count).copyMemory(from: from, byteCount: second.count)
            }
            memory.arena.used += second.count
            return textValue(left.tag, start: left.offset, length: first.count + second.count, isASCII: isASCII)
        }
        let start = try allocate(first.count + second.count)
        let target = memory.address(.arena, start)
        if let from = first.baseAddress { target.copyMemory(from: from, byteCount: first.count) }
        if let from = second.baseAddress { (target + first.count).copyMemory(from: from, byteCount: second.count) }
        return textValue(left.tag, start: start, length: first.count + second.count, isASCII: isASCII)
    }

    mutating func concatenateSequences(_ left: Value, _ right: Value) throws(Raised) -> Value {
        let total = count(ofSequence: left) + count(ofSequence: right)
        try charge(total / 16)
        if left.tag == .list {
            let list = try makeList(capacity: total)
            try extend(list, with: left)
            try extend(list, with: right)
            return list
        }
        let tuple = try makeRecord(.tuple, count: total)
        let fields = memory.fields(tuple)
        fields.update(from: memory.fields(left), count: tupleCount(left))
        (fields + tupleCount(left)).update(from: memory.fields(right), count: tupleCount(right))
        return tuple
    }

    /// `sequence * times`.
    mutating func repeatSequence(_ sequence: Value, _ times: Int64) throws(Raised) -> Value {
        let times = Int(max(0, times))
        if sequence.tag == .string || sequence.tag == .bytes {
            let bytes = memory.bytes(sequence)
            let (size, overflow) = bytes.count.multipliedReportingOverflow(by: times)
            guard !overflow, size <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
            try charge(size / 256)
            let start = try allocate(size)
            let target = memory.address(.arena, start)
            if let from = bytes.baseAddress {
                for index in 0..<(bytes.count == 0 ? 0 : times) {
                    (target + index * bytes.count).copyMemory(from: from, byteCount: bytes.count)
                }
            }
            return textValue(sequence.tag, start: start, length: size, isASCII: sequence.isASCII)
        }
        let count = count(ofSequence: sequence)
        let (total, overflow) = count.multipliedReportingOverflow(by: times)
        guard !overflow, total <= limits.arenaBytesMax / 16 else { throw exhausted("bytes", limits.arenaBytesMax) }
        try charge(total / 16)
        let result = sequence.tag == .list ? try makeList(capacity: total) : try makeRecord(.tuple, count: total)
        for index in 0..<total {
            let element = element(ofSequence: sequence, index % count)
            if sequence.tag == .list { try append(element, to: result) } else { setField(result, index, element) }
        }
        return result
    }

    /// A list of values that stand next to each other.
    @inline(__always)
    mutating func makeList(copying values: UnsafePointer<Value>, count: Int) throws(Raised) -> Value {
        let list = try makeList(capacity: count)
        listElements(list).update(from: values, count: count)
        listObject(list).pointee.header.count = UInt32(truncatingIfNeeded: count)
        return list
    }

    // MARK: Ranges and slices

    /// A range: first, last (excluded), step, kept as three ints.
    package mutating func makeRange(_ start: Int64, _ stop: Int64, _ step: Int64) throws(Raised) -> Value {
        try makeRecord(.range, [.int(start), .int(stop), .int(step)])
    }

    /// What a range yields: its first number, its step, how many.
    package func rangeParts(_ range: Value) -> (start: Int64, step: Int64, count: Int) {
        let start = field(range, 0).intValue
        let stop = field(range, 1).intValue
        let step = field(range, 2).intValue
        guard step != 0, step > 0 ? start < stop : start > stop else { return (start, step, 0) }
        let distance = step > 0 ? UInt64(bitPattern: stop &- start) : UInt64(bitPattern: start &- stop)
        let count = (distance - 1) / step.magnitude + 1
        return (start, step, Int(clamping: count))
    }

    private mutating func rangeContains(_ range: Value, _ element: Value) throws(Raised) -> Bool {
        let start = field(range, 0).intValue
        let stop = field(range, 1).intValue
        let step = field(range, 2).intValue
        var number = element
        if element.tag == .float, let exact = Int64(exactly: element.floatValue) { number = .int(exact) }
        guard number.isIntegral, step != 0 else { return false }
        let value = number.intValue
        guard step > 0 ? start <= value && value < stop : stop < value && value <= start else { return false }
        // The distance fits 64 bits without a sign, whichever way the range runs.
        let distance = step > 0 ? value &- start : start &- value
        return UInt64(bitPattern: distance) % step.magnitude == 0
    }

    mutating func makeSlice(copying values: UnsafePointer<Value>) throws(Raised) -> Value {
        let slice = try makeRecord(.slice, count: 3)
        memory.fields(slice).update(from: values, count: 3)
        return slice
    }
}
