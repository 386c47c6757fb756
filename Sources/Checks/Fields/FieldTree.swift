import Detections
import Documents

/// Which fields events of a log have, learnt from examples: keys without regard to case, lists transparent.
final class FieldTree {
    private(set) var children: [String: FieldTree] = [:]
    /// Spelling of each child as first seen.
    private var spelling: [String: String] = [:]
    /// Objects with at least one key that were seen here.
    private(set) var objectCount = 0
    /// Whether something other than an object or a list of objects was seen here: a text may hold JSON.
    private(set) var hasOther = false

    /// Levels that are learnt; deeper ones count as known.
    static let depthMax = 32

    /// The spellings of the keys seen here, in ascending order.
    var keys: [String] { spelling.values.sorted() }

    /// Learns from one example.
    func learn(_ node: DataNode, depth: Int = 0) {
        guard depth < Self.depthMax else {
            hasOther = true
            return
        }
        switch node.value {
        case .map(let map):
            if !map.entries.isEmpty { objectCount += 1 }
            for entry in map.entries {
                guard let key = entry.key.string else { continue }
                child(key).learn(entry.value, depth: depth + 1)
            }
        case .list(let elements):
            for element in elements { learn(element, depth: depth) }
        case .null: break
        default: hasOther = true
        }
    }

    /// Learns that there is a field at a path.
    func learn(path: some Sequence<String>) {
        var node = self
        for key in path { node = node.child(key) }
        node.hasOther = true
    }

    private func child(_ key: String) -> FieldTree {
        let folded = key.lowercased()
        if let known = children[folded] { return known }
        let new = FieldTree()
        children[folded] = new
        spelling[folded] = key
        return new
    }
}
