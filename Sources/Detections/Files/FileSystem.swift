/// How pack loaders see files: they list and read through this and never touch a disk themselves.
///
/// Paths are POSIX paths, relative ones being relative to the ``currentDirectory``. Implementations: one over the real disk
/// belongs to the floor that does I/O; tests use one in memory.
package protocol FileSystem: Sendable {
    /// An absolute path that relative paths start from.
    var currentDirectory: String { get }

    /// What `path` names, following links; nil if nothing.
    func kind(of path: String) -> FileKind?

    /// The entries of a directory in any order, without `.` and `..`.
    func list(_ path: String) throws(FileFault) -> [FileEntry]

    /// The content of a file that is not longer than `bytesMax`.
    func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8]
}

/// What a path names.
package enum FileKind: Hashable, Sendable {
    /// Something with bytes to read, or a link to one.
    case file
    /// A directory itself.
    case directory
    /// A link to a directory; walks do not follow it.
    case directoryLink
}

/// A name in a directory.
package struct FileEntry: Hashable, Sendable {
    /// Without any `/`.
    package var name: String
    /// What it names.
    package var kind: FileKind

    /// A name and what it stands for.
    package init(name: String, kind: FileKind) {
        self.name = name
        self.kind = kind
    }
}

/// Why a file or directory could not be read.
package enum FileFault: Error, Hashable, Sendable {
    /// Nothing has this path.
    case notFound
    /// The system does not allow it.
    case notPermitted
    /// It is a directory where a file was wanted, or the other way round.
    case wrongKind
    /// The file is longer than the reader allows.
    case tooLong(bytesMax: Int)
    /// Anything else, in the system's words.
    case other(String)

    /// As people say it.
    package var reason: String {
        switch self {
        case .notFound: "there is no such file"
        case .notPermitted: "not permitted"
        case .wrongKind: "it is no file"
        case .tooLong(let bytesMax): "it is longer than \(bytesMax) bytes"
        case .other(let text): text
        }
    }
}
