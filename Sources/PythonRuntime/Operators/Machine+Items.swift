import Events

/// Items, slices, membership, length.
extension Machine {
    /// `container[key]`. Raises KeyError, IndexError, TypeError in CPython's words.
    package mutating func item(_ container: Value, _ key: Value) throws(Raised) -> Value {
        switch container.tag {
        case .dictionary:
            let value = try lookup(key, in: container)
            guard value.isUnbound else { return value }
            throw raise(.keyError, arguments: [key])
        case .list, .tuple:
            if key.tag == .int {
                let count = count(ofSequence: container)
                let index = key.intValue < 0 ? key.intValue &+ Int64(count) : key.intValue
                guard index >= 0, index < count else {
                    throw raise(.indexError, "\(container.tag == .list ? "list" : "tuple") index out of range")
                }
                return element(ofSequence: container, Int(index))
            }
            return try indexedItem(container, key)
        case .eventMap:
            let found = try immutableMember(container, key)
            guard found.isUnbound else { return found }
            throw raise(.keyError, arguments: [key])
        case .string, .bytes, .range, .eventList: return try indexedItem(container, key)
        case .object, .foreign:
            if let body = types[typeNumber(container)].item { return try body(&self, container, key) }
        case .instance: return try instanceItem(container, key)
        case .nativeType, .classObject:
            // `list[int]` in annotations: the type itself will do.
            if container.tag == .classObject {
                let method = lookupInClass(container, intern("__class_getitem__"))
                if !method.isUnbound { return try call(try bind(method, to: container), [key]) }
                let order = elements(ofSequence: field(container, ClassField.linearization))
                if order.contains(where: { $0.tag == .nativeType && isGeneric($0) }) { return container }
            } else if isGeneric(container) {
                return container
            }
            throw raise(.typeError, "type '\(errorName(ofType: container))' is not subscriptable")
        default: break
        }
        throw raise(.typeError, "'\(errorTypeName(container))' object is not subscriptable")
    }

    /// The name of a class or builtin type.
    package func nameOfType(_ type: Value) -> String {
        type.tag == .classObject ? className(type) : types.name(typeNumber(ofType: type))
    }

    /// Whether annotations may subscript a builtin or library type, which gives the type itself.
    private func isGeneric(_ type: Value) -> Bool {
        let number = typeNumber(ofType: type)
        if number == types.typeType || types[number].isInstance != nil { return true }
        guard let entry = types.entry(number) else { return false }
        switch entry.module {
        case "builtins": return Machine.genericBuiltins.contains(entry.name)
        case "datetime", "decimal", "fractions", "ipaddress", "time", "uuid": return false
        default: return true
        }
    }

    private static let genericBuiltins: Set<String> = [
        "dict", "enumerate", "frozenset", "list", "set", "tuple",
    ]

    private mutating func instanceItem(_ container: Value, _ key: Value) throws(Raised) -> Value {
        if let method = lookupSpecial(container, "__getitem__") { return try call(method, [key]) }
        let inner = unwrapped(container)
        guard !inner.isIdentical(to: container) else {
            throw raise(.typeError, "'\(errorTypeName(container))' object is not subscriptable")
        }
        if inner.tag == .dictionary, let missing = lookupSpecial(container, "__missing__") {
            let value = try lookup(key, in: inner)
            return value.isUnbound ? try call(missing, [key]) : value
        }
        return try item(inner, key)
    }

    /// Strings, bytes, lists, tuples, ranges and event lists by index or slice.
    private mutating func indexedItem(_ container: Value, _ key: Value) throws(Raised) -> Value {
        if key.tag == .slice { return try sliceItem(container, key) }
        let position = try indexValue(key, of: container)
        let count = try length(container)
        let index = position < 0 ? position &+ count : position
        guard index >= 0, index < count else {
            let what =
                switch container.tag {
                case .string: "string"
                case .range: "range object"
                case .bytes, .list: container.tag == .list ? "list" : ""
                default: "tuple"
                }
            throw raise(.indexError, "\(what.isEmpty ? "index" : what + " index") out of range")
        }
        switch container.tag {
        case .string:
            if container.isASCII { return slice(container, index, index + 1) }
            let bytes = memory.bytes(container)
            if bytes.count >= 1024 { try charge(bytes.count >> 8) }
            let start = PythonText(bytes, isASCII: false).offset(ofIndex: index)
            guard start < bytes.count else { throw raise(.indexError, "string index out of range") }
            return slice(container, start, start + Machine.sequenceLength(bytes[start]))
        case .bytes: return .int(Int64(memory.bytes(container)[index]))
        case .range:
            let parts = rangeParts(container)
            return .int(parts.start &+ Int64(index) &* parts.step)
        case .eventList:
            // Elements with children have to be counted through.
            try charge(index / 16)
            return try eventValue(
                event.tape?.child(of: UInt32(truncatingIfNeeded: container.payload), at: index) ?? Tape.missing
            )
        default: return element(ofSequence: container, index)
        }
    }

    /// An int for use as an index: TypeError unless it is one or has `__index__`; huge ones are clamped.
    package mutating func indexValue(_ key: Value, of container: Value) throws(Raised) -> Int {
        switch key.tag {
        case .int, .bool: return Int(key.intValue)
        case .bigInt where container.tag == .range: throw raise(.indexError, "range object index out of range")
        case .bigInt: throw raise(.indexError, "cannot fit 'int' into an index-sized integer")
        case .instance:
            if let method = lookupSpecial(key, "__index__") {
                return try indexValue(try call(method, []), of: container)
            }
        default: break
        }
        let inner = unwrapped(key)
        if inner.isIntegral { return Int(inner.intValue) }
        let what = container.tag == .eventList ? "tuple" : container.tag == .bytes ? "byte" : errorTypeName(container)
        if container.tag == .string {
            throw raise(.typeError, "string indices must be integers, not '\(errorTypeName(key))'")
        }
        throw raise(.typeError, "\(what) indices must be integers or slices, not \(errorTypeName(key))")
    }

    private mutating func sliceItem(_ container: Value, _ key: Value) throws(Raised) -> Value {
        let parts = try sliceParts(key)
        let range = sliceBounds(parts, count: try length(container))
        if container.tag != .range { try charge(range.count / 16) }
        switch container.tag {
        case .string where container.isASCII && range.step == 1: return slice(container, range.start, range.stop)
        case .bytes where range.step == 1: return slice(container, range.start, range.stop)
        case .string, .bytes:
            var writer = beginText()
            if container.tag == .bytes || container.isASCII {
                let bytes = memory.bytes(container)
                for index in range.indices { writer.append(bytes[index]) }
            } else if range.step == 1 {
                let bytes = memory.bytes(container)
                let start = PythonText(bytes, isASCII: false).offset(ofIndex: range.start)
                let end = PythonText(bytes, isASCII: false).offset(advancing: range.count, from: start)
                return slice(container, start, end)
            } else {
                let bytes = memory.bytes(container)
                let offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
                for index in range.indices {
                    let start = offsets[index]
                    let end = start + Machine.sequenceLength(bytes[start])
                    writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<min(end, bytes.count)]))
                }
            }
            return try finish(writer, tag: container.tag)
        case .range:
            let parts = rangeParts(container)
            return try makeRange(
                parts.start &+ Int64(range.start) &* parts.step,
                parts.start &+ Int64(range.stop) &* parts.step,
                parts.step &* Int64(range.step)
            )
        case .eventList:
            // A slice of an event's list is a tuple of raw values.
            return try sliceItem(try rawValue(container), key)
        default:
            let values = range.indices.map { element(ofSequence: container, $0) }
            return container.tag == .list ? try makeList(values) : try makeTuple(values)
        }
    }

    /// The positions that a slice stands for in a sequence of `count`.
    struct SliceRange {
        var start: Int
        var stop: Int
        var step: Int
        var count: Int

        var indices: some Sequence<Int> {
            sequence(state: 0) { (done: inout Int) -> Int? in
                guard done < count else { return nil }
                defer { done += 1 }
                return start + done * step
            }
        }
    }

    /// What a slice says, its parts turned to ints; nil for None.
    struct SliceParts {
        var start: Int?
        var stop: Int?
        var step: Int
    }

    /// The parts of a slice. Their `__index__` may change the sequence: look at its count only after.
    mutating func sliceParts(_ slice: Value) throws(Raised) -> SliceParts {
        let step = field(slice, 2).isNone ? 1 : try slicePart(field(slice, 2))
        guard step != 0 else { throw raise(.valueError, "slice step cannot be zero") }
        let start = field(slice, 0).isNone ? nil : try slicePart(field(slice, 0))
        let stop = field(slice, 1).isNone ? nil : try slicePart(field(slice, 1))
        return SliceParts(start: start, stop: stop, step: step)
    }

    /// CPython's `slice.indices`.
    func sliceBounds(_ parts: SliceParts, count: Int) -> SliceRange {
        let step = parts.step
        func clamp(_ value: Int) -> Int {
            let low = step < 0 ? -1 : 0
            let high = step < 0 ? count - 1 : count
            let index = value < 0 ? value &+ count : value
            return min(max(index, low), high)
        }
        let start = parts.start.map(clamp) ?? (step < 0 ? count - 1 : 0)
        let stop = parts.stop.map(clamp) ?? (step < 0 ? -1 : count)
        let length =
            step > 0
            ? (stop > start ? (stop - start - 1) / step + 1 : 0)
            : (start > stop ? (start - stop - 1) / (step == .min ? .max : -step) + 1 : 0)
        return SliceRange(start: start, stop: step > 0 ? max(start, stop) : stop, step: step, count: length)
    }

    mutating func slicePart(_ value: Value) throws(Raised) -> Int {
        switch value.tag {
        case .int, .bool:
            // Halved, so that no sum with a count can overflow.
            return Int(max(min(value.intValue, Int64.max / 4), Int64.min / 4))
        case .bigInt: return isNegativeInteger(value) ? Int.min / 4 : Int.max / 4
        case .instance:
            if let method = lookupSpecial(value, "__index__") { return try slicePart(try call(method, [])) }
        default: break
        }
        throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
    }

    // MARK: Setting

    /// `container[key] = value`.
    package mutating func setItem(_ container: Value, _ key: Value, to value: Value) throws(Raised) {
        switch container.tag {
        case .dictionary: try set(key, to: value, in: container)
        case .list:
            if key.tag == .slice { return try setSlice(container, key, to: value) }
            let position = try indexValue(key, of: container)
            let count = listCount(container)
            let index = position < 0 ? position &+ count : position
            guard index >= 0, index < count else {
                throw raise(.indexError, "list assignment index out of range")
            }
            setListElement(container, index, value)
        case .object where types[typeNumber(container)].setItem != nil:
            try types[typeNumber(container)].setItem?(&self, container, key, value)
        case .instance:
            if let method = lookupSpecial(container, "__setitem__") {
                _ = try call(method, [key, value])
                return
            }
            let inner = unwrapped(container)
            guard !inner.isIdentical(to: container) else { fallthrough }
            try setItem(inner, key, to: value)
        default:
            throw raise(.typeError, "'\(errorTypeName(container))' object does not support item assignment")
        }
    }

    private mutating func setSlice(_ list: Value, _ slice: Value, to value: Value) throws(Raised) {
        let parts = try sliceParts(slice)
        // Before the bounds: what is iterated over may change the list.
        let replacement = elements(ofSequence: try makeList(from: value))
        let range = sliceBounds(parts, count: listCount(list))
        try charge((listCount(list) + replacement.count) / 16)
        if range.step != 1 {
            guard replacement.count == range.count else {
                throw raise(
                    .valueError,
                    "attempt to assign sequence of size \(replacement.count) to extended slice of size \(range.count)"
                )
            }
            for (index, element) in zip(range.indices, replacement) { setListElement(list, index, element) }
            return
        }
        let tail = (range.stop..<max(range.stop, listCount(list))).map { listElement(list, $0) }
        try setListCount(list, range.start)
        for element in replacement + tail { try append(element, to: list) }
    }

    /// `del container[key]`.
    package mutating func deleteItem(_ container: Value, _ key: Value) throws(Raised) {
        switch container.tag {
        case .dictionary:
            if try remove(key, from: container).isUnbound { throw raise(.keyError, arguments: [key]) }
        case .list:
            if key.tag == .slice {
                let parts = try sliceParts(key)
                let range = sliceBounds(parts, count: listCount(container))
                try charge(listCount(container) / 16)
                let removed = Set(range.indices)
                let kept = (0..<listCount(container)).filter { !removed.contains($0) }.map {
                    listElement(container, $0)
                }
                try setListCount(container, 0)
                for element in kept { try append(element, to: container) }
                return
            }
            let position = try indexValue(key, of: container)
            let count = listCount(container)
            let index = position < 0 ? position &+ count : position
            guard index >= 0, index < count else { throw raise(.indexError, "list assignment index out of range") }
            try charge((count - index) / 64)
            removeElements(index..<(index + 1), of: container)
        case .object where types[typeNumber(container)].deleteItem != nil:
            try types[typeNumber(container)].deleteItem?(&self, container, key)
        case .instance:
            if let method = lookupSpecial(container, "__delitem__") {
                _ = try call(method, [key])
                return
            }
            let inner = unwrapped(container)
            guard !inner.isIdentical(to: container) else { fallthrough }
            try deleteItem(inner, key)
        case .tuple, .string, .bytes, .range:
            throw raise(.typeError, "'\(errorTypeName(container))' object doesn't support item deletion")
        default: throw raise(.typeError, "'\(errorTypeName(container))' object does not support item deletion")
        }
    }
}
