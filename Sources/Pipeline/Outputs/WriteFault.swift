#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why output could not be written.
package enum WriteFault: Error, Hashable, Sendable {
    /// Nobody reads any more.
    case closed
    /// The operating system's error number.
    case system(Int32)

    /// In words, to stand behind a colon.
    package var reason: String {
        switch self {
        case .closed: "nobody reads it"
        case .system(let number): String(cString: strerror(number))
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Writes all bytes to an open descriptor; nil when they are written. Where a pipe in non-blocking mode is full it waits until
    /// that takes more, and signals do not end it.
    ///
    /// The fault is a result because closures of `Array.withUnsafeBytes` cannot throw a typed one (Swift 6.3.1).
    package func write(to descriptor: Int32) -> WriteFault? {
        var written = 0
        while written < count, let base = baseAddress {
            #if canImport(Glibc)
                let result = Glibc.write(descriptor, base + written, count - written)
            #else
                let result = Darwin.write(descriptor, base + written, count - written)
            #endif
            if result > 0 {
                written += result
                continue
            }
            // A device that takes nothing and says nothing would be asked for ever.
            guard result < 0 else { return .system(EIO) }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var event = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&event, 1, -1)
            case EPIPE: return .closed
            default: return .system(errno)
            }
        }
        return nil
    }
}
