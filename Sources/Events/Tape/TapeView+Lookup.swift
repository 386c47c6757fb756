extension TapeView {
    /// The member of `object` whose key is exactly that of `key`, or ``Tape/missing``.
    ///
    /// `key` is an id of the table that the tape was made with, and ``KeyID/isSpelled``. O(1) in the root, else
    /// O(members).
    @inlinable @inline(__always)
    package func lookup(in object: UInt32, key: KeyID) -> UInt32 {
        if object == Tape.root, kind(of: object) == .object {
            let first = firstTopLevel(of: key.group)
            if first == Tape.missing || node(first).keyID == key { return first }
            // The group is there in another case; the key itself may follow.
            return lookupByScan(from: first, to: endOfChildren(of: object), key: key)
        }
        guard kind(of: object) == .object else { return Tape.missing }
        return lookupByScan(from: firstChild(of: object), to: endOfChildren(of: object), key: key)
    }

    /// The member of `object` whose key is exactly that of `key`, else the first whose key differs only in the case of
    /// ASCII letters, else ``Tape/missing``: the order of Panther's events.
    ///
    /// Where ``hasNonASCIIKeys``, a key of other letters may fold to the same text (`K`, U+212A, is `k` in small
    /// letters); a caller that cares compares such keys itself unless an exact match was found. O(1) in the root, else
    /// O(members).
    @inlinable @inline(__always)
    package func lookupIgnoringCase(in object: UInt32, key: KeyID) -> UInt32 {
        guard object == Tape.root else { return memberIgnoringCase(of: object, key: key) }
        let first = firstTopLevel(of: key.group)
        if first == Tape.missing || !key.isSpelled || node(first).keyID == key { return first }
        let exact = lookupByScan(from: node(first).next, to: endOfChildren(of: object), key: key)
        return exact == Tape.missing ? first : exact
    }

    @inlinable
    func memberIgnoringCase(of object: UInt32, key: KeyID) -> UInt32 {
        guard kind(of: object) == .object, key.group != 0 else { return Tape.missing }
        // One walk for both spellings: most keys that rules ask for are not there.
        var found = Tape.missing
        var index = firstChild(of: object)
        let end = endOfChildren(of: object)
        while index < end {
            let node = node(index)
            if node.keyID.group == key.group {
                if node.keyID == key, key.isSpelled { return index }
                if found == Tape.missing { found = index }
            }
            index = node.next
        }
        return found
    }

    /// The member of `object` whose key has exactly these UTF-8 bytes, or ``Tape/missing``. O(members).
    @inlinable
    package func lookup(in object: UInt32, keyBytes: UnsafeRawBufferPointer) -> UInt32 {
        guard kind(of: object) == .object else { return Tape.missing }
        for member in children(of: object) {
            let key = bytes(key(of: member))
            if key.count == keyBytes.count, areEqual(key, keyBytes) { return member }
        }
        return Tape.missing
    }

    /// As ``lookupIgnoringCase(in:key:)``, for a key that is in no table. O(members).
    @inlinable
    package func lookupIgnoringCase(in object: UInt32, keyBytes: UnsafeRawBufferPointer) -> UInt32 {
        guard kind(of: object) == .object else { return Tape.missing }
        var found = Tape.missing
        for member in children(of: object) {
            let key = bytes(key(of: member))
            guard key.count == keyBytes.count else { continue }
            if areEqual(key, keyBytes) { return member }
            if found == Tape.missing, let left = key.baseAddress, let right = keyBytes.baseAddress,
                equalIgnoringCase(left, right, key.count)
            {
                found = member
            }
        }
        return found
    }

    /// As ``lookup(in:keyBytes:)``, for the keys that people write in tests and tools.
    package func lookup(in object: UInt32, key: String) -> UInt32 {
        var key = key
        return key.withUTF8 { lookup(in: object, keyBytes: UnsafeRawBufferPointer($0)) }
    }

    /// The first top-level member with a key of this group.
    @inlinable @inline(__always)
    func firstTopLevel(of group: UInt32) -> UInt32 {
        guard group != 0, group < state.pointee.slotCount else { return Tape.missing }
        let slot = state.pointee.slots[Int(group)]
        return slot >> 32 == UInt64(state.pointee.epoch) ? UInt32(truncatingIfNeeded: slot) : Tape.missing
    }

    @inlinable @inline(__always)
    func lookupByScan(from first: UInt32, to end: UInt32, key: KeyID) -> UInt32 {
        guard key.isSpelled else { return Tape.missing }
        var index = first
        while index < end {
            let node = node(index)
            if node.keyID == key { return index }
            index = node.next
        }
        return Tape.missing
    }

    @inlinable @inline(__always)
    func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard let a = left.baseAddress, let b = right.baseAddress else { return left.isEmpty && right.isEmpty }
        return equalBytes(a, b, left.count)
    }
}
