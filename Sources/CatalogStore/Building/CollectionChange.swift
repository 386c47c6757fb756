import Detections

/// What is to be done for a collection, given its files then and now.
enum CollectionChange: Equatable {
    /// Nothing has changed.
    case none
    /// Everything is made anew.
    case whole
    /// The rules of these files are made anew; the files of all other rules need not be looked at.
    case part(Part)

    /// What is made anew.
    struct Part: Equatable {
        /// Rules that go, or are made anew.
        var rules: Set<Int64>
        /// Files of the rules that stay, relative to the collection.
        var hidden: Set<String>
        /// Files that are new. If one of them turns out to belong to no rule, others may depend on it.
        var added: Set<String>
    }

    /// Compares.
    ///
    /// - Parameter owners: The rules that were made of each file. A file that no rule is made of, such as a helper, may matter to
    ///   any rule.
    init(before: [String: [UInt8]], now: [String: [UInt8]], owners: [String: [Int64]]) {
        var changed: Set<String> = []
        var added: Set<String> = []
        for (path, hash) in now where before[path] != hash {
            if before[path] == nil { added.insert(path) } else { changed.insert(path) }
        }
        for path in before.keys where now[path] == nil { changed.insert(path) }
        if changed.isEmpty, added.isEmpty {
            self = .none
            return
        }
        guard changed.allSatisfy({ owners[$0] != nil || Self.isDocument($0) }) else {
            self = .whole
            return
        }
        // Rules that share a file go together: a derived rule with its base, queries of one document.
        var files: [Int64: [String]] = [:]
        for (path, rules) in owners { for rule in rules { files[rule, default: []].append(path) } }
        var visible: Set<String> = []
        var rules: Set<Int64> = []
        var pending = Array(changed)
        while let path = pending.popLast() {
            guard visible.insert(path).inserted else { continue }
            for rule in owners[path] ?? [] where rules.insert(rule).inserted { pending += files[rule] ?? [] }
        }
        self = .part(Part(rules: rules, hidden: Set(owners.keys).subtracting(visible), added: added))
    }

    /// Whether a file that no rule is made of has nothing that a rule could use.
    static func isDocument(_ path: String) -> Bool {
        let name = PathName.name(path).lowercased()
        if name.hasPrefix("license") || name.hasPrefix("licence") { return true }
        return [".md", ".txt", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".pdf", ".html", ".css", ".toml", ".lock"]
            .contains(where: name.hasSuffix)
    }
}
