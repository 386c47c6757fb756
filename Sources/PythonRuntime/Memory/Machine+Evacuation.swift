/// What outlives an event: everything that modules can reach is copied from the arena to the heap, and when the heap
/// has grown much, from the heap to a fresh one. Nothing else survives.
///
/// Both are the same walk: objects in the regions being left are copied once, the old place remembers the new one, and
/// the fields of each copy are walked in turn. The stack is empty then, so the modules are all there is to start from.
extension Machine {
    /// Ends what began with the event: keeps what modules reach, empties the arena, gives the next event its budget.
    ///
    /// All values that the caller still holds are dead. Raises BudgetExceeded if this event made modules keep more than
    /// ``Limits/heapBytesMax``: to an event that adds nothing to what is too much already, nothing is said. What did not
    /// fit the heap's twice that size became None.
    package mutating func finishEvent() throws(Raised) {
        depth = 0
        top = 0
        nativeDepth = 0
        exception = .unbound
        isExhausted = false
        if !printed.isEmpty { printed.removeAll(keepingCapacity: true) }
        memory.arenaLimit = limits.arenaBytesMax
        steps = limits.stepsMax
        var overflowed = false
        if hasShortLivedRoots || !memory.remembered.isEmpty { overflowed = !evacuateArena() }
        foreign.endEvent()
        memory.arena.reset()
        memory.event.borrow(UnsafeRawBufferPointer(start: nil, count: 0))
        memory.eventSide.borrow(UnsafeRawBufferPointer(start: nil, count: 0))
        event.tape = nil
        let hasGrown = memory.heap.used > memory.heapKept
        let isFull = memory.heap.used > memory.heapThreshold || (hasGrown && memory.heap.used > memory.heapLimit)
        if isFull || foreign.isCrowded {
            if !compactHeap() { overflowed = true }
        }
        let keepsMore = memory.heap.used > memory.heapKept
        memory.heapKept = memory.heap.used
        if overflowed || (keepsMore && memory.heap.used > memory.heapLimit) { throw exhaustedHeap() }
    }

    private mutating func exhaustedHeap() -> Raised {
        let raised = exhausted("bytes kept by its modules", limits.heapBytesMax)
        isExhausted = false
        return raised
    }

    /// Whether a table that is a root was changed since the last event ended.
    private var hasShortLivedRoots: Bool {
        retainedVersion != retainedVersionSeen || !movedModules.isEmpty || !hasKeptBuiltins
    }

    /// Copies a value that must live as long as the machine at once, into the constants.
    mutating func keep(_ value: Value, in region: Region.Name) -> Value {
        var evacuation = Evacuation(target: region, leavesHeap: false)
        return evacuation.run(&self, value)
    }

    /// Moves all that changed roots and remembered objects reach from the arena to the heap; false if the heap is full.
    ///
    /// The roots are those that were replaced. What was stored in a place that lies in the heap already has been remembered, so
    /// that what this costs does not grow with the number of modules.
    private mutating func evacuateArena() -> Bool {
        var evacuation = Evacuation(target: .heap, leavesHeap: false)
        for index in movedModules { evacuateSlots(of: index, &evacuation) }
        if retainedVersion != retainedVersionSeen { evacuateRetained(&evacuation) }
        if !hasKeptBuiltins { evacuateBuiltins(&evacuation) }
        event.dataModel = evacuation.run(&self, event.dataModel)
        movedModules.removeAll(keepingCapacity: true)
        let remembered = memory.remembered
        memory.remembered.removeAll(keepingCapacity: true)
        for offset in remembered {
            let header = memory.address(.heap, offset).assumingMemoryBound(to: Header.self)
            header.pointee.flags &= ~Header.remembered
            let object = Value(
                tag: header.pointee.kind,
                payload: UInt64(offset),
                place: Region.Name.heap.rawValue,
                generation: memory.generation(.heap)
            )
            evacuation.scan(&self, object)
            evacuation.drain(&self)
        }
        return !evacuation.failed
    }

    /// Copies the live part of the heap to the spare one and makes that the heap; false if it did not fit, which is
    /// possible where parts of one text were kept as many texts.
    private mutating func compactHeap() -> Bool {
        swapHeaps()
        memory.heap.used = 16
        foreign.beginMarking()
        var evacuation = Evacuation(target: .heap, leavesHeap: true)
        evacuateRoots(&evacuation)
        foreign.endMarking()
        memory.spareHeap.reset()
        let used = memory.heap.used
        memory.heapThreshold = max(memory.heapThresholdMin, min(used * 2, used + (memory.heap.capacity - used) / 2))
        return !evacuation.failed
    }

    private mutating func swapHeaps() {
        let old = memory.heap
        memory.heap = memory.spareHeap
        memory.spareHeap = old
        // Values of the old heap must not pass for values of the new one.
        memory.heap.generation = old.generation &+ 1
    }

    private mutating func evacuateRoots(_ evacuation: inout Evacuation) {
        for index in modules.indices { evacuateSlots(of: index, &evacuation) }
        evacuateRetained(&evacuation)
        evacuateBuiltins(&evacuation)
        event.dataModel = evacuation.run(&self, event.dataModel)
    }

    private mutating func evacuateSlots(of index: Int, _ evacuation: inout Evacuation) {
        modules[index].slots = evacuation.run(&self, modules[index].slots)
        slotTable.set(index, modules[index].slots)
    }

    private mutating func evacuateRetained(_ evacuation: inout Evacuation) {
        var index = retained.startIndex
        while index < retained.endIndex {
            let value = retained.values[index]
            let moved = evacuation.run(&self, value)
            // Most are numbers of types, which lie nowhere.
            if value.region != .none { retained.values[index] = moved }
            retained.formIndex(after: &index)
        }
        retainedVersionSeen = retainedVersion
    }

    private mutating func evacuateBuiltins(_ evacuation: inout Evacuation) {
        for index in exceptionClasses.indices {
            exceptionClasses[index] = evacuation.run(&self, exceptionClasses[index])
        }
        for (symbol, value) in builtins where value.region != .none { builtins[symbol] = evacuation.run(&self, value) }
        hasKeptBuiltins = true
    }
}

/// One walk of ``Machine/finishEvent()``.
struct Evacuation {
    let target: Region.Name
    /// Whether values in the old heap are copied too; they carry the heap's name but lie in the spare one.
    let leavesHeap: Bool
    /// Copies whose fields are still to be walked.
    private var pending: [Value] = []
    /// Where strings went, by region and offset: they have no header to say so.
    private var texts: [UInt64: Value] = [:]
    /// The target is full: what did not fit became None.
    private(set) var failed = false

    init(target: Region.Name, leavesHeap: Bool) {
        self.target = target
        self.leavesHeap = leavesHeap
    }

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
            if value.tag == .foreign { machine.foreign.keep(value) }
            return value
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
        failed = true
        return .none
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
        guard let start = machine.memory.allocate(length, in: target) else { return fail() }
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
        guard let start = machine.memory.allocate(size, in: target) else { return nil }
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
        guard let start = machine.memory.allocate(count * 16, in: target) else {
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
        guard let entries = machine.memory.allocate(entryBytes, in: target),
            let index = machine.memory.allocate(indexBytes, in: target)
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
