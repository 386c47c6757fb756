/// An object in the heap that may point into the arena.
struct RememberedObject {
    /// Where it lies in the heap.
    var offset: Int
    /// The space whose code stored something in it.
    var space: Int
}

/// The regions of one machine, and access to what lies in them.
///
/// All addresses are made here. An object's address is its offset masked by the region's capacity; a string's
/// bytes are clamped to the region. In checked mode (`MARGAY_CHECKED`) a value whose region has been emptied since is
/// a defect that stops the program.
package struct Memory: ~Copyable {
    /// By the number of their name; the numbers that are no name stand for the constants, so that any three bits do.
    private let regions: UnsafeMutablePointer<Region>
    /// Where the heap is copied to when it is compacted.
    var spareHeap: Region
    /// Heap objects that may point into the arena.
    var remembered: [RememberedObject] = []
    /// Bytes that one event may allocate in the arena.
    var arenaLimit: Int
    /// The heap is compacted when it has grown past this.
    var heapThreshold: Int
    /// The least that ``heapThreshold`` may be; tests lower it so that every event compacts.
    var heapThresholdMin: Int

    /// Bytes that the constants and names of all loaded modules may take; a module past it is not loaded.
    static let constantBytesMax = 240 << 20
    /// Address space for them; what is left above the limit is for the names of the library's own tables.
    private static let constantCapacity = 256 << 20

    init(limits: Limits) {
        let constants = Region(capacity: Memory.constantCapacity)
        regions = .allocate(capacity: 8)
        regions.initialize(repeating: constants, count: 8)
        regions[Int(Region.Name.arena.rawValue)] = Region(capacity: 2 * limits.arenaBytesMax)
        regions[Int(Region.Name.heap.rawValue)] = Region(capacity: Memory.heapCapacityFactor * limits.heapBytesMax)
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        regions[Int(Region.Name.event.rawValue)] = Region(borrowing: empty, at: constants.base)
        regions[Int(Region.Name.eventSide.rawValue)] = Region(borrowing: empty, at: constants.base)
        spareHeap = Region(capacity: Memory.heapCapacityFactor * limits.heapBytesMax)
        arenaLimit = limits.arenaBytesMax
        heapThresholdMin = min(1 << 20, limits.heapBytesMax)
        heapThreshold = heapThresholdMin
    }

    /// Address space of the heap, in its limits: twice the limit for what may live, once for equal parts of it that spaces are
    /// given though it is full, once for what was replaced.
    private static let heapCapacityFactor = 4

    deinit {
        for name in [Region.Name.constants, .arena, .heap] { regions[Int(name.rawValue)].release() }
        spareHeap.release()
        regions.deallocate()
    }

    @inline(__always) var constants: Region {
        get { regions[1] }
        nonmutating _modify { yield &regions[1] }
    }
    @inline(__always) var arena: Region {
        get { regions[2] }
        nonmutating _modify { yield &regions[2] }
    }
    @inline(__always) var heap: Region {
        get { regions[3] }
        nonmutating _modify { yield &regions[3] }
    }
    @inline(__always) var event: Region {
        get { regions[4] }
        nonmutating _modify { yield &regions[4] }
    }
    @inline(__always) var eventSide: Region {
        get { regions[5] }
        nonmutating _modify { yield &regions[5] }
    }

    /// The generation of a region, for a new value in it; 0 outside the checked mode.
    @inline(__always)
    func generation(_ name: Region.Name) -> UInt16 {
        #if MARGAY_CHECKED
            name == .none || name == .constants ? 0 : regions[Int(name.rawValue)].generation
        #else
            0
        #endif
    }

    /// Stops the program if `value` outlived its region. Compiled in only in checked mode.
    @inline(__always)
    func check(_ value: Value) {
        #if MARGAY_CHECKED
            let expected = generation(value.region)
            precondition(
                value.generation == expected,
                "dead value: \(value.tag) in \(value.region), generation \(value.generation), now \(expected)"
            )
        #endif
    }

    /// The address of `offset` in a reserved region; whatever the offset, it lies within the region and its slack.
    @inline(__always)
    func address(_ name: Region.Name, _ offset: Int) -> UnsafeMutableRawPointer {
        address(place: name.rawValue, offset)
    }

    @inline(__always)
    private func address(place: UInt8, _ offset: Int) -> UnsafeMutableRawPointer {
        let region = regions + Int(place & 7)
        return region.pointee.base + (offset & region.pointee.capacityMask)
    }

    /// The header of an object.
    @inline(__always)
    func header(_ value: Value) -> UnsafeMutablePointer<Header> {
        check(value)
        return address(place: value.place, value.offset).assumingMemoryBound(to: Header.self)
    }

    /// The values of a record.
    @inline(__always)
    func fields(_ value: Value) -> UnsafeMutablePointer<Value> {
        check(value)
        return address(place: value.place, value.offset &+ Header.size).assumingMemoryBound(to: Value.self)
    }

    /// The bytes of a string or of bytes; empty where the value's place is not within its region.
    @inline(__always)
    package func bytes(_ value: Value) -> UnsafeRawBufferPointer {
        check(value)
        let region = regions + Int(value.place & 7)
        let length = Int(value.length)
        let offset = value.offset
        guard offset >= 0, offset &+ length <= region.pointee.used else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(start: region.pointee.base + offset, count: length)
    }

    /// Takes `size` bytes of a region, at an offset divisible by 16; nil if its limit is reached.
    @inline(__always)
    func allocate(_ size: Int, in name: Region.Name) -> Int? {
        let region = regions + Int(name.rawValue)
        let limit = name == .arena ? arenaLimit : region.pointee.capacity
        let start = (region.pointee.used &+ 15) & ~15
        guard size >= 0, size <= limit, start &+ size <= limit else { return nil }
        region.pointee.used = start &+ size
        return start
    }
}
