extension Machine {
    /// Says that an object is being changed. Costs a comparison for what the event itself has made.
    @inline(__always)
    package mutating func noteChange(of object: Value) {
        if object.region != .arena { recordChange(object) }
    }

    @inline(never)
    mutating func recordChange(_ object: Value) {
        // What was made in this event and is not kept: a Swift object of the library.
        if object.tag == .foreign, !foreign.isKept(object) { return }
        changes.add(object)
    }

    /// Says that state of the library is read or changed that lives as long as the machine and that rules share only by
    /// naming it: what `caching` keeps, a sequence of random numbers.
    package mutating func noteLibraryState() { changes.usesLibraryState = true }

    /// Says that something was changed that any module may see.
    package mutating func noteSharedChange() { changes.isUnknown = true }

    /// Forgets what was noted so far: a module that is being loaded makes what it changes.
    package mutating func forgetStateUse() {
        if !changes.isEmpty { changes = StateChanges() }
    }

    /// What the code run since the last call did to state that outlives the event, as others see it than the modules of the
    /// space of `module` (docs/adr/0014-spaces.md).
    ///
    /// Asked for before ``finishEvent()``. Where nothing was changed, O(1); else O(all that modules keep): the change of a
    /// rule is its own unless a module of another space, or the library, reaches the changed object.
    package mutating func takeStateUse(of module: Value) -> StateUse {
        guard !changes.isEmpty else { return .none }
        let taken = changes
        changes = StateChanges()
        guard !taken.isUnknown else { return .shared }
        guard !taken.objects.isEmpty else { return .own }
        let isOwn = taken.objects.allSatisfy { $0.region == .heap } && !isReached(taken.objects, besides: module)
        return isOwn ? .own : .shared
    }

    /// Whether anything but the globals of the modules in the space of `module` leads to one of `objects` in the heap.
    private func isReached(_ objects: [Value], besides module: Value) -> Bool {
        let own = modules[moduleNumber(module)].space
        let wanted = Set(objects.map(\.payload))
        var seen: Set<UInt64> = []
        var pending: [Value] = []
        for record in modules where record.space != own { pending.append(record.slots) }
        pending += exceptionClasses
        pending += retained.values
        pending += builtins.values
        pending.append(event.dataModel)
        while let value = pending.popLast() {
            guard value.region == .heap, value.tag != .string, value.tag != .bytes, value.tag != .bigInt else {
                continue
            }
            guard seen.insert(value.payload).inserted else { continue }
            if wanted.contains(value.payload) { return true }
            switch value.tag {
            case .list: pending += elements(ofSequence: value)
            case .dictionary, .set, .frozenSet:
                var cursor = 0
                while let entry = nextEntry(value, &cursor) {
                    pending.append(entry.key)
                    pending.append(entry.value)
                }
            case .eventMap, .eventList: break
            case .generator: return true
            default:
                // A function of the space, kept elsewhere, sees the globals of its module.
                if value.tag == .function {
                    let module = linkedCode(memory.header(value).pointee.extra).pointee.module
                    if modules[module].space == own { return true }
                }
                for index in 0..<Int(memory.header(value).pointee.count) { pending.append(field(value, index)) }
            }
        }
        return false
    }
}
