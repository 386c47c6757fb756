import Catalog
import Detections

/// Finds out where a folder of rules comes from: the address of its repository and its licence, from files that lie in it.
struct OriginFinder<Files: FileSystem> {
    private let files: Files

    /// Folders above a collection that are looked at for a repository.
    static var levelsMax: Int { 8 }
    /// Bytes of a file of git, or of a licence, that are looked at.
    static var fileBytesMax: Int { 1 << 20 }

    init(_ files: Files) { self.files = files }

    /// The origin of a collection.
    func origin(of root: CollectionRoot) -> CollectionOrigin {
        let folder = PathName.absolute(root.path, in: files.currentDirectory)
        let home = files.kind(of: folder) == .file ? PathName.directory(folder) : folder
        var origin = CollectionOrigin(name: root.name, root: home, upstream: root.upstream)
        var level = home
        for _ in 0..<Self.levelsMax {
            if origin.license == nil { origin.license = license(in: level) }
            if files.kind(of: PathName.join(level, ".git")) != nil {
                origin.upstream = origin.upstream ?? upstream(repository: level, folder: home)
                break
            }
            guard level != "/" else { break }
            level = PathName.directory(level)
        }
        return origin
    }

    private func text(_ path: String) -> String? {
        (try? files.read(path, bytesMax: Self.fileBytesMax)).map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Git

    private func upstream(repository: String, folder: String) -> String? {
        var git = PathName.join(repository, ".git")
        // A worktree's `.git` is a file that says where the rest is.
        if files.kind(of: git) == .file {
            guard let line = text(git)?.split(separator: "\n").first, line.hasPrefix("gitdir: ") else { return nil }
            git = PathName.absolute(String(line.dropFirst(8)), in: repository)
        }
        let common = text(PathName.join(git, "commondir")).map { PathName.absolute($0.firstLine, in: git) } ?? git
        guard let commit = commit(git, common), let remote = remote(common) else { return nil }
        guard let address = Self.address(remote: remote, commit: commit) else { return nil }
        return folder.dropFirst(repository.count).split(separator: "/")
            .reduce(address) { $0 + PercentEncoding.encode(String($1)) + "/" }
    }

    private func commit(_ git: String, _ common: String) -> String? {
        guard let head = text(PathName.join(git, "HEAD"))?.firstLine else { return nil }
        guard head.hasPrefix("ref: ") else { return Self.isCommit(head) ? head : nil }
        let name = String(head.dropFirst(5))
        for folder in [git, common] {
            if let commit = text(PathName.join(folder, name))?.firstLine, Self.isCommit(commit) { return commit }
        }
        for line in (text(PathName.join(common, "packed-refs")) ?? "").split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count == 2, parts[1] == name, Self.isCommit(String(parts[0])) { return String(parts[0]) }
        }
        return nil
    }

    private static func isCommit(_ text: String) -> Bool {
        (40...64).contains(text.utf8.count) && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    private func remote(_ common: String) -> String? {
        var isOrigin = false
        for line in (text(PathName.join(common, "config")) ?? "").split(separator: "\n") {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.hasPrefix("[") { isOrigin = line.hasPrefix("[remote \"origin\"]") }
            guard isOrigin, line.hasPrefix("url"), let equals = line.firstIndex(of: "=") else { continue }
            return String(line[line.index(after: equals)...].drop { $0 == " " }).firstLine
        }
        return nil
    }

    /// Where a forge shows files of a commit; nil for remotes that are no forge known here, such as folders.
    static func address(remote: String, commit: String) -> String? {
        var remote = remote
        for scheme in ["ssh://", "https://", "http://", "git://"] where remote.hasPrefix(scheme) {
            remote = String(remote.dropFirst(scheme.count))
            break
        }
        // A name and password that somebody left in the address stay out of the pages.
        if let at = remote.lastIndex(of: "@") { remote = String(remote[remote.index(after: at)...]) }
        let parts = remote.replacing(":", with: "/").split(separator: "/").map(String.init)
        guard parts.count >= 3, let host = parts.first else { return nil }
        var path = parts.dropFirst().joined(separator: "/")
        if path.hasSuffix(".git") { path = String(path.dropLast(4)) }
        let isPlain = path.utf8.allSatisfy { byte in
            byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
                    || "-._/".utf8.contains(byte))
        }
        guard isPlain, !parts.contains("..") else { return nil }
        switch host {
        case "github.com": return "https://github.com/\(path)/blob/\(commit)/"
        case "gitlab.com": return "https://gitlab.com/\(path)/-/blob/\(commit)/"
        case "bitbucket.org": return "https://bitbucket.org/\(path)/src/\(commit)/"
        case "codeberg.org": return "https://codeberg.org/\(path)/src/commit/\(commit)/"
        default: return nil
        }
    }

    // MARK: Licence

    private func license(in folder: String) -> String? {
        for name in ["LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"] {
            guard let text = text(PathName.join(folder, name)) else { continue }
            return Self.license(text)
        }
        return nil
    }

    /// The SPDX identifier of a licence by phrases that only it has; nil for one that is not known here.
    static func license(_ text: String) -> String? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return phrases.first { $0.phrases.allSatisfy(words.contains) }?.name
    }

    private static var phrases: [(phrases: [String], name: String)] {
        [
            (["detection rule license"], "DRL-1.1"),
            (["gnu affero general public license"], "AGPL-3.0"),
            (["gnu lesser general public license", "version 3"], "LGPL-3.0"),
            (["gnu general public license", "version 3"], "GPL-3.0"),
            (["gnu general public license", "version 2"], "GPL-2.0"),
            (["apache license", "version 2.0"], "Apache-2.0"),
            (["elastic license 2.0"], "Elastic-2.0"),
            (["mozilla public license", "2.0"], "MPL-2.0"),
            (["permission is hereby granted, free of charge"], "MIT"),
            (["redistribution and use in source", "neither the name"], "BSD-3-Clause"),
            (["redistribution and use in source"], "BSD-2-Clause"),
            (["cc0 1.0 universal"], "CC0-1.0"),
            (["attribution 4.0 international"], "CC-BY-4.0"),
        ]
    }
}

extension String {
    /// Up to the first line feed.
    fileprivate var firstLine: String { String(prefix { $0 != "\n" && $0 != "\r" }) }
}
