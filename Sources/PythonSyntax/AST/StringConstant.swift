/// The value of a string literal, adjacent literals joined, escapes resolved.
///
/// Compared by code points as Python does, where Swift's `String` calls canonically equivalent texts equal.
package struct StringConstant: Sendable {
    /// WTF-8: UTF-8 that may also hold lone surrogates, each as three bytes. (`"\ud800"` is legal Python.)
    package let bytes: [UInt8]
    /// Whether there is a lone surrogate, so that ``bytes`` are not UTF-8.
    package let hasSurrogates: Bool
    /// Whether the first literal has the prefix `u` (CPython's `kind`). No part of the value.
    package let hasUnicodePrefix: Bool

    /// A string of WTF-8 `bytes`, which the caller has checked.
    package init(bytes: [UInt8], hasSurrogates: Bool = false, hasUnicodePrefix: Bool = false) {
        self.bytes = bytes
        self.hasSurrogates = hasSurrogates
        self.hasUnicodePrefix = hasUnicodePrefix
    }

    /// The value as text, each lone surrogate replaced by U+FFFD. O(length).
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension StringConstant: Hashable {
    /// Equal code points.
    package static func == (left: StringConstant, right: StringConstant) -> Bool { left.bytes == right.bytes }

    /// Over the code points.
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
