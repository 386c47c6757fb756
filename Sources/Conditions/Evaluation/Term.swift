/// Finds terms in a text.
///
/// Source: Microsoft's page "String operators" of KQL, "What is a term?".
enum Term {
    /// Whether `term` stands in `text` so that no letter or digit goes on beside it, on the sides that `part` says. Where its own
    /// end is no letter or digit, whatever is beside it does not go on. O(length of both, multiplied).
    static func isIn(_ text: UnsafeRawBufferPointer, _ term: UnsafeRawBufferPointer, _ part: TermPart) -> Bool {
        guard let first = term.first, let last = term.last else { return true }
        guard term.count <= text.count else { return false }
        let beginsOpen = part == .suffix || !isAlphanumeric(first)
        let endsOpen = part == .prefix || !isAlphanumeric(last)
        for start in 0...(text.count - term.count) where text[start] == first {
            if !beginsOpen, start > 0, isAlphanumeric(text[start - 1]) { continue }
            let end = start + term.count
            if !endsOpen, end < text.count, isAlphanumeric(text[end]) { continue }
            if UnsafeRawBufferPointer(rebasing: text[start..<end]).elementsEqual(term) { return true }
        }
        return false
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
