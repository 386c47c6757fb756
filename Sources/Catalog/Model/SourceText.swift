/// A file of a rule.
package struct SourceText: Codable, Hashable, Sendable {
    /// Relative to the collection.
    package var path: String
    /// For highlighting: `yaml`, `python`, `yara-l`, `kql`.
    package var language: String
    /// The text, at most ``bytesMax`` of it. Hostile: it may hold markup, terminal escapes and characters that turn the reading
    /// order.
    package var text: String
    /// Whether ``text`` is only the beginning.
    package var isCut: Bool

    /// Bytes of a file that a page shows.
    package static let bytesMax = 1 << 20

    /// A text that was cut already, if it had to be.
    package init(path: String, language: String, text: String, isCut: Bool) {
        self.path = path
        self.language = language
        self.text = text
        self.isCut = isCut
    }

    /// The beginning of a file. Bytes that are no UTF-8 are shown as U+FFFD. O(bytes).
    package init(path: String, language: String, bytes: [UInt8]) {
        self.path = path
        self.language = language
        isCut = bytes.count > Self.bytesMax
        var end = min(bytes.count, Self.bytesMax)
        // No character is cut in two.
        if isCut { while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 } }
        text = String(decoding: bytes[..<end], as: UTF8.self)
    }
}
