/// A text that equals only texts of the same bytes.
///
/// Swift takes canonically equivalent texts for equal, such as a wide blank of U+2000 and one of U+2002, which rules look for as two
/// things, and which databases keep as two. Whatever is counted by a text is counted by this.
package struct ExactText: Hashable, Sendable {
    /// The text.
    package let text: String

    /// A text.
    package init(_ text: String) { self.text = text }

    package static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        // Two texts after one another are not one.
        hasher.combine(UInt8(0xFF))
    }
}
