import Glibc

/// Making and reading strings and bytes.
extension Machine {
    /// A string with the letters of `text`, in the arena.
    package mutating func makeString(_ text: String) throws(Raised) -> Value {
        var text = text
        let outcome = text.withUTF8 { bytes in
            Result { () throws(Raised) in try makeText(UnsafeRawBufferPointer(bytes), tag: .string) }
        }
        return try outcome.get()
    }

    /// A string with a copy of UTF-8 (or WTF-8) `bytes`, in the arena.
    package mutating func makeString(_ bytes: UnsafeRawBufferPointer) throws(Raised) -> Value {
        try makeText(bytes, tag: .string)
    }

    /// A `bytes` object with a copy of `bytes`, in the arena.
    package mutating func makeBytes(_ bytes: UnsafeRawBufferPointer) throws(Raised) -> Value {
        try makeText(bytes, tag: .bytes)
    }

    private mutating func makeText(_ bytes: UnsafeRawBufferPointer, tag: Tag) throws(Raised) -> Value {
        let start = try allocate(bytes.count)
        if let source = bytes.baseAddress {
            memory.address(.arena, start).copyMemory(from: source, byteCount: bytes.count)
        }
        return textValue(tag, start: start, length: bytes.count, isASCII: tag == .string && Machine.isASCII(bytes))
    }

    /// A text that lies in the arena at `start`.
    func textValue(_ tag: Tag, start: Int, length: Int, isASCII: Bool) -> Value {
        Value(
            tag: tag,
            payload: UInt64(start),
            length: UInt32(truncatingIfNeeded: length),
            place: Region.Name.arena.rawValue | (isASCII ? Value.asciiFlag : 0),
            generation: memory.generation(.arena)
        )
    }

    /// The part of a string or of bytes from byte `start` up to `end`: shares the bytes. Both must be within it, and
    /// at the borders of code points.
    @inline(__always)
    package func slice(_ text: Value, _ start: Int, _ end: Int) -> Value {
        var part = text
        let from = min(max(start, 0), Int(text.length))
        part.payload = text.payload &+ UInt64(from)
        part.length = UInt32(truncatingIfNeeded: max(from, min(end, Int(text.length))) - from)
        part.place &= ~Value.internedFlag
        if !part.isASCII, part.tag == .string, Machine.isASCII(memory.bytes(part)) { part.place |= Value.asciiFlag }
        return part
    }

    /// The letters of a string, with U+FFFD for lone surrogates. Copies: not for hot paths.
    package func string(_ value: Value) -> String {
        String(decoding: memory.bytes(value), as: UTF8.self)
    }

    /// Whether all bytes are below 128. O(n/16).
    @inline(__always)
    package static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        var seen = SIMD16<UInt8>(repeating: 0)
        while index &+ 16 <= bytes.count {
            seen |= bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            index &+= 16
        }
        var rest: UInt8 = 0
        while index < bytes.count {
            rest |= bytes[index]
            index &+= 1
        }
        let words = unsafeBitCast(seen, to: SIMD2<UInt64>.self)
        return rest < 128 && (words.x | words.y) & 0x8080_8080_8080_8080 == 0
    }

    /// Whether two strings have the same bytes.
    @inline(__always)
    package func sameText(_ left: Value, _ right: Value) -> Bool {
        guard left.length == right.length else { return false }
        if left.isIdentical(to: right) { return true }
        let leftBytes = memory.bytes(left)
        let rightBytes = memory.bytes(right)
        guard let first = leftBytes.baseAddress, let second = rightBytes.baseAddress else {
            return leftBytes.count == rightBytes.count
        }
        return Machine.areEqual(first, second, min(leftBytes.count, rightBytes.count))
    }

    /// Whether `count` bytes are the same. Words in place of a call for the short texts that rules compare; the last
    /// word overlaps the one before.
    @inline(__always)
    static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
        if count >= 8 {
            if count > 64 { return memcmp(left, right, count) == 0 }
            let last = count &- 8
            var index = 0
            while index < last {
                let word = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard word == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
                index &+= 8
            }
            return left.loadUnaligned(fromByteOffset: last, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        }
        if count >= 4 {
            let last = count &- 4
            return left.loadUnaligned(as: UInt32.self) == right.loadUnaligned(as: UInt32.self)
                && left.loadUnaligned(fromByteOffset: last, as: UInt32.self)
                    == right.loadUnaligned(fromByteOffset: last, as: UInt32.self)
        }
        var index = 0
        while index < count {
            guard left.load(fromByteOffset: index, as: UInt8.self) == right.load(fromByteOffset: index, as: UInt8.self)
            else { return false }
            index &+= 1
        }
        return true
    }

    /// Order of two texts by bytes, which for UTF-8 is the order by code points: negative, 0 or positive.
    package func compareText(_ left: Value, _ right: Value) -> Int {
        let first = memory.bytes(left)
        let second = memory.bytes(right)
        if let start = first.baseAddress, let other = second.baseAddress {
            let order = memcmp(start, other, min(first.count, second.count))
            if order != 0 { return Int(order) }
        }
        return first.count - second.count
    }

    /// Whether a string has the letters of an ASCII literal of ours.
    package func text(_ value: Value, is literal: StaticString) -> Bool {
        guard value.isString, Int(value.length) == literal.utf8CodeUnitCount,
            let start = memory.bytes(value).baseAddress
        else { return false }
        return memcmp(start, literal.utf8Start, literal.utf8CodeUnitCount) == 0
    }

    /// Writes a text to the end of the arena; nothing else may be allocated until ``finish(_:)``.
    package func beginText() -> TextWriter {
        let start = (memory.arena.used + 15) & ~15
        return TextWriter(
            start: memory.arena.base + start,
            capacity: max(0, memory.arenaLimit - start),
            offset: start
        )
    }

    /// The string that was written. Raises BudgetExceeded if it did not fit the arena.
    package mutating func finish(_ writer: TextWriter, tag: Tag = .string) throws(Raised) -> Value {
        guard !writer.overflowed else { throw exhausted("bytes", limits.arenaBytesMax) }
        assert(memory.arena.used <= writer.offset, "something was allocated while a text was written")
        memory.arena.used = writer.offset + writer.count
        return textValue(tag, start: writer.offset, length: writer.count, isASCII: tag == .string && writer.isASCII)
    }
}

/// A text being written at the end of the arena: bytes are appended without any allocation.
package struct TextWriter {
    let start: UnsafeMutableRawPointer
    let capacity: Int
    let offset: Int
    /// Bytes written.
    package private(set) var count = 0
    private var seen: UInt8 = 0
    /// Set once it ran out of room; what comes then is dropped.
    package private(set) var overflowed = false

    init(start: UnsafeMutableRawPointer, capacity: Int, offset: Int) {
        self.start = start
        self.capacity = capacity
        self.offset = offset
    }

    /// Whether all that was written is ASCII.
    package var isASCII: Bool { seen < 128 }

    /// What was written so far.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        guard count < capacity else {
            overflowed = true
            return
        }
        start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        seen |= byte
        count &+= 1
    }

    @inline(__always)
    package mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= capacity - count else {
            overflowed = true
            return
        }
        guard let source = bytes.baseAddress else { return }
        (start + count).copyMemory(from: source, byteCount: bytes.count)
        if seen < 128, !Machine.isASCII(bytes) { seen = 128 }
        count &+= bytes.count
    }

    /// Appends bytes of which the caller knows whether all are ASCII.
    @inline(__always)
    package mutating func append(contentsOf bytes: UnsafeRawBufferPointer, isASCII: Bool) {
        guard bytes.count <= capacity - count else {
            overflowed = true
            return
        }
        guard let source = bytes.baseAddress else { return }
        (start + count).copyMemory(from: source, byteCount: bytes.count)
        if !isASCII { seen = 128 }
        count &+= bytes.count
    }

    /// Appends the UTF-8 of `text`.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: UnsafeRawBufferPointer($0)) }
    }
}
