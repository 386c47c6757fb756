#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads times of events. Many in a row have the same, which is read once.
package struct RecentTime {
    /// The text read last, as it stood in the event.
    private var text: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var count = 0
    private var time = EventTime(microseconds: 0)

    /// Nothing was read yet.
    package init() {}

    /// The moment that a text names: see ``EventTime/init(_:)``.
    package mutating func read(_ text: UnsafeRawBufferPointer) -> EventTime? {
        if count > 0, text.count == count, isKnown(text) { return time }
        guard let time = EventTime(text) else { return nil }
        if text.count <= MemoryLayout.size(ofValue: self.text) {
            withUnsafeMutableBytes(of: &self.text) { $0.copyMemory(from: text) }
            count = text.count
            self.time = time
        }
        return time
    }

    @inline(__always)
    private func isKnown(_ other: UnsafeRawBufferPointer) -> Bool {
        withUnsafeBytes(of: text) { known in
            guard let left = known.baseAddress, let right = other.baseAddress else { return false }
            return memcmp(left, right, count) == 0
        }
    }
}

/// Writes times of events as ISO texts. The text of one that comes again is not made again.
package struct RecentTimeText {
    private var time: EventTime?
    private var text: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var count = 0

    /// Nothing was written yet.
    package init() {}

    /// Appends ``EventTime/isoText``.
    package mutating func append(_ time: EventTime, to buffer: inout ByteBuffer) {
        withUnsafeMutableBytes(of: &text) { room in
            if time != self.time {
                self.time = time
                count = room.withMemoryRebound(to: UInt8.self) { time.writeISOText(into: $0) }
            }
            buffer.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }
}
