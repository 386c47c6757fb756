/// One walk of ``Machine/finishEvent()``.
struct Evacuation {
    let target: Region.Name
    /// Whether values in the old heap are copied too; they carry the heap's name but lie in the spare one.
    let leavesHeap: Bool
    /// Copies whose fields are still to be walked.
    private var pending: [Value] = []
    /// Where strings went, by region and offset: they have no header to say so.
    private var texts: [UInt64: Value] = [:]
    /// The space whose roots are being walked, what it may still take, what it has taken, and whether something of it did not
    /// fit and became None.
    private var space = ModuleSpace.common.number
    private var room = Int.max
    private var taken = 0
    private var isCut = false

    init(target: Region.Name, leavesHeap: Bool) {
        self.target = target
        self.leavesHeap = leavesHeap
    }

    // MARK: Shares

    /// What is walked from here on is kept by `space`.
    mutating func begin(_ machine: inout Machine, space: Int) {
        guard space != self.space || taken == 0 else { return }
        end(&machine)
        self.space = space
        room = machine.heapShares.room(of: space)
    }

    /// Charges the space whose roots were walked last.
    mutating func end(_ machine: inout Machine) {
        if leavesHeap {
            machine.heapShares.chargeLive(space, taken, isCut: isCut)
        } else {
            machine.heapShares.charge(space, taken, isCut: isCut)
        }
        taken = 0
        isCut = false
    }

    /// Takes bytes of the target for the space; nil where it may not have them.
    private mutating func allocate(_ machine: inout Machine, _ size: Int) -> Int? {
        guard size <= room, let start = machine.memory.allocate(size, in: target) else { return nil }
        room -= size
        taken += size
        return start
    }

    // MARK: Walking

    /// The value in its new place, and all it reaches too.
    mutating func run(_ machine: inout Machine, _ value: Value) -> Value {
        let moved = move(&machine, value)
        drain(&machine)
        return moved
    }

    mutating func drain(_ machine: inout Machine) {
        while let object = pending.popLast() { scan(&machine, object) }
    }

    private func isLeaving(_ value: Value) -> Bool {
        if value.region == .heap { return leavesHeap }
        return value.isShortLived && !leavesHeap
    }

    /// Address of something that is being left.
    private func source(_ machine: borrowing Machine, _ value: Value, _ offset: Int) -> UnsafeMutableRawPointer {
        if leavesHeap, value.region == .heap {
            return machine.memory.spareHeap.base + (offset & machine.memory.spareHeap.capacityMask)
        }
        return machine.memory.address(value.region, offset)
    }

    private mutating func move(_ machine: inout Machine, _ value: Value) -> Value {
        guard value.region != .none, isLeaving(value) else {
            return value.tag == .foreign ? keepForeign(&machine, value) : value
        }
        switch value.tag {
        case .string, .bytes: return moveText(&machine, value)
        case .eventMap, .eventList:
            guard let frozen = try? machine.frozenEvent(value) else { return fail() }
            return move(&machine, frozen)
        case .list: return moveList(&machine, value)
        case .dictionary, .set, .frozenSet: return moveDictionary(&machine, value)
        case .bigInt: return moveWords(&machine, value)
        default: return moveRecord(&machine, value)
        }
    }

    private mutating func fail() -> Value {
        isCut = true
        return .none
    }

    /// A Swift object has no place in a region, but its weight is charged as if it had.
    private mutating func keepForeign(_ machine: inout Machine, _ value: Value) -> Value {
        let weight = machine.foreign.weightToKeep(value)
        guard weight <= room else { return fail() }
        room -= weight
        taken += weight
        machine.foreign.keep(value)
        return value
    }

    private func placed(_ machine: borrowing Machine, _ value: Value, _ start: Int) -> Value {
        var moved = value
        moved.payload = UInt64(start)
        moved.place = target.rawValue | (value.place & Value.asciiFlag)
        moved.generation = machine.memory.generation(target)
        return moved
    }

    private mutating func moveText(_ machine: inout Machine, _ value: Value) -> Value {
        let key = UInt64(value.region.rawValue) << 60 | value.payload << 20 | UInt64(value.length & 0xFFFFF)
        let isLarge = value.length >= 64
        if isLarge, let known = texts[key], known.length == value.length, known.tag == value.tag { return known }
        let length = Int(value.length)
        guard let start = allocate(&machine, length) else { return fail() }
        let bytes =
            leavesHeap
            ? UnsafeRawBufferPointer(start: source(machine, value, value.offset), count: length)
            : machine.memory.bytes(value)
        if let from = bytes.baseAddress {
            machine.memory.address(target, start).copyMemory(from: from, byteCount: min(length, bytes.count))
        }
        let moved = placed(machine, value, start)
        if isLarge { texts[key] = moved }
        return moved
    }

    /// Copies `size` bytes of an object and notes its new place in the old one; nil if it has moved before.
    private mutating func copy(_ machine: inout Machine, _ value: Value, size: Int) -> (moved: Value, isNew: Bool)? {
        let header = source(machine, value, value.offset).assumingMemoryBound(to: Header.self)
        if header.pointee.flags & Header.forwarded != 0 {
            return (placed(machine, value, Int(truncatingIfNeeded: header.pointee.extra)), false)
        }
        guard let start = allocate(&machine, size) else { return nil }
        let address = machine.memory.address(target, start)
        address.copyMemory(from: UnsafeRawPointer(header), byteCount: size)
        address.assumingMemoryBound(to: Header.self).pointee.flags &= ~Header.remembered
        header.pointee.flags |= Header.forwarded
        header.pointee.extra = UInt64(start)
        return (placed(machine, value, start), true)
    }

    private func count(_ machine: borrowing Machine, _ value: Value) -> Int {
        Int(source(machine, value, value.offset).assumingMemoryBound(to: Header.self).pointee.count)
    }

    private mutating func moveRecord(_ machine: inout Machine, _ value: Value) -> Value {
        guard let (moved, isNew) = copy(&machine, value, size: Header.size + count(machine, value) * 16) else {
            return fail()
        }
        if isNew { pending.append(moved) }
        return moved
    }

    private mutating func moveWords(_ machine: inout Machine, _ value: Value) -> Value {
        copy(&machine, value, size: Header.size + count(machine, value) * 8)?.moved ?? fail()
    }

    private mutating func moveList(_ machine: inout Machine, _ value: Value) -> Value {
        let old = source(machine, value, value.offset).assumingMemoryBound(to: ListObject.self)
        let elements = Int(truncatingIfNeeded: old.pointee.elements)
        guard let (moved, isNew) = copy(&machine, value, size: ListObject.size) else { return fail() }
        guard isNew else { return moved }
        let list = machine.listObject(moved)
        let count = Int(list.pointee.header.count)
        guard let start = allocate(&machine, count * 16) else {
            list.pointee.header.count = 0
            list.pointee.capacity = 0
            return fail()
        }
        machine.memory.address(target, start).copyMemory(from: source(machine, value, elements), byteCount: count * 16)
        list.pointee.elements = UInt64(start)
        list.pointee.capacity = UInt64(count)
        pending.append(moved)
        return moved
    }

    private mutating func moveDictionary(_ machine: inout Machine, _ value: Value) -> Value {
        let old = source(machine, value, value.offset).assumingMemoryBound(to: DictionaryObject.self).pointee
        guard let (moved, isNew) = copy(&machine, value, size: DictionaryObject.size) else { return fail() }
        guard isNew else { return moved }
        let dictionary = machine.dictionaryObject(moved)
        let entryBytes = Int(old.used) * DictionaryEntry.stride
        let indexBytes = old.indexMask == 0 ? 0 : (Int(old.indexMask) + 1) * 4
        guard let entries = allocate(&machine, entryBytes),
            let index = allocate(&machine, indexBytes)
        else {
            machine.clearDictionary(moved)
            return fail()
        }
        machine.memory.address(target, entries)
            .copyMemory(from: source(machine, value, Int(truncatingIfNeeded: old.entries)), byteCount: entryBytes)
        machine.memory.address(target, index)
            .copyMemory(from: source(machine, value, Int(truncatingIfNeeded: old.index)), byteCount: indexBytes)
        dictionary.pointee.entries = UInt64(entries)
        dictionary.pointee.index = UInt64(index)
        dictionary.pointee.capacity = old.used
        pending.append(moved)
        return moved
    }

    /// Moves what the fields of an object in its final place refer to.
    mutating func scan(_ machine: inout Machine, _ object: Value) {
        let base = machine.memory.address(object.region, object.offset)
        let header = base.assumingMemoryBound(to: Header.self)
        switch header.pointee.kind {
        case .list:
            let list = base.assumingMemoryBound(to: ListObject.self).pointee
            let elements = machine.memory.address(object.region, Int(truncatingIfNeeded: list.elements))
                .assumingMemoryBound(to: Value.self)
            for index in 0..<Int(list.header.count) { elements[index] = move(&machine, elements[index]) }
        case .dictionary, .set, .frozenSet:
            let dictionary = base.assumingMemoryBound(to: DictionaryObject.self).pointee
            for index in 0..<Int(dictionary.used) {
                let place = Int(truncatingIfNeeded: dictionary.entries) + index * DictionaryEntry.stride
                let entry = machine.memory.address(object.region, place).assumingMemoryBound(to: DictionaryEntry.self)
                let key = move(&machine, entry.pointee.key)
                entry.pointee.key = key
                let value = move(&machine, entry.pointee.value)
                entry.pointee.value = value
            }
        case .bigInt: break
        default:
            let fields = (base + Header.size).assumingMemoryBound(to: Value.self)
            for index in 0..<Int(header.pointee.count) { fields[index] = move(&machine, fields[index]) }
        }
    }
}
