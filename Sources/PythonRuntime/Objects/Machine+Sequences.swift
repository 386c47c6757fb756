/// Tuples and lists.
///
/// A tuple is a record. A list is a header, then the offset of its elements and their capacity; the elements lie in
/// the region of the list itself.
struct ListObject {
    var header: Header
    var elements: UInt64
    var capacity: UInt64

    static let size = 32
}

extension Machine {
    // MARK: Tuples

    /// A tuple of `values`.
    package mutating func makeTuple(_ values: [Value]) throws(Raised) -> Value { try makeRecord(.tuple, values) }

    /// A tuple of `count` values that stand on the stack or in a list.
    @inline(__always)
    mutating func makeTuple(copying values: UnsafePointer<Value>, count: Int) throws(Raised) -> Value {
        let tuple = try makeRecord(.tuple, count: count)
        memory.fields(tuple).update(from: values, count: count)
        return tuple
    }

    /// The number of elements of a tuple.
    @inline(__always)
    package func tupleCount(_ tuple: Value) -> Int { Int(memory.header(tuple).pointee.count) }

    /// An element of a tuple; unbound past the end.
    @inline(__always)
    package func tupleElement(_ tuple: Value, _ index: Int) -> Value { field(tuple, index) }

    // MARK: Lists

    @inline(__always)
    func listObject(_ list: Value) -> UnsafeMutablePointer<ListObject> {
        memory.check(list)
        return memory.address(list.region, list.offset).assumingMemoryBound(to: ListObject.self)
    }

    /// An empty list with room for `capacity` elements.
    package mutating func makeList(capacity: Int = 0) throws(Raised) -> Value {
        let start = try allocate(ListObject.size + capacity * 16)
        memory.address(.arena, start).assumingMemoryBound(to: ListObject.self).initialize(
            to: ListObject(
                header: Header(kind: .list, flags: 0, type: 0, count: 0, extra: 0),
                elements: UInt64(start + ListObject.size),
                capacity: UInt64(capacity)
            )
        )
        return Value(
            tag: .list,
            payload: UInt64(start),
            place: Region.Name.arena.rawValue,
            generation: memory.generation(.arena)
        )
    }

    /// A list of `values`.
    package mutating func makeList(_ values: [Value]) throws(Raised) -> Value {
        let list = try makeList(capacity: values.count)
        for value in values { try append(value, to: list) }
        return list
    }

    /// The number of elements of a list.
    @inline(__always)
    package func listCount(_ list: Value) -> Int { Int(listObject(list).pointee.header.count) }

    /// The elements of a list: good until it grows.
    @inline(__always)
    func listElements(_ list: Value) -> UnsafeMutablePointer<Value> {
        memory.address(list.region, Int(truncatingIfNeeded: listObject(list).pointee.elements))
            .assumingMemoryBound(to: Value.self)
    }

    /// An element of a list; unbound past the end.
    @inline(__always)
    package func listElement(_ list: Value, _ index: Int) -> Value {
        index >= 0 && index < listCount(list) ? listElements(list)[index] : .unbound
    }

    /// Replaces element `index`, which must exist.
    @inline(__always)
    package mutating func setListElement(_ list: Value, _ index: Int, _ value: Value) {
        guard index >= 0, index < listCount(list) else { return }
        listElements(list)[index] = value
        noteStore(of: value, in: list)
    }

    /// Appends to a list. Amortised O(1).
    @inline(__always)
    package mutating func append(_ value: Value, to list: Value) throws(Raised) {
        let object = listObject(list)
        let count = Int(object.pointee.header.count)
        if count == Int(object.pointee.capacity) { try growList(list, toHold: count + 1) }
        listElements(list)[count] = value
        object.pointee.header.count &+= 1
        noteStore(of: value, in: list)
    }

    /// Makes room for `needed` elements. The old block stays behind until the region is emptied or compacted.
    mutating func growList(_ list: Value, toHold needed: Int) throws(Raised) {
        let object = listObject(list)
        guard needed > Int(object.pointee.capacity) else { return }
        let capacity = max(4, needed, Int(object.pointee.capacity) * 2)
        let start = try allocate(capacity * 16, in: list.region)
        let elements = memory.address(list.region, start).assumingMemoryBound(to: Value.self)
        elements.update(from: listElements(list), count: Int(object.pointee.header.count))
        object.pointee.elements = UInt64(start)
        object.pointee.capacity = UInt64(capacity)
    }

    /// Cuts or fills (with unbound) a list to `count` elements; the caller sets the new ones.
    mutating func setListCount(_ list: Value, _ count: Int) throws(Raised) {
        noteChange(of: list)
        try growList(list, toHold: count)
        let object = listObject(list)
        let old = Int(object.pointee.header.count)
        if count > old { (listElements(list) + old).update(repeating: .unbound, count: count - old) }
        object.pointee.header.count = UInt32(truncatingIfNeeded: count)
    }

    /// Puts `value` before element `index`, which is at most the count. O(n).
    package mutating func insert(_ value: Value, at index: Int, in list: Value) throws(Raised) {
        let count = listCount(list)
        let place = min(max(index, 0), count)
        try append(value, to: list)
        let elements = listElements(list)
        var position = count
        while position > place {
            elements[position] = elements[position - 1]
            position -= 1
        }
        elements[place] = value
    }

    /// Removes `range` of a list's elements. O(n).
    package mutating func removeElements(_ range: Range<Int>, of list: Value) {
        noteChange(of: list)
        let object = listObject(list)
        let count = Int(object.pointee.header.count)
        let first = min(max(range.lowerBound, 0), count)
        let end = min(max(range.upperBound, first), count)
        let elements = listElements(list)
        (elements + first).update(from: elements + end, count: count - end)
        object.pointee.header.count = UInt32(truncatingIfNeeded: count - (end - first))
    }

    // MARK: Either

    /// Number of elements of a list or tuple.
    @inline(__always)
    package func count(ofSequence value: Value) -> Int { value.tag == .list ? listCount(value) : tupleCount(value) }

    /// Element of a list or tuple; unbound past the end.
    @inline(__always)
    package func element(ofSequence value: Value, _ index: Int) -> Value {
        value.tag == .list ? listElement(value, index) : tupleElement(value, index)
    }

    /// The elements of a list or tuple, copied out. For code off the hot path.
    package func elements(ofSequence value: Value) -> [Value] {
        (0..<count(ofSequence: value)).map { element(ofSequence: value, $0) }
    }
}
