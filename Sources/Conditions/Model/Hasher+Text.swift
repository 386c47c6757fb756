extension Hasher {
    /// Feeds a text byte for byte: Swift's own hash of a text agrees with its `==`, which takes canonically equivalent texts
    /// for equal.
    mutating func combine(bytesOf text: String) {
        var text = text
        combine(text.utf8.count)
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
