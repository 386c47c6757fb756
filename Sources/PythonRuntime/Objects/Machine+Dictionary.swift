import Glibc

/// Dictionaries, sets and frozensets.
extension Machine {
    @inline(__always)
    func dictionaryObject(_ dictionary: Value) -> UnsafeMutablePointer<DictionaryObject> {
        memory.check(dictionary)
        return memory.address(dictionary.region, dictionary.offset).assumingMemoryBound(to: DictionaryObject.self)
    }

    /// An empty dictionary, or with `kind` an empty set or frozenset.
    package mutating func makeDictionary(_ kind: Tag = .dictionary, capacity: Int = 0) throws(Raised) -> Value {
        let start = try allocate(DictionaryObject.size)
        memory.address(.arena, start).assumingMemoryBound(to: DictionaryObject.self).initialize(
            to: DictionaryObject(
                header: Header(kind: kind, flags: 0, type: 0, count: 0, extra: 0),
                entries: 0,
                index: 0,
                used: 0,
                capacity: 0,
                indexMask: 0
            )
        )
        let dictionary = Value(
            tag: kind,
            payload: UInt64(start),
            place: Region.Name.arena.rawValue,
            generation: memory.generation(.arena)
        )
        if capacity > 0 { try rebuild(dictionary, capacity: capacity) }
        return dictionary
    }

    /// Number of entries.
    @inline(__always)
    package func dictionaryCount(_ dictionary: Value) -> Int { Int(dictionaryObject(dictionary).pointee.header.count) }

    /// Changes whenever a key comes or goes: iterators look at it.
    @inline(__always)
    func dictionaryVersion(_ dictionary: Value) -> UInt64 { dictionaryObject(dictionary).pointee.header.extra }

    @inline(__always)
    func entry(_ dictionary: Value, _ index: Int) -> UnsafeMutablePointer<DictionaryEntry> {
        let base = Int(truncatingIfNeeded: dictionaryObject(dictionary).pointee.entries)
        return memory.address(dictionary.region, base &+ index &* DictionaryEntry.stride)
            .assumingMemoryBound(to: DictionaryEntry.self)
    }

    /// The next live entry at or after `cursor`, which moves past it; nil at the end.
    @inline(__always)
    func nextEntry(_ dictionary: Value, _ cursor: inout Int) -> DictionaryEntry? {
        let used = Int(dictionaryObject(dictionary).pointee.used)
        while cursor < used {
            let found = entry(dictionary, cursor).pointee
            cursor &+= 1
            if !found.key.isUnbound { return found }
        }
        return nil
    }

    /// Goes through key and value of a dictionary or set in order of insertion; false from `body` stops.
    package mutating func forEachEntry(
        _ dictionary: Value,
        _ body: (inout Machine, Value, Value) throws(Raised) -> Bool
    ) throws(Raised) {
        var cursor = 0
        while let entry = nextEntry(dictionary, &cursor) {
            guard try body(&self, entry.key, entry.value) else { return }
        }
    }

    // MARK: Finding

    /// The index of the entry of `key`, or -1. Raises what a key's `__eq__` raises.
    @inline(__always)
    mutating func find(_ key: Value, hash: UInt64, in dictionary: Value) throws(Raised) -> Int {
        while true {
            let version = dictionaryVersion(dictionary)
            let index = try probe(key, hash: hash, in: dictionary)
            if dictionaryVersion(dictionary) == version { return index }
            // A key's `__eq__` changed the table under the search: what was found may lie elsewhere by now.
            try charge(1)
        }
    }

    /// One search for ``find(_:hash:in:)``. Stops early once the table has changed; a long chain of equal places
    /// charges steps, so that keys which collide on purpose pay for themselves.
    @inline(__always)
    private mutating func probe(_ key: Value, hash: UInt64, in dictionary: Value) throws(Raised) -> Int {
        let object = dictionaryObject(dictionary)
        if object.pointee.indexMask == 0 {
            // There are no more entries than these without an index: one address serves them all.
            let used = min(Int(object.pointee.used), DictionaryObject.scannedMax)
            var index = key.isString ? findText(key, hash: hash, among: entry(dictionary, 0), count: used) : 0
            if index < 0 { return -1 }
            while index < Int(object.pointee.used) {
                let candidate = entry(dictionary, index)
                if candidate.pointee.hash == hash, !candidate.pointee.key.isUnbound,
                    try isSameKey(candidate.pointee.key, key)
                {
                    return index
                }
                index &+= 1
            }
            return -1
        }
        let version = object.pointee.header.extra
        let mask = Int(object.pointee.indexMask)
        var slot = Int(truncatingIfNeeded: hash) & mask
        var probes = 0
        while true {
            let number = memory.address(dictionary.region, Int(truncatingIfNeeded: object.pointee.index) &+ slot &* 4)
                .load(as: UInt32.self)
            if number == DictionaryObject.emptySlot { return -1 }
            let candidate = entry(dictionary, Int(number))
            if candidate.pointee.hash == hash, !candidate.pointee.key.isUnbound {
                if try isSameKey(candidate.pointee.key, key) { return Int(number) }
                // Two keys with all 64 bits in common are no accident, and asking whether they are equal takes longer than a
                // turn of a loop.
                try charge(Self.collisionSteps)
            }
            guard object.pointee.header.extra == version else { return -1 }
            probes &+= 1
            if probes & 15 == 0 { try charge(1) }
            slot = (slot &+ 1) & mask
        }
    }

    /// The index of the entry of a string key, or of the first entry that only a comparison by rules can tell from it;
    /// -1 if there is neither.
    @inline(__always)
    private func findText(
        _ key: Value,
        hash: UInt64,
        among entries: UnsafeMutablePointer<DictionaryEntry>,
        count: Int
    ) -> Int {
        var index = 0
        while index < count {
            if entries[index].hash == hash {
                let candidate = entries[index].key
                if candidate.isString ? sameText(candidate, key) : !candidate.isUnbound { return index }
            }
            index &+= 1
        }
        return -1
    }

    /// Steps that a key pays for each other one of its hash that it is compared with.
    static let collisionSteps = 16

    @inline(__always)
    private mutating func isSameKey(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        if left.tag == .string, right.tag == .string { return sameText(left, right) }
        if left.isIdentical(to: right) { return true }
        return try equals(left, right)
    }

    /// The value of `key`, or unbound. Raises TypeError for an unhashable key.
    @inline(__always)
    package mutating func lookup(_ key: Value, in dictionary: Value) throws(Raised) -> Value {
        let object = dictionaryObject(dictionary)
        if object.pointee.header.count == 0, key.isString { return .unbound }
        let index = try find(key, hash: try hash(key), in: dictionary)
        return index < 0 ? .unbound : entry(dictionary, index).pointee.value
    }

    /// Whether `key` is in a dictionary or set.
    @inline(__always)
    package mutating func hasKey(_ key: Value, in dictionary: Value) throws(Raised) -> Bool {
        try find(key, hash: try hash(key), in: dictionary) >= 0
    }

    /// Looks up a string key, which cannot raise; unbound if absent.
    func lookupText(_ key: Value, in dictionary: Value) -> Value {
        var cursor = 0
        let object = dictionaryObject(dictionary)
        guard object.pointee.header.count > 0 else { return .unbound }
        let hash =
            key.isInterned
            ? memory.address(.constants, key.offset - 16).load(as: UInt64.self) : hashBytes(memory.bytes(key))
        if object.pointee.indexMask == 0 {
            while let candidate = nextEntry(dictionary, &cursor) {
                if candidate.hash == hash, candidate.key.isString, sameText(candidate.key, key) {
                    return candidate.value
                }
            }
            return .unbound
        }
        let mask = Int(object.pointee.indexMask)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let number = memory.address(dictionary.region, Int(truncatingIfNeeded: object.pointee.index) &+ slot &* 4)
                .load(as: UInt32.self)
            if number == DictionaryObject.emptySlot { return .unbound }
            let candidate = entry(dictionary, Int(number)).pointee
            if candidate.hash == hash, candidate.key.isString, sameText(candidate.key, key) { return candidate.value }
            slot = (slot &+ 1) & mask
        }
    }

    // MARK: Changing

    /// Sets `key` to `value`; a new key goes to the end. Amortised O(1).
    @inline(__always)
    package mutating func set(_ key: Value, to value: Value, in dictionary: Value) throws(Raised) {
        let hash = try hash(key)
        let index = try find(key, hash: hash, in: dictionary)
        if index >= 0 {
            entry(dictionary, index).pointee.value = value
            noteStore(of: value, in: dictionary)
        } else {
            try appendEntry(DictionaryEntry(hash: hash, key: key, value: value), to: dictionary)
        }
    }

    /// Adds an element to a set, or nothing if it is there.
    @inline(__always)
    package mutating func add(_ element: Value, to set: Value) throws(Raised) {
        try add(element, hash: try hash(element), to: set)
    }

    /// The same of an element whose hash is known.
    @inline(__always)
    mutating func add(_ element: Value, hash: UInt64, to set: Value) throws(Raised) {
        if try find(element, hash: hash, in: set) < 0 {
            try appendEntry(DictionaryEntry(hash: hash, key: element, value: .none), to: set)
        }
    }

    @inline(__always)
    private mutating func appendEntry(_ new: DictionaryEntry, to dictionary: Value) throws(Raised) {
        let object = dictionaryObject(dictionary)
        let number = object.pointee.used
        let isIndexed = object.pointee.indexMask != 0
        guard number < object.pointee.capacity, dictionary.region == .arena, !isIndexed || new.key.isString else {
            return try appendEntrySlow(new, to: dictionary)
        }
        entry(dictionary, Int(number)).initialize(to: new)
        object.pointee.used = number &+ 1
        object.pointee.header.count &+= 1
        object.pointee.header.extra &+= 1
        if isIndexed { _ = insertIntoIndex(dictionary, Int(number), hash: new.hash) }
    }

    /// An empty dictionary for attributes. Past ``DictionaryObject/scannedMax`` entries its keys must be strings: others
    /// could be made to lie before an attribute in the index, and looking attributes up costs no steps.
    mutating func makeNamespace() throws(Raised) -> Value {
        let dictionary = try makeDictionary()
        markNamespace(dictionary)
        return dictionary
    }

    func markNamespace(_ dictionary: Value) {
        if dictionary.tag == .dictionary { memory.header(dictionary).pointee.flags |= Header.namespace }
    }

    @inline(never)
    private mutating func appendEntrySlow(_ new: DictionaryEntry, to dictionary: Value) throws(Raised) {
        if !new.key.isString, dictionaryCount(dictionary) >= DictionaryObject.scannedMax,
            memory.header(dictionary).pointee.flags & Header.namespace != 0
        {
            throw raise(.typeError, "attribute name must be string, not '\(errorTypeName(new.key))'")
        }
        if dictionaryObject(dictionary).pointee.used == dictionaryObject(dictionary).pointee.capacity {
            try rebuild(dictionary, capacity: max(DictionaryObject.scannedMax, dictionaryCount(dictionary) * 2))
        }
        let object = dictionaryObject(dictionary)
        let number = Int(object.pointee.used)
        entry(dictionary, number).initialize(to: new)
        object.pointee.used &+= 1
        object.pointee.header.count &+= 1
        object.pointee.header.extra &+= 1
        if object.pointee.indexMask != 0 { _ = insertIntoIndex(dictionary, number, hash: new.hash) }
        noteStore(of: new.key, in: dictionary)
        noteStore(of: new.value, in: dictionary)
    }

    /// Returns how many places were taken.
    private func insertIntoIndex(_ dictionary: Value, _ number: Int, hash: UInt64) -> Int {
        let object = dictionaryObject(dictionary)
        let mask = Int(object.pointee.indexMask)
        var slot = Int(truncatingIfNeeded: hash) & mask
        var probes = 0
        while true {
            let address = memory.address(dictionary.region, Int(truncatingIfNeeded: object.pointee.index) &+ slot &* 4)
            if address.load(as: UInt32.self) == DictionaryObject.emptySlot {
                address.storeBytes(of: UInt32(truncatingIfNeeded: number), as: UInt32.self)
                return probes
            }
            probes &+= 1
            slot = (slot &+ 1) & mask
        }
    }

    /// Copies the live entries into a table for at least `capacity` of them.
    private mutating func rebuild(_ dictionary: Value, capacity wanted: Int) throws(Raised) {
        let capacity = max(wanted, dictionaryCount(dictionary))
        let start = try allocate(capacity * DictionaryEntry.stride, in: dictionary.region)
        var indexMask = 0
        var indexStart = 0
        if capacity > DictionaryObject.scannedMax {
            var slots = 16
            while slots < capacity * 2 { slots *= 2 }
            indexStart = try allocate(slots * 4, in: dictionary.region)
            memset(memory.address(dictionary.region, indexStart), 0xFF, slots * 4)
            indexMask = slots - 1
        }
        let entries = memory.address(dictionary.region, start).assumingMemoryBound(to: DictionaryEntry.self)
        var cursor = 0
        var count = 0
        while let live = nextEntry(dictionary, &cursor) {
            entries[count] = live
            count += 1
        }
        let object = dictionaryObject(dictionary)
        object.pointee.entries = UInt64(start)
        object.pointee.index = UInt64(indexStart)
        object.pointee.used = UInt32(truncatingIfNeeded: count)
        object.pointee.clearedFront = 0
        object.pointee.capacity = UInt32(truncatingIfNeeded: capacity)
        object.pointee.indexMask = UInt32(truncatingIfNeeded: indexMask)
        if indexMask != 0 {
            var probes = 0
            for number in 0..<count { probes &+= insertIntoIndex(dictionary, number, hash: entries[number].hash) }
            // An index that is half empty takes a probe or two for an entry.
            if probes > 8 &* count { try charge(probes >> 4) }
        }
    }

    /// Removes `key` and returns its value; unbound if it was not there.
    package mutating func remove(_ key: Value, from dictionary: Value) throws(Raised) -> Value {
        let index = try find(key, hash: try hash(key), in: dictionary)
        guard index >= 0 else { return .unbound }
        return removeEntry(index, of: dictionary).value
    }

    mutating func removeEntry(_ index: Int, of dictionary: Value) -> DictionaryEntry {
        noteChange(of: dictionary)
        let removed = entry(dictionary, index)
        let found = removed.pointee
        removed.pointee.key = .unbound
        removed.pointee.value = .unbound
        let object = dictionaryObject(dictionary)
        object.pointee.header.count &-= 1
        object.pointee.header.extra &+= 1
        if object.pointee.header.count == 0 { clearDictionary(dictionary) } else { trimRemovedEntries(dictionary) }
        return found
    }

    /// Gives back the removed entries at the end, so that taking the last one again and again stays linear.
    private mutating func trimRemovedEntries(_ dictionary: Value) {
        let object = dictionaryObject(dictionary)
        while object.pointee.used > 0 {
            let last = Int(object.pointee.used) - 1
            let removed = entry(dictionary, last)
            guard removed.pointee.key.isUnbound else { break }
            if object.pointee.indexMask != 0 { removeFromIndex(dictionary, last, hash: removed.pointee.hash) }
            object.pointee.used &-= 1
        }
        object.pointee.clearedFront = min(object.pointee.clearedFront, object.pointee.used)
    }

    /// Takes an entry out of the index and moves up those behind it, so that no search ends too early.
    private func removeFromIndex(_ dictionary: Value, _ number: Int, hash: UInt64) {
        let object = dictionaryObject(dictionary)
        let mask = Int(object.pointee.indexMask)
        let index = Int(truncatingIfNeeded: object.pointee.index)
        func slot(_ place: Int) -> UnsafeMutableRawPointer { memory.address(dictionary.region, index &+ place &* 4) }
        var hole = Int(truncatingIfNeeded: hash) & mask
        while slot(hole).load(as: UInt32.self) != UInt32(truncatingIfNeeded: number) {
            guard slot(hole).load(as: UInt32.self) != DictionaryObject.emptySlot else { return }
            hole = (hole &+ 1) & mask
        }
        var place = hole
        while true {
            place = (place &+ 1) & mask
            let other = slot(place).load(as: UInt32.self)
            if other == DictionaryObject.emptySlot { break }
            let home = Int(truncatingIfNeeded: entry(dictionary, Int(other)).pointee.hash) & mask
            // Moves up unless its home lies behind the hole.
            if (place &- home) & mask >= (place &- hole) & mask {
                slot(hole).storeBytes(of: other, as: UInt32.self)
                hole = place
            }
        }
        slot(hole).storeBytes(of: DictionaryObject.emptySlot, as: UInt32.self)
    }

    /// A copy of a dictionary or set, as `kind`, with room for `room` entries more.
    package mutating func copyDictionary(_ source: Value, as kind: Tag, room: Int = 0) throws(Raised) -> Value {
        let copy = try makeDictionary(kind, capacity: dictionaryCount(source) + room)
        var cursor = 0
        while let entry = nextEntry(source, &cursor) {
            try appendEntry(DictionaryEntry(hash: entry.hash, key: entry.key, value: entry.value), to: copy)
        }
        return copy
    }
}
