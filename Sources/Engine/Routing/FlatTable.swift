#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Trivial values side by side in memory of its own: no array in between that is retained and checked on a hot path.
struct FlatTable<Element: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(elements.count, 1))
        base.initialize(from: elements, count: elements.count)
    }

    deinit { base.deallocate() }

    /// An element, which must be there: indices come from tables made with this one.
    @inline(__always)
    subscript(_ index: Int) -> Element { base[index] }

    /// Where the element of an index is.
    @inline(__always)
    func pointer(to index: Int) -> UnsafePointer<Element> { UnsafePointer(base + index) }

    /// Whether as many bytes from `start` on as `text` has are those of `text`.
    @inline(__always)
    func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool where Element == UInt8 {
        guard let other = text.baseAddress else { return true }
        return memcmp(base + start, other, text.count) == 0
    }
}
