import Events

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a file or stream, decompressing it if its first bytes say that it is compressed.
///
/// Files are read, not mapped: a mapped file that someone shortens kills the process that reads it.
struct ByteReader: ~Copyable {
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let limits: InputLimits
    private let stop: StopSignal?
    /// Whether reading may wait for somebody who writes: the input is no regular file.
    private let isStream: Bool
    private var compressed = InputBuffer()
    /// What the input is compressed with; nil before its start was read, and if it is not.
    private var compression: Compression?
    private var decompressor: Decompressor?
    private var isStarted = false
    private var isAtEnd = false
    /// Whether the last step of the decompressor gave as much as it was asked for: it may have more.
    private var isOutputFull = false
    /// Whether the last member ended and no byte of another was seen.
    private var isBetweenMembers = false
    /// Why the data cannot be decompressed further; reported once what came before is read.
    private var failure: InputFault.Kind?
    private var compressedByteCount = 0
    private var decompressedByteCount = 0

    /// Bytes asked of the operating system at once.
    static let readByteCount = 1 << 18

    /// Milliseconds after which a reader that waits for a stream looks at its stop signal.
    static let stopCheckMilliseconds: Int32 = 200

    /// Opens `input`.
    init(_ input: InputPath, limits: InputLimits, stop: StopSignal? = nil) throws(InputFault) {
        self.limits = limits
        self.stop = stop
        switch input {
        case .standardInput:
            descriptor = 0
            ownsDescriptor = false
        case .file(let path):
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            ownsDescriptor = true
            guard descriptor >= 0 else { throw InputFault(.cannotOpen(errno), path: path) }
        }
        var status = stat()
        isStream = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    deinit { if ownsDescriptor, descriptor >= 0 { close(descriptor) } }

    /// Whether something can be had without waiting for somebody who writes.
    var isReady: Bool {
        !isStream || compressed.count > 0 || isOutputFull || Self.canRead(descriptor, milliseconds: 0)
    }

    private static func canRead(_ descriptor: Int32, milliseconds: Int32) -> Bool {
        var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&event, 1, milliseconds) != 0
    }

    /// Waits until a stream has something to read; false if the stop signal was raised meanwhile.
    private func waitForStream() -> Bool {
        guard isStream, let stop else { return true }
        while !stop.isRaised {
            if Self.canRead(descriptor, milliseconds: Self.stopCheckMilliseconds) { return true }
        }
        return false
    }

    /// Appends what can be had next to `buffer`; false at the end of the input.
    ///
    /// After a fault the input is done; what was appended before it is good.
    mutating func read(into buffer: inout InputBuffer, path: String) throws(InputFault) -> Bool {
        if !isStarted { try start(path) }
        guard let compression else {
            // What `start` has looked at comes first.
            if compressed.count > 0 {
                buffer.append(compressed)
                compressed.removeAll()
                return true
            }
            return note(waitForStream() ? try Self.fill(&buffer, from: descriptor, path) : 0)
        }
        while true {
            if compressed.count == 0, !isOutputFull, failure == nil, try !fillCompressed(path) {
                guard isBetweenMembers else { throw InputFault(.truncated(compression), path: path) }
                return false
            }
            if try decompress(compression, into: &buffer, path) { return true }
        }
    }

    /// Reads the first bytes and decides what the input is.
    private mutating func start(_ path: String) throws(InputFault) {
        isStarted = true
        while compressed.count < 4, try fillCompressed(path) {}
        let magic = compressed.withBytes { Array($0.prefix(4)) }
        compression = Compression(magic: magic)
        if let compression {
            decompressor = Decompressor(compression, limits)
        } else if magic.starts(with: Array("BZh".utf8)) {
            throw InputFault(.unsupportedCompression("bzip2"), path: path)
        } else if magic.elementsEqual([0xFD, 0x37, 0x7A, 0x58]) {
            throw InputFault(.unsupportedCompression("xz"), path: path)
        }
    }

    private mutating func fillCompressed(_ path: String) throws(InputFault) -> Bool {
        guard !isAtEnd else { return false }
        return note(waitForStream() ? try Self.fill(&compressed, from: descriptor, path) : 0)
    }

    /// Remembers how much was read; false at the end of the input.
    private mutating func note(_ count: Int) -> Bool {
        isAtEnd = count == 0
        compressedByteCount += count
        return count > 0
    }

    /// Appends raw bytes of the input to `buffer` and returns how many; 0 at its end.
    private static func fill(
        _ buffer: inout InputBuffer,
        from descriptor: Int32,
        _ path: String
    ) throws(InputFault) -> Int {
        var number: Int32 = 0
        let count = buffer.append(upTo: readByteCount) { target in
            while true {
                #if canImport(Glibc)
                    let count = Glibc.read(descriptor, target.baseAddress, target.count)
                #else
                    let count = Darwin.read(descriptor, target.baseAddress, target.count)
                #endif
                if count >= 0 || errno != EINTR {
                    number = errno
                    return count
                }
            }
        }
        guard count >= 0 else { throw InputFault(.cannotRead(number), path: path) }
        return count
    }

    /// Decompresses one piece; true if it gave any bytes.
    private mutating func decompress(
        _ compression: Compression,
        into buffer: inout InputBuffer,
        _ path: String
    ) throws(InputFault) -> Bool {
        if let failure { throw InputFault(failure, path: path) }
        if isBetweenMembers {
            guard decompressor?.beginMember() == true else { throw InputFault(.damaged(compression), path: path) }
            isBetweenMembers = false
        }
        var step = DecompressionStep.progress(taken: 0, written: 0)
        let written = buffer.append(upTo: Self.readByteCount) { target in
            step = compressed.withBytes { decompressor?.step($0, into: target) } ?? step
            return step.written
        }
        isOutputFull = written == Self.readByteCount
        switch step {
        case .failed(let kind, _): failure = kind
        case .progress(let taken, _): compressed.removeFirst(taken)
        case .memberEnd(let taken, _):
            compressed.removeFirst(taken)
            isBetweenMembers = true
            isOutputFull = false
            if compression == .gzip { skipZeros() }
        }
        try checkSize(adding: written, path)
        return written > 0
    }

    /// Passes over the zeros with which tapes and some tools pad the last member.
    private mutating func skipZeros() {
        compressed.removeFirst(compressed.withBytes { $0.prefix { $0 == 0 }.count })
    }

    private mutating func checkSize(adding written: Int, _ path: String) throws(InputFault) {
        decompressedByteCount += written
        guard decompressedByteCount <= limits.decompressedByteCountMax else {
            throw InputFault(.decompressedSize, path: path)
        }
        let taken = max(compressedByteCount - compressed.count, 1)
        if decompressedByteCount > limits.decompressionRatioFloor,
            decompressedByteCount / taken > limits.decompressionRatioMax
        {
            throw InputFault(.decompressionRatio, path: path)
        }
    }
}
