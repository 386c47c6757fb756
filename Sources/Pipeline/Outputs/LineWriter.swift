#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes lines to a file descriptor through a buffer of fixed size.
///
/// A reader that has gone away (`| head`) is a fault of its own, ``WriteFault/closed``, with which a command ends
/// quietly; call ``ignoreBrokenPipeSignal()`` once at the start of the process, or the signal comes first.
package struct LineWriter: ~Copyable {
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var buffer: [UInt8] = []
    private let capacity: Int
    /// Whether each line is written at once, as a person at a terminal expects.
    package let flushesEachLine: Bool

    /// Bytes held back before they are written.
    package static let capacityDefault = 256 << 10

    /// A writer to an open descriptor, which stays open: 1 is standard output.
    package init(descriptor: Int32, flushesEachLine: Bool = false, capacity: Int = capacityDefault) {
        self.descriptor = descriptor
        self.capacity = max(capacity, 1)
        self.flushesEachLine = flushesEachLine
        ownsDescriptor = false
    }

    /// A writer to a new file, or over an old one.
    package init(path: String, capacity: Int = capacityDefault) throws(WriteFault) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        ownsDescriptor = true
        self.capacity = max(capacity, 1)
        flushesEachLine = false
        guard descriptor >= 0 else { throw .system(errno) }
    }

    /// Closes the file. What was not flushed is lost: ``flush()`` is where a full disk shows.
    deinit { if ownsDescriptor, descriptor >= 0 { close(descriptor) } }

    /// Writes `line` and a line feed.
    package mutating func write(line: some Collection<UInt8>) throws(WriteFault) {
        buffer.append(contentsOf: line)
        buffer.append(UInt8(ascii: "\n"))
        if flushesEachLine || buffer.count >= capacity { try flush() }
    }

    /// Writes lines that have their line feeds; many of them from where they are.
    package mutating func write(lines: UnsafeRawBufferPointer) throws(WriteFault) {
        if lines.count >= capacity / 4 {
            try flush()
            if let fault = lines.write(to: descriptor) { throw fault }
            return
        }
        buffer.append(contentsOf: lines)
        if flushesEachLine || buffer.count >= capacity { try flush() }
    }

    /// Writes what is held back. After a fault the rest is dropped, so that a fault is reported once.
    package mutating func flush() throws(WriteFault) {
        defer { buffer.removeAll(keepingCapacity: buffer.count <= 2 * capacity) }
        let descriptor = descriptor
        let fault = buffer.withUnsafeBytes { $0.write(to: descriptor) }
        if let fault { throw fault }
    }

    /// Makes writing to a closed pipe an error that ``flush()`` throws instead of a signal that ends the process.
    package static func ignoreBrokenPipeSignal() { _ = signal(SIGPIPE, SIG_IGN) }
}
