import Events

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file in memory, cut into lines.
struct Lines: ~Copyable {
    private let buffer: EventBuffer
    /// Where they were read.
    let path: String
    /// The lines' places in the file.
    let ranges: [Range<Int>]

    /// Reads the file; nil if that fails.
    init?(path: String) {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = EventBuffer()
        while buffer.append(upTo: 1 << 20, { fread($0.baseAddress, 1, $0.count, file) }) > 0 {}
        var ranges: [Range<Int>] = []
        var start = 0
        let bytes = buffer.bytes
        while start < bytes.count, let base = bytes.baseAddress {
            let found = memchr(base + start, 0x0A, bytes.count - start)
            let end = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
            ranges.append(start..<end)
            start = end + 1
        }
        self.buffer = buffer
        self.path = path
        self.ranges = ranges
    }

    /// Bytes of all lines, without their ends.
    var byteCount: Int { ranges.reduce(0) { $0 + $1.count } }

    /// The line at `range`.
    @inline(__always)
    func line(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffer.bytes[range])
    }

    /// Prints megabytes a second and nanoseconds a line of the fastest of `rounds` calls of `body`, in user time, so
    /// that what else the machine does counts less. `body` returns a checksum, which is printed too.
    func measure(_ name: String, rounds: Int = 5, _ body: () -> UInt64) {
        var best = UInt64.max
        var checksum: UInt64 = 0
        for _ in 0..<rounds {
            let start = Self.userNanoseconds()
            checksum = body()
            best = min(best, Self.userNanoseconds() - start)
        }
        let megabytes = Double(byteCount) / Double(best) * 1e3
        let nanoseconds = Double(best) / Double(max(ranges.count, 1))
        print("\(name): \(Int(megabytes)) MB/s, \(Int(nanoseconds)) ns/event, checksum \(checksum)")
    }

    private static func userNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
