/// A set of actions: those of the table by number, and others by name.
struct ActionSet {
    /// One bit for each action of the table.
    private var words = [UInt64](repeating: 0, count: (ActionTable.shared.count + 63) / 64)
    /// Names that are no actions of the table, lower-cased.
    private(set) var others: Set<[UInt8]> = []

    var isEmpty: Bool { others.isEmpty && words.allSatisfy { $0 == 0 } }

    /// Whether action `index` of the table is in it.
    func contains(_ index: Int) -> Bool { words[index / 64] & (1 << UInt64(index % 64)) != 0 }

    mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }

    /// Adds a name, which may be an action of the table.
    mutating func insert(name: [UInt8]) {
        if let index = ActionTable.shared.index(of: name) { insert(index) } else { others.insert(name) }
    }

    mutating func formUnion(_ other: ActionSet) {
        for index in words.indices { words[index] |= other.words[index] }
        others.formUnion(other.others)
    }

    /// The actions of the table that are not in it.
    func inverted() -> ActionSet {
        var result = ActionSet()
        for index in 0..<ActionTable.shared.count where !contains(index) { result.insert(index) }
        return result
    }

    /// The table's actions in it, ascending.
    var indices: [Int] { (0..<ActionTable.shared.count).filter(contains) }

    /// All names in it, sorted by bytes, which is by code points.
    var sortedNames: [[UInt8]] {
        let known = indices.map { Array(ActionTable.shared[$0]) }
        guard !others.isEmpty else { return known }
        return (known + others).sorted { $0.lexicographicallyPrecedes($1) }
    }
}
