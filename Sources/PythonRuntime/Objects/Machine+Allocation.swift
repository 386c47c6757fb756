import Glibc

/// Making objects. All of them are made in the arena; ``Machine/finishEvent()`` moves those that are kept to the heap, in which
/// lists and dictionaries grow that are there already.
extension Machine {
    /// Takes `size` bytes of the arena. Raises BudgetExceeded past ``Limits/arenaBytesMax``.
    @inline(__always)
    mutating func allocate(_ size: Int) throws(Raised) -> Int {
        guard let start = memory.allocate(size, in: .arena) else { throw exhausted("bytes", limits.arenaBytesMax) }
        return start
    }

    /// Takes `size` bytes for an object of `region` that grows. Raises BudgetExceeded where the running space keeps too much.
    @inline(__always)
    mutating func allocate(_ size: Int, in region: Region.Name) throws(Raised) -> Int {
        region == .heap ? try allocateKept(size) : try allocate(size)
    }

    @inline(never)
    private mutating func allocateKept(_ size: Int) throws(Raised) -> Int {
        let space = currentSpace
        guard size <= heapShares.room(of: space), let start = memory.allocate(size, in: .heap) else {
            throw exhausted("bytes kept by its modules", heapShares.limit(of: space))
        }
        heapShares.charge(space, size, isCut: false)
        return start
    }

    /// A record of `count` values, all unbound.
    @inline(__always)
    mutating func makeRecord(
        _ kind: Tag,
        count: Int,
        type: UInt16 = 0,
        extra: UInt64 = 0
    ) throws(Raised) -> Value {
        let start = try allocate(Header.size + count * 16)
        let address = memory.address(.arena, start)
        address.assumingMemoryBound(to: Header.self).initialize(
            to: Header(kind: kind, flags: 0, type: type, count: UInt32(truncatingIfNeeded: count), extra: extra)
        )
        memset(address + Header.size, 0, count * 16)
        return Value(
            tag: kind,
            payload: UInt64(start),
            place: Region.Name.arena.rawValue,
            generation: memory.generation(.arena)
        )
    }

    /// A record that holds `values`.
    mutating func makeRecord(_ kind: Tag, _ values: [Value], type: UInt16 = 0, extra: UInt64 = 0) throws(Raised)
        -> Value
    {
        let record = try makeRecord(kind, count: values.count, type: type, extra: extra)
        let fields = memory.fields(record)
        for (index, value) in values.enumerated() { fields[index] = value }
        return record
    }

    /// Field `index` of a record; unbound past its end.
    @inline(__always)
    func field(_ record: Value, _ index: Int) -> Value {
        guard index < Int(memory.header(record).pointee.count) else { return .unbound }
        return memory.fields(record)[index]
    }

    /// Sets field `index` of a record.
    @inline(__always)
    mutating func setField(_ record: Value, _ index: Int, _ value: Value) {
        guard index < Int(memory.header(record).pointee.count) else { return }
        memory.fields(record)[index] = value
        noteStore(of: value, in: record)
    }

    /// Notes that `owner` is changed, and, of an object in the heap, that it may now point out of it, or to a foreign
    /// object that is to be kept.
    @inline(__always)
    mutating func noteStore(of value: Value, in owner: Value) {
        if owner.region != .arena { noteKeptStore(of: value, in: owner) }
    }

    @inline(never)
    private mutating func noteKeptStore(of value: Value, in owner: Value) {
        recordChange(owner)
        if owner.region == .heap, value.isShortLived || value.tag == .foreign { remember(owner) }
    }

    private mutating func remember(_ owner: Value) {
        let header = memory.header(owner)
        guard header.pointee.flags & Header.remembered == 0 else { return }
        header.pointee.flags |= Header.remembered
        memory.remembered.append(RememberedObject(offset: owner.offset, space: currentSpace))
    }

    // MARK: Library objects

    /// An object of library type `type` with these fields.
    package mutating func makeObject(_ type: TypeNumber, _ fields: [Value]) throws(Raised) -> Value {
        try makeRecord(.object, fields, type: type.raw)
    }

    /// An object of library type `type` with `count` fields, all unbound: without an array in between.
    package mutating func makeObject(_ type: TypeNumber, count: Int) throws(Raised) -> Value {
        try makeRecord(.object, count: count, type: type.raw)
    }

    /// Field `index` of an object made by ``makeObject(_:_:)``; unbound where there is none.
    package func objectField(_ object: Value, _ index: Int) -> Value {
        object.tag == .object ? field(object, index) : .unbound
    }

    /// Sets a field of an object made by ``makeObject(_:_:)``.
    package mutating func setObjectField(_ object: Value, _ index: Int, _ value: Value) {
        guard object.tag == .object else { return }
        setField(object, index, value)
    }

    // MARK: Cells

    @inline(__always)
    mutating func makeCell(_ content: Value) throws(Raised) -> Value {
        let cell = try makeRecord(.cell, count: 1)
        memory.fields(cell)[0] = content
        return cell
    }
}
