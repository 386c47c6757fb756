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

        /// Bytes that an item, and each of its strings, is taken to need beside its contents.
        package static let overhead = 64

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
        /// The items of the store take ``bytesMax`` bytes, or those that the rule wrote last ``shareBytesMax``.
        case full
        /// The counter would leave 64 bits.
        case counterOverflow
    }

    /// Bytes of one item, key included: DynamoDB's limit.
    package static let itemBytesMax = 400 * 1024
    /// Bytes of all items of one store, keys included, counting ``Item/overhead`` for each.
    package static let bytesMax = 256 << 20
    /// Bytes of those that the rules of one space wrote last.
    package static let shareBytesMax = 32 << 20

    package private(set) var items: [Text: Item] = [:]
    /// Bytes of ``items``, as ``bytesMax`` counts them.
    package private(set) var byteCount = 0
    /// Who wrote an item last, where it was a rule of this process; and what those items take of ``shareBytesMax``.
    private var writers: [Text: ModuleSpace] = [:]
    private var written: [ModuleSpace: Int] = [:]
    /// Keys written or removed since ``takeChanges()``.
    package private(set) var changes: Set<Text> = []

    /// A store with these items: what an engine has loaded.
    package init(items: [Text: Item] = [:]) {
        self.items = items
        for (key, item) in items { byteCount += Self.size(key, item) }
    }

    /// What an item takes of ``bytesMax``.
    private static func size(_ key: Text, _ item: Item) -> Int {
        key.count + item.byteCount + Item.overhead * (1 + (item.strings?.count ?? 0))
    }

    package var isEmpty: Bool { items.isEmpty }

    /// The item of a key.
    package subscript(key: Text) -> Item? { items[key] }

    /// Changes the item of a key, a new one if there is none, and keeps it only if it fits.
    ///
    /// `space` is that of the rule that writes. In a store that is full it may still write as long as its items take no more
    /// than `fairPart` bytes.
    package mutating func update(
        _ key: Text,
        for space: ModuleSpace = .common,
        fairPart: Int = 0,
        _ body: (inout Item) throws(Fault) -> Void
    ) throws(Fault) {
        let old = items[key]
        var item = old ?? Item()
        try body(&item)
        guard key.count + item.byteCount <= Self.itemBytesMax else { throw .itemTooLarge }
        let size = Self.size(key, item)
        let oldSize = old.map { Self.size(key, $0) } ?? 0
        let isOwn = writers[key] == space
        let own = (written[space] ?? 0) - (isOwn ? oldSize : 0) + size
        // What is too much already may still shrink.
        guard size <= oldSize || hasRoom(space, own: own, total: byteCount - oldSize + size, fairPart: fairPart) else {
            throw .full
        }
        byteCount += size - oldSize
        items[key] = item
        changes.insert(key)
        if !isOwn { forgetWriter(key, size: oldSize) }
        guard space != .common else { return }
        writers[key] = space
        written[space] = own
    }

    private func hasRoom(_ space: ModuleSpace, own: Int, total: Int, fairPart: Int) -> Bool {
        guard space != .common else { return total <= Self.bytesMax }
        return own <= Self.shareBytesMax && (total <= Self.bytesMax || own <= fairPart)
    }

    private mutating func forgetWriter(_ key: Text, size: Int) {
        guard let writer = writers.removeValue(forKey: key) else { return }
        written[writer, default: 0] -= size
    }

    /// Removes the item of a key.
    package mutating func remove(_ key: Text) {
        guard let removed = items.removeValue(forKey: key) else { return }
        let size = Self.size(key, removed)
        byteCount -= size
        forgetWriter(key, size: size)
        changes.insert(key)
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
