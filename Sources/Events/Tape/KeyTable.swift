/// The keys that rules name, numbered, so that parsing an event turns its keys into numbers.
///
/// Filled while rules load; a ``Tape`` copies it, so it does not change under a parse. Ids of a table stay the same
/// when more keys are added to it.
package struct KeyTable: Sendable {
    /// A key.
    struct Entry: BitwiseCopyable, Sendable {
        let first: UInt64
        let last: UInt64
        let hash: UInt32
        let id: UInt32
        let start: UInt32
        let length: UInt32
    }

    /// A row of the open-addressed hash table. Small, so that many are in reach of a processor at once: an event's keys are looked
    /// up all over it, and those that no rule names touch nothing else.
    struct Row: BitwiseCopyable, Sendable {
        /// The hash of a key.
        var hash: UInt32 = 0
        /// One more than its place among the entries; 0 for an empty row.
        var number: UInt32 = 0
    }

    /// The keys, in the order in which they were added.
    private(set) var entries: [Entry] = []
    /// A power of two of rows, at most half of them taken.
    private(set) var rows = [Row](repeating: Row(), count: 16)
    /// Their text, one after the other, and eight bytes of padding.
    private(set) var bytes = [UInt8](repeating: 0, count: 8)
    /// Spellings in each group; the first is the group of unknown keys.
    private var spellingCounts: [UInt8] = [0]
    /// By id: the place of its key among the entries.
    private var places: [KeyID: Int] = [:]
    /// ``KeyID/groupCountMax``, or less.
    private let groupCountMax: Int

    /// Longest run of rows that looking a key up reads. A key that would need more stays unknown.
    static let probeCountMax = 32
    /// Most bytes of keys in one table; a key past it stays unknown.
    package static let byteCountMax = 16 << 20

    /// An empty table of at most so many groups, counting the group of unknown keys.
    package init(groupCountMax: Int = KeyID.groupCountMax) {
        self.groupCountMax = min(groupCountMax, KeyID.groupCountMax)
    }

    /// A table of `keys`, in order.
    package init(_ keys: some Sequence<String>) {
        self.init()
        for key in keys { _ = intern(key) }
    }

    /// Keys in the table.
    package var count: Int { entries.count }

    /// One more than the greatest group number.
    package var groupCount: Int { spellingCounts.count }

    /// The id of `key`, which is added if it is new. ``KeyID/unknown`` when a limit is reached: such a key is still
    /// found in events, by its bytes.
    package mutating func intern(_ key: String) -> KeyID {
        intern(Array(key.utf8))
    }

    /// The id of the key of these UTF-8 bytes, which is added if it is new; see ``intern(_:)-(String)``.
    package mutating func intern(_ key: [UInt8]) -> KeyID {
        let known = find(key)
        if known.isSpelled { return known }
        guard bytes.count + key.count <= Self.byteCountMax, let id = nextID(in: known.group) else { return .unknown }
        if (entries.count + 1) * 2 > rows.count { guard grow() else { return .unknown } }
        let start = bytes.count - 8
        bytes.replaceSubrange(start..., with: key + [UInt8](repeating: 0, count: 8))
        guard let hash = bytes.withUnsafeBytes({ $0.baseAddress.map { KeyHash($0 + start, length: key.count) } }) else {
            return .unknown
        }
        let entry = Entry(
            first: hash.first,
            last: hash.last,
            hash: UInt32(truncatingIfNeeded: hash.value),
            id: id.rawValue,
            start: UInt32(truncatingIfNeeded: start),
            length: UInt32(truncatingIfNeeded: key.count)
        )
        guard place(entry.hash, number: entries.count + 1) else {
            bytes.removeLast(key.count)
            return .unknown
        }
        places[id] = entries.count
        entries.append(entry)
        if id.group == spellingCounts.count { spellingCounts.append(0) }
        spellingCounts[Int(id.group)] += 1
        return id
    }

    /// The id of `key` as a parse would give it: ``KeyID/unknown`` if no key of the table equals it in any case, one
    /// that is not ``KeyID/isSpelled`` if only one of another case does.
    package func find(_ key: [UInt8]) -> KeyID {
        guard !entries.isEmpty else { return .unknown }
        let padded = key + [UInt8](repeating: 0, count: 8)
        return padded.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return .unknown }
            let hash = KeyHash(base, length: key.count)
            return rows.withUnsafeBufferPointer { rows in
                entries.withUnsafeBufferPointer { entries in
                    bytes.withUnsafeBytes { bytes in
                        KeyIndex(rows: rows, entries: entries, bytes: bytes).find(base, key.count, hash)
                    }
                }
            }
        }
    }

    /// The bytes of the key of `id`; empty if it is not ``KeyID/isSpelled`` or of another table.
    package func bytes(of id: KeyID) -> ArraySlice<UInt8> {
        guard let place = places[id] else { return [] }
        let start = Int(entries[place].start)
        return bytes[start..<start + Int(entries[place].length)]
    }

    private func nextID(in group: UInt32) -> KeyID? {
        guard group != 0 else {
            guard spellingCounts.count < groupCountMax else { return nil }
            return KeyID(group: UInt32(spellingCounts.count), spelling: 1)
        }
        let count = Int(spellingCounts[Int(group)])
        guard count < KeyID.spellingCountMax else { return nil }
        return KeyID(group: group, spelling: UInt32(count + 1))
    }

    /// Puts a key into the first free row of its run; false if the run is full.
    private mutating func place(_ hash: UInt32, number: Int) -> Bool {
        let mask = rows.count - 1
        for probe in 0..<Self.probeCountMax {
            let row = (Int(hash) + probe) & mask
            guard rows[row].number == 0 else { continue }
            rows[row] = Row(hash: hash, number: UInt32(truncatingIfNeeded: number))
            return true
        }
        return false
    }

    /// Moves to the smallest larger table in which every key still has its place; false if none is found.
    private mutating func grow() -> Bool {
        let old = rows
        for factor in [2, 4, 8] {
            rows = [Row](repeating: Row(), count: old.count * factor)
            if entries.enumerated().allSatisfy({ place($0.element.hash, number: $0.offset + 1) }) { return true }
        }
        rows = old
        return false
    }
}
