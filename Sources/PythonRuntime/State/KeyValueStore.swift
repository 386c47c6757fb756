/// What rules keep by key from event to event: counters, sets of strings, dictionaries, each with an expiry.
///
/// The semantics are those of one DynamoDB table as `panther_detection_helpers.caching` uses it: an item has up to
/// three columns that share one expiry, and an expired item is still there until something looks at its expiry. A plain
/// value: the engine copies it to keep it, and takes ``changes`` with each batch. Keys and strings are bytes (WTF-8).
package struct KeyValueStore: Sendable {
    package typealias Text = [UInt8]

    /// One item of the table.
    package struct Item: Hashable, Sendable {
        package var counter: Int64?
        /// In the order they were added; nil rather than empty.
        package var strings: [Text]?
        /// JSON text.
        package var dictionary: Text?
        /// Seconds since 1970.
        package var expiresAt: Int64?

        package init(
            counter: Int64? = nil,
            strings: [Text]? = nil,
            dictionary: Text? = nil,
            expiresAt: Int64? = nil
        ) {
            self.counter = counter
            self.strings = strings
            self.dictionary = dictionary
            self.expiresAt = expiresAt
        }

        /// Whether a conditional update finds it: it has an expiry that is not past. O(1).
        package func isLive(at now: Int64) -> Bool { expiresAt.map { $0 >= now } ?? false }

        /// Bytes of its columns.
        package var byteCount: Int {
            (counter == nil ? 0 : 8) + (expiresAt == nil ? 0 : 8) + (dictionary?.count ?? 0)
                + (strings ?? []).reduce(0) { $0 + $1.count }
        }
    }

    /// Why an item could not be written.
    package enum Fault: Error, Hashable, Sendable {
        /// Larger than ``itemBytesMax``.
        case itemTooLarge
        /// The store holds ``itemsMax`` items.
        case full
        /// The counter would leave 64 bits.
        case counterOverflow
    }

    /// Bytes of one item, key included: DynamoDB's limit.
    package static let itemBytesMax = 400 * 1024
    /// Items of one store.
    package static let itemsMax = 1 << 20

    package private(set) var items: [Text: Item] = [:]
    /// Keys written or removed since ``takeChanges()``.
    package private(set) var changes: Set<Text> = []

    /// A store with these items: what an engine has loaded.
    package init(items: [Text: Item] = [:]) { self.items = items }

    /// The item of a key.
    package subscript(key: Text) -> Item? { items[key] }

    /// Changes the item of a key, a new one if there is none, and keeps it only if it fits.
    package mutating func update(_ key: Text, _ body: (inout Item) throws(Fault) -> Void) throws(Fault) {
        let old = items[key]
        guard old != nil || items.count < Self.itemsMax else { throw .full }
        var item = old ?? Item()
        try body(&item)
        guard key.count + item.byteCount <= Self.itemBytesMax else { throw .itemTooLarge }
        items[key] = item
        changes.insert(key)
    }

    /// Removes the item of a key.
    package mutating func remove(_ key: Text) {
        if items.removeValue(forKey: key) != nil { changes.insert(key) }
    }

    /// Removes what expired before `time`: the sweep that DynamoDB does within two days. O(items).
    package mutating func removeExpired(before time: Int64) {
        for (key, item) in items where (item.expiresAt ?? .max) < time { remove(key) }
    }

    /// The keys changed since the last call, in order of their bytes.
    package mutating func takeChanges() -> [Text] {
        defer { changes.removeAll(keepingCapacity: true) }
        return changes.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
