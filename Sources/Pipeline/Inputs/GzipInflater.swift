import CZlib

/// Decompresses a gzip stream (RFC 1952) of any number of members, piece by piece.
struct GzipInflater: ~Copyable {
    // zlib keeps the address, so the stream stays at one.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for "gzip, not zlib".
        let size = Int32(MemoryLayout<z_stream>.size)
        isReady = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deallocate()
    }

    /// Decompresses from `source` into `target`, as far as either goes.
    mutating func step(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer)
        -> DecompressionStep
    {
        guard isReady else { return .failed(.damaged(.gzip), written: 0) }
        let available = UInt32(clamping: source.count)
        let room = UInt32(clamping: target.count)
        // zlib does not write through this pointer; its type merely cannot say so.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = available
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        let status = inflate(stream, Z_NO_FLUSH)
        let taken = Int(available - stream.pointee.avail_in)
        let written = Int(room - stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: return .progress(taken: taken, written: written)
        case Z_STREAM_END: return .memberEnd(taken: taken, written: written)
        default: return .failed(.damaged(.gzip), written: written)
        }
    }

    /// Makes ready for another member.
    mutating func beginMember() -> Bool { inflateReset(stream) == Z_OK }
}
