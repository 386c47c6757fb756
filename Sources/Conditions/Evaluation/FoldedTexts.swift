/// Where the folded text of a field is in ``FoldedTexts``; good for one event, and for one node of it.
struct FoldedText: BitwiseCopyable {
    var event: UInt32 = 0
    var node: UInt32 = 0
    var start = 0
    var count = 0
}

/// Folded texts of one event, one after the other: a field that many tests look at is folded once.
///
/// Grows to the largest event seen, so that it soon allocates no more.
struct FoldedTexts: ~Copyable {
    private var storage: UnsafeMutableRawBufferPointer
    private var used = 0

    init() { storage = .allocate(byteCount: 4096, alignment: 16) }

    deinit { storage.deallocate() }

    mutating func removeAll() { used = 0 }

    /// Folds `text`, which is not here itself, and gives its place.
    mutating func append(_ text: UnsafeRawBufferPointer) -> (start: Int, count: Int) {
        let needed = used + CaseFolding.capacity(text.count)
        if needed > storage.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(needed, storage.count * 2),
                alignment: 16
            )
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<used]))
            storage.deallocate()
            storage = larger
        }
        let start = used
        let count = CaseFolding.fold(text, into: UnsafeMutableRawBufferPointer(rebasing: storage[start...]))
        used += count
        return (start, count)
    }

    /// The bytes of a folded text; good until the next is appended.
    @inline(__always)
    func bytes(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: storage[start..<start + count])
    }
}
