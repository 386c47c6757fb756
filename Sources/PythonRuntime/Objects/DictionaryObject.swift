/// Dictionaries, sets and frozensets: entries in insertion order, and above eight of them an index by hash.
///
/// Sets use the same table with no values, so that all three iterate in the order of insertion: the same on each run.
struct DictionaryObject {
    /// `count` is the number of live entries; `extra` counts changes of the set of keys.
    var header: Header
    var entries: UInt64
    var index: UInt64
    /// Entries written, removed ones included.
    var used: UInt32
    var capacity: UInt32
    /// Size of the index less one; 0 without index.
    var indexMask: UInt32
    /// Every entry below this number has been removed.
    var clearedFront: UInt32 = 0

    static let size = 48
    /// Above this many entries there is an index.
    static let scannedMax = 8
    static let emptySlot = UInt32.max
}
