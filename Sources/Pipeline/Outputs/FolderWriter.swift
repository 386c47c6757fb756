import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes files below a folder, each at once: who reads one meanwhile has the old file or the new one, never half of it.
///
/// Nothing waits for the disk. What is written can be made again, and thousands of files that are each brought to the disk take
/// minutes instead of seconds. Several threads may write.
package final class FolderWriter: Sendable {
    private let folder: String
    private let state = Mutex(State())

    private struct State {
        /// Folders that are there, for sure.
        var folders: Set<String> = []
        /// Files that were begun.
        var count = 0
    }

    /// A writer below `folder`, which is made with the first file if it is not there.
    package init(_ folder: String) { self.folder = folder }

    /// Writes a file, and the folders that it is in.
    ///
    /// - Parameter path: Relative to the folder, with `/` between its parts. Whoever calls sees to it that no part is `..`.
    package func write(_ path: String, _ bytes: [UInt8]) throws(WriteFault) {
        let target = folder + "/" + path
        let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
        try make(parent)
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let draft = "\(parent)/.margay-\(getpid())-\(number)"
        do throws(WriteFault) {
            try Self.write(bytes, to: draft)
            guard rename(draft, target) == 0 else { throw .system(errno) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func make(_ folder: String) throws(WriteFault) {
        if state.withLock({ $0.folders.contains(folder) }) { return }
        for end in folder.indices.dropFirst() where folder[end] == "/" {
            // What is wrong with a folder on the way shows at the last of them.
            mkdir(String(folder[..<end]), 0o777)
        }
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .system(errno) }
        state.withLock { _ = $0.folders.insert(folder) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(WriteFault) {
        // A link that somebody put in its place is not followed.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(errno) }
        let fault = bytes.withUnsafeBytes { $0.write(to: descriptor) }
        // A full disk may show only here.
        guard close(descriptor) == 0 || fault != nil else { throw .system(errno) }
        if let fault { throw fault }
    }
}
