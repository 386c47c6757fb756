/// Paths as text: what `os.path` does without looking at any file.
///
/// Source: CPython 3.11's `posixpath.py`.
enum PathText {
    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// Where the last part begins.
    private static func lastPart(_ path: [UInt8]) -> Int { path.lastIndex(of: slash).map { $0 + 1 } ?? 0 }

    /// Everything before the last part, without slashes at its end unless it is nothing else; and the last part.
    static func split(_ path: [UInt8]) -> (head: [UInt8], tail: [UInt8]) {
        let start = lastPart(path)
        let head = path[..<start]
        guard let end = head.lastIndex(where: { $0 != slash }) else { return (Array(head), Array(path[start...])) }
        return (Array(head[...end]), Array(path[start...]))
    }

    /// A path without, and with, the ending of its last part; dots in front of a name are no ending.
    static func splitEnding(_ path: [UInt8]) -> (root: [UInt8], ending: [UInt8]) {
        let start = lastPart(path)
        guard let mark = path[start...].lastIndex(of: dot), path[start..<mark].contains(where: { $0 != dot }) else {
            return (path, [])
        }
        return (Array(path[..<mark]), Array(path[mark...]))
    }

    /// Paths one after the other; one that begins with a slash starts anew.
    static func join(_ paths: [[UInt8]]) -> [UInt8] {
        var result = paths.first ?? []
        for path in paths.dropFirst() {
            if path.first == slash {
                result = path
            } else {
                if let last = result.last, last != slash { result.append(slash) }
                result += path
            }
        }
        return result
    }

    /// Without `.`, `..` and double slashes.
    static func normalized(_ path: [UInt8]) -> [UInt8] {
        let slashes = path.prefix { $0 == slash }.count
        let prefix = slashes == 2 ? 2 : min(slashes, 1)
        let up = [dot, dot]
        var parts: [[UInt8]] = []
        for part in path.split(separator: slash).map(Array.init) where part != [dot] {
            if part != up || (prefix == 0 && parts.isEmpty) || parts.last == up {
                parts.append(part)
            } else {
                _ = parts.popLast()
            }
        }
        let result = Array(repeating: slash, count: prefix) + parts.joined(separator: [slash])
        return result.isEmpty ? [dot] : result
    }

    /// What all begin with, byte for byte.
    static func commonPrefix(_ paths: [[UInt8]]) -> [UInt8] {
        guard var prefix = paths.first else { return [] }
        for path in paths { prefix = Array(zip(prefix, path).prefix { $0 == $1 }.map(\.0)) }
        return prefix
    }
}
