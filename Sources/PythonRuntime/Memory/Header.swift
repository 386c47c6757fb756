/// The first sixteen bytes of every object in a region.
///
/// Most objects are *records*: the header and then `count` values. Lists, dictionaries, sets and big integers have
/// layouts of their own.
struct Header {
    var kind: Tag
    var flags: UInt8
    /// Library objects, iterators, classes: the number of their type.
    var type: UInt16
    /// Values that follow (records), elements (lists, dictionaries), words (big integers).
    var count: UInt32
    /// Of the kind's own use; where the object went, once it has been moved.
    var extra: UInt64

    static let size = 16
    /// The object has been moved to `extra`.
    static let forwarded: UInt8 = 1
    /// The object lies in the heap and is in the list of those that may point into the arena.
    static let remembered: UInt8 = 2
    /// A big integer below zero.
    static let negative: UInt8 = 4
    /// A class whose instances are exceptions.
    static let exceptionClass: UInt8 = 8
    /// A class of the library, which rules cannot change.
    static let frozen: UInt8 = 16
    /// A dictionary of attributes, which are looked up without a charge.
    static let namespace: UInt8 = 32
    /// A class that has hooks of the library, itself or by a base: `Machine+ClassHooks.swift`.
    static let hooked: UInt8 = 64
}
