/// A value of the machine: sixteen trivial bytes. Copying it costs nothing and keeps nothing alive.
///
/// Small things are in the payload; everything else is an offset within a region of the machine's ``Memory``,
/// never an address, so that a wrong value can at worst read other bytes of its own region.
@frozen
package struct Value: Sendable {
    /// An int, the bits of a float, a number of a table, or an offset in ``region``.
    package var payload: UInt64
    /// Strings and bytes: their length in bytes. Event nodes: unused.
    package var length: UInt32
    package var tag: Tag
    /// Bits 0–2 the region, bit 3 whether a string is ASCII, bit 4 whether the text has a prefix with hash and symbol.
    package var place: UInt8
    /// Checked mode: the generation of the region when the value was made.
    package var generation: UInt16

    @inlinable
    package init(tag: Tag, payload: UInt64 = 0, length: UInt32 = 0, place: UInt8 = 0, generation: UInt16 = 0) {
        self.payload = payload
        self.length = length
        self.tag = tag
        self.place = place
        self.generation = generation
    }
}

extension Value {
    @usableFromInline static let asciiFlag: UInt8 = 8
    @usableFromInline static let internedFlag: UInt8 = 16

    package static var unbound: Value { Value(tag: .unbound) }
    package static var none: Value { Value(tag: .none) }
    package static var ellipsis: Value { Value(tag: .ellipsis) }
    package static var notImplemented: Value { Value(tag: .notImplemented) }
    package static var `true`: Value { .bool(true) }
    package static var `false`: Value { .bool(false) }

    @inline(__always)
    package static func bool(_ value: Bool) -> Value { Value(tag: .bool, payload: value ? 1 : 0) }

    @inline(__always)
    package static func int(_ value: Int64) -> Value { Value(tag: .int, payload: UInt64(bitPattern: value)) }

    @inline(__always)
    package static func int(_ value: Int) -> Value { .int(Int64(value)) }

    @inline(__always)
    package static func float(_ value: Double) -> Value { Value(tag: .float, payload: value.bitPattern) }

    /// The builtin or library type numbered `number`.
    package static func type(_ number: TypeNumber) -> Value { Value(tag: .nativeType, payload: UInt64(number.raw)) }

    @inline(__always) package var region: Region.Name { Region.Name(bits: place) }
    /// Whether it lies in a region that is emptied when the event ends.
    @inline(__always) var isShortLived: Bool {
        let region = place & 7
        return region == 2 || region >= 4
    }
    @inline(__always) package var isUnbound: Bool { tag == .unbound }
    @inline(__always) package var isNone: Bool { tag == .none }
    @inline(__always) package var isString: Bool { tag == .string }
    /// For strings only: whether every byte is below 128.
    @inline(__always) package var isASCII: Bool { place & Value.asciiFlag != 0 }
    @inline(__always) package var isInterned: Bool { place & Value.internedFlag != 0 }
    /// For a bool only.
    @inline(__always) package var boolValue: Bool { payload != 0 }
    /// For ints and bools only.
    @inline(__always) package var intValue: Int64 { Int64(bitPattern: payload) }
    /// For a float only.
    @inline(__always) package var floatValue: Double { Double(bitPattern: payload) }
    /// For values in a region: where in it. Offsets are below 2³², as regions are at most 4 GiB.
    @inline(__always) package var offset: Int { Int(truncatingIfNeeded: payload) }

    /// Whether it is an int or a bool, which is one.
    @inline(__always) package var isIntegral: Bool { tag == .int || tag == .bool }

    /// The same object: what `is` compares. Strings are the same if they are the same bytes in the same place.
    @inline(__always)
    package func isIdentical(to other: Value) -> Bool {
        payload == other.payload && tag == other.tag && length == other.length && (place ^ other.place) & 7 == 0
    }
}

/// The number of a type in the machine's table: those of ``Tag`` first, then the library's.
package struct TypeNumber: Hashable, Sendable {
    package let raw: UInt16
    package init(_ raw: UInt16) { self.raw = raw }
    package init(_ tag: Tag) { raw = UInt16(tag.rawValue) }
}
