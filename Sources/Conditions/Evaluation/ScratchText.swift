/// Memory for texts that are not in the event as they are: escapes resolved, letters made small.
///
/// Grows to the largest text seen, so that it soon allocates no more.
struct ScratchText: ~Copyable {
    private var storage: UnsafeMutableRawBufferPointer

    init() { storage = .allocate(byteCount: 4096, alignment: 16) }

    deinit { storage.deallocate() }

    /// Room for `count` bytes; what was there is gone. Nil past a limit.
    mutating func reserve(
        _ count: Int,
        limit: Int = ConditionLimits.textBytesMax
    ) -> UnsafeMutableRawBufferPointer? {
        guard count <= limit else { return nil }
        if count > storage.count {
            let larger = max(count, storage.count * 2)
            storage.deallocate()
            storage = .allocate(byteCount: larger, alignment: 16)
        }
        return storage
    }

    /// Whether `bytes` are in this memory.
    func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let address = bytes.baseAddress, let base = storage.baseAddress else { return false }
        return address >= UnsafeRawPointer(base) && address < UnsafeRawPointer(base + storage.count)
    }

    /// A copy of `bytes` that may be written to; the bytes themselves if they are here already. Nil past the limit.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawBufferPointer? {
        if holds(bytes), let base = storage.baseAddress, let address = bytes.baseAddress {
            let offset = address - UnsafeRawPointer(base)
            return UnsafeMutableRawBufferPointer(rebasing: storage[offset..<offset + bytes.count])
        }
        guard let target = reserve(bytes.count) else { return nil }
        target.copyMemory(from: bytes)
        return UnsafeMutableRawBufferPointer(rebasing: target[..<bytes.count])
    }
}
