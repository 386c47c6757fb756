/// Pairs in the order they were written.
package struct DataMap: Sendable, Equatable {
    /// A key with its value.
    package struct Entry: Sendable, Equatable {
        /// Usually a text; YAML allows any scalar.
        package var key: DataNode
        /// What the key stands for.
        package var value: DataNode

        /// A pair.
        package init(key: DataNode, value: DataNode) {
            self.key = key
            self.value = value
        }
    }

    /// The pairs; no key occurs twice.
    package var entries: [Entry]

    /// A map of pairs whose keys the caller knows to differ.
    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// The value of the text key that is `key` byte for byte. O(count).
    package subscript(key: String) -> DataNode? { entry(key)?.value }

    /// The pair of the text key that is `key` byte for byte. O(count).
    package func entry(_ key: String) -> Entry? {
        entries.first { entry in
            guard case .string(let name) = entry.key.value else { return false }
            return name.hasBytes(of: key)
        }
    }
}
