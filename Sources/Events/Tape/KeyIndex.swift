/// A ``KeyTable`` as the parser reads it: bare memory, no reference counts.
struct KeyIndex {
    let rows: UnsafePointer<KeyTable.Row>
    let mask: Int
    let entries: UnsafePointer<KeyTable.Entry>
    let bytes: UnsafeRawPointer

    init(
        rows: UnsafeBufferPointer<KeyTable.Row>,
        entries: UnsafeBufferPointer<KeyTable.Entry>,
        bytes: UnsafeRawBufferPointer
    ) {
        // A table starts with sixteen rows and eight bytes, and one without entries is not asked.
        guard let base = rows.baseAddress, let entries = entries.baseAddress, let text = bytes.baseAddress else {
            preconditionFailure("a key table has rows")
        }
        self.rows = base
        mask = rows.count - 1
        self.entries = entries
        self.bytes = text
    }

    /// The id of a key: exact, or its group's, or unknown. Reads at most ``KeyTable/probeCountMax`` rows.
    @inline(__always)
    func find(_ key: UnsafeRawPointer, _ length: Int, _ hash: KeyHash) -> KeyID {
        let tag = UInt32(truncatingIfNeeded: hash.value)
        var place = Int(tag) & mask
        for _ in 0..<KeyTable.probeCountMax {
            let row = rows[place]
            if row.number == 0 { return .unknown }
            if row.hash == tag {
                let entry = entries + (Int(row.number) &- 1)
                if entry.pointee.first == hash.first, entry.pointee.last == hash.last,
                    Int(entry.pointee.length) == length,
                    length <= 16 || equalBytes(bytes + Int(entry.pointee.start), key, length)
                {
                    return KeyID(rawValue: entry.pointee.id)
                }
                return findSlowly(key, length, hash)
            }
            place = (place &+ 1) & mask
        }
        return .unknown
    }

    /// The same, where a key has the hash of another or is written in another case.
    @inline(never)
    private func findSlowly(_ key: UnsafeRawPointer, _ length: Int, _ hash: KeyHash) -> KeyID {
        let tag = UInt32(truncatingIfNeeded: hash.value)
        var found = KeyID.unknown
        for probe in 0..<KeyTable.probeCountMax {
            let row = rows[(Int(tag) &+ probe) & mask]
            if row.number == 0 { break }
            guard row.hash == tag else { continue }
            let entry = entries[Int(row.number) - 1]
            guard Int(entry.length) == length else { continue }
            let candidate = bytes + Int(entry.start)
            if entry.first == hash.first, entry.last == hash.last, equalBytes(candidate, key, length) {
                return KeyID(rawValue: entry.id)
            }
            if equalIgnoringCase(candidate, key, length) {
                found = KeyID(group: KeyID(rawValue: entry.id).group, spelling: 0)
            }
        }
        return found
    }
}

/// Whether two stretches of memory hold the same bytes.
@inlinable @inline(__always)
func equalBytes(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    var offset = 0
    while offset &+ 8 <= count {
        if (left + offset).loadUnaligned(as: UInt64.self) != (right + offset).loadUnaligned(as: UInt64.self) {
            return false
        }
        offset &+= 8
    }
    while offset < count {
        if (left + offset).load(as: UInt8.self) != (right + offset).load(as: UInt8.self) { return false }
        offset &+= 1
    }
    return true
}

/// Whether two stretches of memory hold the same text but for the case of ASCII letters.
@inlinable
func equalIgnoringCase(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    for offset in 0..<count {
        let a = (left + offset).load(as: UInt8.self)
        let b = (right + offset).load(as: UInt8.self)
        if a != b {
            let small = a | 0x20
            guard small == b | 0x20, small >= UInt8(ascii: "a"), small <= UInt8(ascii: "z") else { return false }
        }
    }
    return true
}
