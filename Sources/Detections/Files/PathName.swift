/// Arithmetic on POSIX paths, as Python's `posixpath` does it; no disk is asked.
package enum PathName {
    /// `folder/name`; an absolute `name` stands alone. As `posixpath.join`.
    package static func join(_ folder: String, _ name: String) -> String {
        if name.utf8.first == slash || folder.isEmpty { return name }
        return folder.utf8.last == slash ? folder + name : folder + "/" + name
    }

    /// Without `.`, doubled slashes and `name/..`; an empty path is `.`. As `posixpath.normpath`.
    package static func normalized(_ path: String) -> String {
        if isNormalized(path) { return path }
        let isAbsolute = path.utf8.first == slash
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        if isAbsolute { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// Whether nothing is to be done: no part is empty or begins with a dot. Most paths are so. O(length).
    private static func isNormalized(_ path: String) -> Bool {
        guard path.utf8.count > 1, path.utf8.last != slash else { return false }
        // The root is no empty part.
        var startsPart = path.utf8.first != slash
        for byte in path.utf8 {
            if startsPart, byte == slash || byte == UInt8(ascii: ".") { return false }
            startsPart = byte == slash
        }
        return true
    }

    /// From the root, seen from `directory`. As `posixpath.abspath`.
    package static func absolute(_ path: String, in directory: String) -> String {
        normalized(join(directory, path))
    }

    /// All before the last `/`; empty for a bare name. As `posixpath.dirname`.
    package static func directory(_ path: String) -> String {
        guard let last = path.lastIndex(of: "/") else { return "" }
        let head = path[..<last]
        return head.isEmpty ? "/" : String(head)
    }

    /// All after the last `/`.
    package static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// Whether `path` is `pattern`, where `*` stands for any characters, `/` among them. As `fnmatch`, of which the pack rules
    /// use nothing else. O(length of both, multiplied).
    package static func matches(_ path: String, _ pattern: String) -> Bool {
        let path = Array(path.utf8)
        let pattern = Array(pattern.utf8)
        var position = 0
        var place = 0
        var star: (place: Int, position: Int)?
        while position < path.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count, pattern[place] == path[position] {
                place += 1
                position += 1
            } else if let last = star {
                place = last.place + 1
                position = last.position + 1
                star = (last.place, position)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    private static let slash = UInt8(ascii: "/")
}
