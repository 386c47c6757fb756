/// What names of items may look like.
enum Identifier {
    /// Whether `text` names an item: not empty, and none of `<>&"%`.
    static func isValid(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains { "<>&\"%".utf8.contains($0) }
    }

    /// Whether `text` names a prompt: lower-case ASCII letters, digits and `_`, a letter first.
    static func isValidPromptName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
