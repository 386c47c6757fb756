/// Owned bytes with the readable padding after them that a ``Tape`` needs.
///
/// Grows by doubling and keeps its memory, so a reader that reuses one stops allocating.
package struct EventBuffer: ~Copyable {
    /// Bytes that must be readable after an event's end; what they hold does not matter.
    package static let paddingByteCount = 64

    private var storage: UnsafeMutableRawPointer
    /// Bytes it can hold before it grows.
    package private(set) var capacity: Int
    /// Bytes it holds.
    package private(set) var count: Int

    /// An empty buffer with room for `capacity` bytes.
    package init(capacity: Int = 0) {
        self.capacity = max(capacity, 64)
        count = 0
        storage = Self.allocate(self.capacity)
    }

    /// A copy of `bytes`.
    package init(_ bytes: some Collection<UInt8>) {
        self.init(capacity: bytes.count)
        UnsafeMutableRawBufferPointer(start: storage, count: bytes.count).copyBytes(from: bytes)
        count = bytes.count
    }

    deinit { storage.deallocate() }

    /// The bytes; padding follows their end. Valid until the buffer grows or goes.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: storage, count: count) }

    /// Forgets the bytes and keeps the memory.
    package mutating func removeAll() { count = 0 }

    /// Forgets the first `removed` bytes (all, if there are fewer) and moves the rest to the front.
    package mutating func removeFirst(_ removed: Int) {
        let dropped = min(max(removed, 0), count)
        guard dropped > 0 else { return }
        storage.copyMemory(from: storage + dropped, byteCount: count - dropped)
        count -= dropped
    }

    /// Adds a copy of `bytes` at the end.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        guard let base = bytes.baseAddress else { return }
        (storage + count).copyMemory(from: base, byteCount: bytes.count)
        count += bytes.count
    }

    /// Makes room for `added` more bytes, lets `fill` write into it, and keeps as many as it says.
    ///
    /// - Returns: what `fill` returned; a negative number, or one past `added`, adds nothing.
    package mutating func append(
        upTo added: Int,
        _ fill: (UnsafeMutableRawBufferPointer) -> Int
    ) -> Int {
        reserve(max(added, 0))
        let written = fill(UnsafeMutableRawBufferPointer(start: storage + count, count: max(added, 0)))
        if written > 0, written <= added { count += written }
        return written
    }

    private mutating func reserve(_ added: Int) {
        guard count + added > capacity else { return }
        capacity = max(capacity * 2, count + added)
        let larger = Self.allocate(capacity)
        larger.copyMemory(from: storage, byteCount: count)
        storage.deallocate()
        storage = larger
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutableRawPointer {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: capacity + paddingByteCount, alignment: 64)
        // Padding is read as bytes of no consequence, but not as uninitialised memory.
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + paddingByteCount)
        return memory
    }
}
