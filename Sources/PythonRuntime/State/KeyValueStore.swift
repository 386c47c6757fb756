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

    /// Bytes of all items, as ``bytesMax`` counts them.
    package private(set) var byteCount = 0
    private var entries: [Key: Entry] = [:]
    /// What the items that the rules of each space wrote last take of ``shareBytesMax``.
    private var written: [ModuleSpace: Int] = [:]
    private var changes: Set<Key> = []

    /// A key that is hashed as a whole, not byte by byte.
    private struct Key: Hashable {
        let text: Text

        func hash(into hasher: inout Hasher) { text.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    private struct Entry {
        var item: Item
        /// What it takes of ``bytesMax``.
        var size: Int
        /// Who wrote it last, where it was a rule of this process.
        var writer: ModuleSpace?
    }

    /// A store with these items: what an engine has loaded.
    package init(items: [Text: Item] = [:]) {
        for (key, item) in items {
            let size = Self.size(key, item)
            byteCount += size
            entries[Key(text: key)] = Entry(item: item, size: size)
        }
    }

    /// What an item takes of ``bytesMax``.
    private static func size(_ key: Text, _ item: Item) -> Int {
        key.count + item.byteCount + Item.overhead * (1 + (item.strings?.count ?? 0))
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// All items. O(items).
    package var items: [Text: Item] {
        Dictionary(uniqueKeysWithValues: entries.map { ($0.key.text, $0.value.item) })
    }

    /// The item of a key.
    package subscript(key: Text) -> Item? { entries[Key(text: key)]?.item }

    /// Changes the item of a key, a new one if there is none, and keeps it only if it fits.
    ///
    /// `space` is that of the rule that writes. In a store that is full it may still write as long as its items take no more
    /// than `fairPart` bytes.
    package mutating func update(
        _ text: Text,
        for space: ModuleSpace = .common,
        fairPart: Int = 0,
        _ body: (inout Item) throws(Fault) -> Void
    ) throws(Fault) {
        let key = Key(text: text)
        var entry = entries[key] ?? Entry(item: Item(), size: 0)
        try body(&entry.item)
        guard text.count + entry.item.byteCount <= Self.itemBytesMax else { throw .itemTooLarge }
        let (size, oldSize) = (Self.size(text, entry.item), entry.size)
        let isOwn = entry.writer == space
        let own = (written[space] ?? 0) - (isOwn ? oldSize : 0) + size
        // What is too much already may still shrink.
        guard size <= oldSize || hasRoom(space, own: own, total: byteCount - oldSize + size, fairPart: fairPart) else {
            throw .full
        }
        byteCount += size - oldSize
        changes.insert(key)
        entry.size = size
        if !isOwn, let writer = entry.writer { written[writer, default: 0] -= oldSize }
        entry.writer = space == .common ? nil : space
        if space != .common { written[space] = own }
        entries[key] = entry
    }

    private func hasRoom(_ space: ModuleSpace, own: Int, total: Int, fairPart: Int) -> Bool {
        guard space != .common else { return total <= Self.bytesMax }
        return own <= Self.shareBytesMax && (total <= Self.bytesMax || own <= fairPart)
    }

    /// Removes the item of a key.
    package mutating func remove(_ text: Text) {
        let key = Key(text: text)
        guard let removed = entries.removeValue(forKey: key) else { return }
        byteCount -= removed.size
        if let writer = removed.writer { written[writer, default: 0] -= removed.size }
        changes.insert(key)
    }

    /// Removes what expired before `time`: the sweep that DynamoDB does within two days. O(items).
    package mutating func removeExpired(before time: Int64) {
        for (key, entry) in entries where (entry.item.expiresAt ?? .max) < time { remove(key.text) }
    }

    /// The keys written or removed since the last call, in order of their bytes.
    package mutating func takeChanges() -> [Text] {
        defer { changes.removeAll(keepingCapacity: true) }
        return changes.map(\.text).sorted { $0.lexicographicallyPrecedes($1) }
    }
}
