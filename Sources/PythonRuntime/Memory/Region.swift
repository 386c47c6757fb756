import Glibc

/// A stretch of reserved address space in which values live; it never moves and is filled from its start.
///
/// The pages are taken from the system only when touched. Its capacity is a power of two, so that an offset is
/// brought into it by a mask, and ``Region/slack`` readable bytes follow it.
package struct Region {
    /// Which region a value lies in.
    package enum Name: UInt8, CaseIterable, Sendable {
        /// The value is complete in itself.
        case none
        /// Constants of modules; never freed while the machine lives.
        case constants
        /// What a rule makes while it runs on one event; emptied after.
        case arena
        /// What modules keep from event to event.
        case heap
        /// The bytes of the event itself.
        case event
        /// The bytes that the event's tape made: resolved keys, added fields.
        case eventSide

        @inline(__always)
        init(bits: UInt8) { self = Name(rawValue: bits & 7) ?? .none }
    }

    /// The first byte.
    package private(set) var base: UnsafeMutableRawPointer
    /// Bytes from ``base`` that values may lie in; a power of two, or for event bytes their number.
    package private(set) var capacity: Int
    /// Bytes given out.
    package var used: Int
    /// Increased whenever everything in it dies; compared in checked mode.
    package var generation: UInt16 = 1
    private var highest = 0

    /// Readable bytes behind the capacity: the largest fixed part of an object.
    package static let slack = 1 << 16
    /// A region that was filled further than this gives its pages back when it is emptied: taking them from the system anew costs more
    /// than what is written to them.
    static let keptBytes = 16 << 20

    /// Reserves `capacity` bytes, rounded up to a power of two from 64 KiB to 8 GiB.
    package init(capacity: Int) {
        var size = 1 << 16
        while size < min(capacity, 1 << 33) { size <<= 1 }
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        let mapped = mmap(nil, size + Region.slack, PROT_READ | PROT_WRITE, flags, -1, 0)
        guard let mapped, mapped != MAP_FAILED else {
            preconditionFailure("margay: cannot reserve \(size) bytes of address space (ulimit -v?)")
        }
        base = mapped
        capacityMask = size - 1
        self.capacity = size
        // Offset 0 is never given out, so that it can mean "nothing".
        used = 16
    }

    /// `capacity - 1` for reserved regions.
    package private(set) var capacityMask: Int

    /// A region over bytes that belong to somebody else, all of them values' to read; nothing can be allocated in it.
    package init(borrowing bytes: UnsafeRawBufferPointer, at start: UnsafeRawPointer) {
        base = UnsafeMutableRawPointer(mutating: bytes.baseAddress ?? start)
        capacity = bytes.count
        capacityMask = 0
        used = bytes.count
    }

    /// Makes it stand for other borrowed bytes. All values in it are dead from here on.
    @inline(__always)
    mutating func borrow(_ bytes: UnsafeRawBufferPointer) {
        if let start = bytes.baseAddress { base = UnsafeMutableRawPointer(mutating: start) }
        capacity = bytes.count
        used = bytes.count
        generation &+= 1
    }

    /// Empties it. All values in it are dead from here on.
    package mutating func reset() {
        highest = max(highest, used)
        if highest > Region.keptBytes {
            madvise(base, (highest + 4095) & ~4095, MADV_DONTNEED)
            highest = 0
        }
        used = 16
        generation &+= 1
    }

    /// Gives the address space back.
    package func release() {
        munmap(base, capacity + Region.slack)
    }
}
