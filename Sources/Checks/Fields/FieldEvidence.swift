import Detections
import Documents

/// What the examples of a pack say about the fields of each log.
struct FieldEvidence {
    private var trees: [String: FieldTree] = [:]

    /// Objects that must have been seen before a missing key means anything.
    static let objectsMin = 20

    /// Learns from all tests and data models of a pack. O(bytes of tests).
    init(_ pack: DetectionPack) {
        for detection in pack.detections {
            for node in detection.tests.flatMap(\.inputNodes) {
                // An event that says its log is an example of that log only.
                let named = node["p_log_type"]?.string.map { [$0] }
                for log in named ?? detection.logSources { tree(log).learn(node) }
            }
        }
        for model in pack.dataModels {
            for mapping in model.mappings {
                guard case .path(let path) = mapping.target else { continue }
                let keys = path.split { "$.[]'\"*?@() ".contains($0) }.map(String.init)
                for log in model.logTypes { tree(log).learn(path: keys) }
            }
        }
    }

    private mutating func tree(_ log: String) -> FieldTree {
        if let known = trees[log] { return known }
        let new = FieldTree()
        trees[log] = new
        return new
    }

    /// What is known against a field.
    struct Doubt {
        /// How many names of the path lead to something that was seen.
        let knownCount: Int
        /// Keys that stand beside the first name that was never seen.
        let siblings: [String]
        /// Examples that could have had it.
        let exampleCount: Int
    }

    /// Why events of `logs` probably have no field at `path`; nil if they may. Standard fields are always there.
    func doubt(_ path: [String], in logs: [String]) -> Doubt? {
        guard let first = path.first, !first.hasPrefix("p_"), !logs.isEmpty else { return nil }
        var found: Doubt?
        for log in logs {
            guard let tree = trees[log], let doubt = Self.doubt(path, in: tree) else { return nil }
            if let other = found, other.knownCount >= doubt.knownCount { continue }
            found = doubt
        }
        return found
    }

    private static func doubt(_ path: [String], in tree: FieldTree) -> Doubt? {
        var node = tree
        for (index, key) in path.enumerated() {
            guard let next = node.children[key.lowercased()] else {
                guard node.objectCount >= objectsMin, !node.hasOther else { return nil }
                return Doubt(knownCount: index, siblings: node.keys, exampleCount: node.objectCount)
            }
            node = next
        }
        return nil
    }
}
