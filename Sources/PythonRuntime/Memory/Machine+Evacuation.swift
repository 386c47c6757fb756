/// What outlives an event: everything that modules can reach is copied from the arena to the heap, and when the heap
/// has grown much, from the heap to a fresh one. Nothing else survives.
///
/// Both are the same walk: objects in the regions being left are copied once, the old place remembers the new one, and
/// the fields of each copy are walked in turn. The stack is empty then, so the modules are all there is to start from.
extension Machine {
    /// Ends what began with the event: keeps what modules reach, empties the arena, gives the next event its budget.
    ///
    /// All values that the caller still holds are dead. Raises BudgetExceeded if this event made a space keep more than
    /// ``Limits/shareBytesMax``, or more than its part of a heap that holds ``Limits/heapBytesMax``: to an event that adds
    /// nothing to what is too much already, nothing is said. What is far too much became None.
    package mutating func finishEvent() throws(Raised) {
        depth = 0
        top = 0
        nativeDepth = 0
        exception = .unbound
        isExhausted = false
        if !printed.isEmpty { printed.removeAll(keepingCapacity: true) }
        memory.arenaLimit = limits.arenaBytesMax
        steps = limits.stepsMax
        if hasShortLivedRoots || !memory.remembered.isEmpty { evacuateArena() }
        foreign.endEvent()
        memory.arena.reset()
        memory.event.borrow(UnsafeRawBufferPointer(start: nil, count: 0))
        memory.eventSide.borrow(UnsafeRawBufferPointer(start: nil, count: 0))
        event.tape = nil
        if memory.heap.used > memory.heapThreshold || foreign.isCrowded || heapShares.needsCompaction { compactHeap() }
        if let limit = heapShares.endEvent() {
            let raised = exhausted("bytes kept by its modules", limit)
            isExhausted = false
            throw raised
        }
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

    /// Moves all that changed roots and remembered objects reach from the arena to the heap, each at the cost of its space.
    ///
    /// The roots are those that were replaced. What was stored in a place that lies in the heap already has been remembered, so
    /// that what this costs does not grow with the number of modules.
    private mutating func evacuateArena() {
        var evacuation = Evacuation(target: .heap, leavesHeap: false)
        evacuation.begin(&self, space: ModuleSpace.common.number)
        if retainedVersion != retainedVersionSeen { evacuateRetained(&evacuation) }
        if !hasKeptBuiltins { evacuateBuiltins(&evacuation) }
        event.dataModel = evacuation.run(&self, event.dataModel)
        for index in movedModules { evacuateSlots(of: index, &evacuation) }
        movedModules.removeAll(keepingCapacity: true)
        let remembered = memory.remembered
        memory.remembered.removeAll(keepingCapacity: true)
        for place in remembered {
            evacuation.begin(&self, space: place.space)
            let header = memory.address(.heap, place.offset).assumingMemoryBound(to: Header.self)
            header.pointee.flags &= ~Header.remembered
            let object = Value(
                tag: header.pointee.kind,
                payload: UInt64(place.offset),
                place: Region.Name.heap.rawValue,
                generation: memory.generation(.heap)
            )
            evacuation.scan(&self, object)
            evacuation.drain(&self)
        }
        evacuation.end(&self)
    }

    /// Copies the live part of the heap to the spare one and makes that the heap. Not all need fit, where parts of one text were
    /// kept as many texts.
    private mutating func compactHeap() {
        swapHeaps()
        memory.heap.used = 16
        foreign.beginMarking()
        heapShares.beginCompaction()
        var evacuation = Evacuation(target: .heap, leavesHeap: true)
        evacuation.begin(&self, space: ModuleSpace.common.number)
        evacuateRetained(&evacuation)
        evacuateBuiltins(&evacuation)
        event.dataModel = evacuation.run(&self, event.dataModel)
        for index in modules.indices { evacuateSlots(of: index, &evacuation) }
        evacuation.end(&self)
        heapShares.endCompaction()
        foreign.endMarking()
        memory.spareHeap.reset()
        let used = memory.heap.used
        memory.heapThreshold = max(memory.heapThresholdMin, min(used * 2, used + (memory.heap.capacity - used) / 2))
    }

    private mutating func swapHeaps() {
        let old = memory.heap
        memory.heap = memory.spareHeap
        memory.spareHeap = old
        // Values of the old heap must not pass for values of the new one.
        memory.heap.generation = old.generation &+ 1
    }

    private mutating func evacuateSlots(of index: Int, _ evacuation: inout Evacuation) {
        evacuation.begin(&self, space: modules[index].space)
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
