import Events

/// Bytes of inputs, with the readable padding after them that a ``Tape`` needs, in memory that goes from thread to thread.
///
/// An `EventBuffer` has one address and stays on its thread. This is an array of which nobody else may hold a copy while it is filled,
/// or its memory would be copied.
struct InputBuffer: Sendable {
    private var storage: [UInt8] = []
    /// Bytes it holds.
    private(set) var count = 0

    /// An empty buffer without memory.
    init() {}

    /// Bytes it can hold before it grows.
    var capacity: Int { max(storage.count - Tape.paddingByteCount, 0) }

    /// Lends the bytes from `start` on; padding follows their end.
    func withBytes<Result, Fault: Error>(
        from start: Int = 0,
        _ body: (UnsafeRawBufferPointer) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let end = count
        // Storage knows no typed errors.
        return try storage.withUnsafeBytes { bytes in
            Swift.Result { () throws(Fault) in try body(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
        }.get()
    }

    /// Forgets the bytes, and its memory if that is more than for so many.
    mutating func removeAll(keepingUpTo byteCount: Int = .max) {
        count = 0
        if capacity > byteCount { storage = [] }
    }

    /// Forgets the first bytes and moves the rest to the front.
    mutating func removeFirst(_ removed: Int) {
        precondition(removed >= 0 && removed <= count)
        guard removed > 0 else { return }
        let kept = count - removed
        storage.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            base.copyMemory(from: base + removed, byteCount: kept)
        }
        count = kept
    }

    /// Adds what another holds from `start` on.
    mutating func append(_ other: InputBuffer, from start: Int = 0) {
        other.withBytes(from: start) { bytes in
            _ = append(upTo: bytes.count) { target in
                target.copyMemory(from: bytes)
                return bytes.count
            }
        }
    }

    /// Makes room for `added` more bytes, lets `fill` write into it, and keeps as many as it says.
    ///
    /// - Returns: what `fill` returned; a negative number, or one past `added`, adds nothing.
    mutating func append(upTo added: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        reserve(count + added)
        let range = count..<count + added
        let written = storage.withUnsafeMutableBytes { fill(UnsafeMutableRawBufferPointer(rebasing: $0[range])) }
        if written > 0, written <= added { count += written }
        return written
    }

    /// Makes room for so many bytes in all; grows by doubling.
    mutating func reserve(_ byteCount: Int) {
        guard byteCount > capacity else { return }
        let larger = max(2 * capacity, byteCount) + Tape.paddingByteCount
        storage.reserveCapacity(larger)
        storage.append(contentsOf: repeatElement(0, count: larger - storage.count))
    }
}
