package import Detections

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension DiskFiles {
    /// Replaces the content of a file at once, so that no reader sees half of it, and keeps its permissions.
    ///
    /// Does nothing and throws if the file no longer has the content `expected`: somebody else wrote it meanwhile.
    package func replace(_ path: String, expecting expected: [UInt8], with bytes: [UInt8]) throws(FileFault) {
        guard try read(path, bytesMax: expected.count) == expected else { throw .other("it was changed meanwhile") }
        // Through a link the file itself is replaced, not the link.
        guard let resolved = realpath(PathName.absolute(path, in: currentDirectory), nil) else { throw .notFound }
        defer { free(resolved) }
        var status = stat()
        guard stat(resolved, &status) == 0 else { throw .notFound }
        var template = Array(String(cString: resolved).utf8CString.dropLast()) + ".margay-XXXXXX".utf8CString
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .other(WriteFault.system(errno).reason) }
        var fault: WriteFault? = fchmod(descriptor, status.st_mode & 0o7777) == 0 ? nil : .system(errno)
        if fault == nil { fault = bytes.withUnsafeBytes { $0.write(to: descriptor) } }
        // A full disk may show only here.
        if close(descriptor) != 0, fault == nil { fault = .system(errno) }
        if fault == nil, rename(&template, resolved) != 0 { fault = .system(errno) }
        guard let fault else { return }
        unlink(&template)
        throw .other(fault.reason)
    }
}
