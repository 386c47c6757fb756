#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes that are put together from many parts: to add one costs a comparison and a copy, where an array also asks each time
/// whether it is shared.
package struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    /// Bytes so far.
    package private(set) var count = 0

    /// Nothing yet, with room for `capacity` bytes; it grows as needed.
    package init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        base = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    /// Adds a byte.
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count &+= 1
    }

    /// Adds bytes, which may not be its own.
    @inline(__always)
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if capacity &- count < bytes.count { grow(bytes.count) }
        memcpy(base + count, source, bytes.count)
        count &+= bytes.count
    }

    /// Adds bytes, which may not be its own, between quotes.
    @inline(__always)
    package mutating func append(quoted bytes: UnsafeRawBufferPointer) {
        if capacity &- count < bytes.count &+ 2 { grow(bytes.count &+ 2) }
        base.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count, as: UInt8.self)
        if let source = bytes.baseAddress { memcpy(base + (count &+ 1), source, bytes.count) }
        base.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count &+ bytes.count &+ 1, as: UInt8.self)
        count &+= bytes.count &+ 2
    }

    /// Adds text of ours.
    @inline(__always)
    package mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a text as UTF-8.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Adds a number in decimal digits.
    package mutating func append(decimal value: Int) { DecimalText.with(Int64(value)) { append($0) } }

    /// Adds some of its own bytes once more.
    package mutating func append(again range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        if capacity &- count < range.count { grow(range.count) }
        memcpy(base + count, base + range.lowerBound, range.count)
        count &+= range.count
    }

    /// Begins anew, in the same memory.
    package mutating func removeAll() { count = 0 }

    /// Takes back all but the first bytes, which must be there.
    package mutating func removeAll(after kept: Int) {
        precondition(kept >= 0 && kept <= count)
        count = kept
    }

    /// The bytes so far; good until it changes.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// The bytes as an array of their own.
    package var array: [UInt8] { Array(bytes) }

    /// Replaces what is in an array, in whose memory there may be room.
    package func copy(into array: inout [UInt8]) {
        array.removeAll(keepingCapacity: true)
        array.append(contentsOf: bytes)
    }

    /// The bytes as a text; what is not UTF-8 is replaced.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(2 * capacity, count + more)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
        memory.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = memory
        capacity = larger
    }
}
