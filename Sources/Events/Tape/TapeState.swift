/// What a ``Tape`` owns, at an address that stays the same for its life, so that a ``TapeView`` is one pointer.
@usableFromInline
struct TapeState {
    /// The nodes; the one before the first is ``TapeNode/null``, which every index outside the tape reads.
    @usableFromInline var nodes: UnsafeMutablePointer<TapeNode>
    /// Nodes in use.
    @usableFromInline var count: UInt32 = 0
    /// Nodes there is memory for.
    var capacity: UInt32

    /// The bytes of the last parse, the caller's.
    @usableFromInline var input: UnsafeRawPointer
    @usableFromInline var inputCount: UInt32 = 0
    /// Bytes the tape made itself: see ``TapeText``.
    @usableFromInline var side: UnsafeMutableRawPointer
    @usableFromInline var sideCount: UInt32 = 0
    var sideCapacity: UInt32

    /// By key group: `epoch << 32 | index` of the first top-level member with such a key, if `epoch` is ours.
    @usableFromInline var slots: UnsafeMutablePointer<UInt64>
    @usableFromInline var slotCount: UInt32
    /// Changes with every event, so that no table has to be cleared.
    @usableFromInline var epoch: UInt32 = 0
    /// Whether some key of the event, at any depth, is not ASCII.
    @usableFromInline var hasNonASCIIKeys = false

    /// Fingerprints of (object, key) of this event, to suspect repeated keys: `epoch << 32 | hash`.
    let seen: UnsafeMutablePointer<UInt64>
    static let seenCount = 2048

    /// The copy of the key table.
    let keys: KeyIndex

    static let nodeCapacityInitial: UInt32 = 1024
    static let sideCapacityInitial: UInt32 = 4096

    init(keys table: KeyTable) {
        capacity = Self.nodeCapacityInitial
        nodes = Self.allocateNodes(capacity)
        sideCapacity = Self.sideCapacityInitial
        side = Self.allocateBytes(Int(sideCapacity))
        input = UnsafeRawPointer(side)
        slotCount = UInt32(table.groupCount)
        slots = .allocate(capacity: table.groupCount)
        slots.initialize(repeating: 0, count: table.groupCount)
        seen = .allocate(capacity: Self.seenCount)
        seen.initialize(repeating: 0, count: Self.seenCount)

        keys = KeyIndex(
            rows: UnsafeBufferPointer(Self.copy(table.rows)),
            entries: UnsafeBufferPointer(Self.copy(table.entries)),
            bytes: UnsafeRawBufferPointer(Self.copy(table.bytes))
        )
    }

    /// Of an empty array, memory for one element: there is an address.
    private static func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(array.count, 1))
        _ = copy.initialize(from: array)
        return copy
    }

    func deallocate() {
        (nodes - 1).deallocate()
        side.deallocate()
        slots.deallocate()
        seen.deallocate()
        keys.rows.deallocate()
        keys.entries.deallocate()
        keys.bytes.deallocate()
    }

    /// Forgets the event.
    mutating func reset() {
        count = 0
        inputCount = 0
        sideCount = 0
        hasNonASCIIKeys = false
        beginEpoch()
    }

    /// Forgets where members are. Clears the tables once in four thousand million times, when the epoch starts over.
    mutating func beginEpoch() {
        epoch &+= 1
        if epoch == 0 {
            slots.update(repeating: 0, count: Int(slotCount))
            seen.update(repeating: 0, count: Self.seenCount)
            epoch = 1
        }
    }

    /// Whether the object may already have a key of this hash; notes that it has one now. `tag` is the shifted epoch.
    ///
    /// Never wrong when it says no: the fingerprint of an earlier key is found within four rows of its place, or those
    /// rows are full and every such key is suspect.
    @inline(__always)
    static func isSuspect(_ hash: UInt64, in object: UInt32, seen: UnsafeMutablePointer<UInt64>, tag: UInt64) -> Bool {
        let mixed = (hash ^ UInt64(object) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        let fingerprint = tag | (mixed & 0xFFFF_FFFF)
        var row = Int(truncatingIfNeeded: mixed >> 53)
        for _ in 0..<4 {
            let found = seen[row]
            if found >> 32 != tag >> 32 {
                seen[row] = fingerprint
                return false
            }
            if found == fingerprint { return true }
            row = (row &+ 1) & (seenCount - 1)
        }
        return true
    }

    /// Doubles the room for nodes, keeping the first `used`.
    @inline(never)
    mutating func growNodes(used: UInt32) {
        let larger = Self.allocateNodes(capacity * 2)
        larger.update(from: nodes, count: Int(used))
        (nodes - 1).deallocate()
        nodes = larger
        capacity *= 2
    }

    /// Makes room for `added` more bytes in the side region; false past ``TapeLimits/byteCountCeiling``.
    mutating func reserveSide(_ added: Int) -> Bool {
        let needed = Int(sideCount) + added
        guard needed <= TapeLimits.byteCountCeiling else { return false }
        guard needed > Int(sideCapacity) else { return true }
        let grown = min(max(needed, Int(sideCapacity) * 2), TapeLimits.byteCountCeiling)
        let larger = Self.allocateBytes(grown)
        larger.copyMemory(from: side, byteCount: Int(sideCount))
        side.deallocate()
        side = larger
        sideCapacity = UInt32(grown)
        return true
    }

    static func allocateNodes(_ count: UInt32) -> UnsafeMutablePointer<TapeNode> {
        let memory = UnsafeMutablePointer<TapeNode>.allocate(capacity: Int(count) + 1)
        memory.initialize(repeating: .null, count: Int(count) + 1)
        return memory + 1
    }

    private static func allocateBytes(_ count: Int) -> UnsafeMutableRawPointer {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: count + EventBuffer.paddingByteCount, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: count + EventBuffer.paddingByteCount)
        return memory
    }
}
