extension Pattern {
    /// `re.escape`: a backslash before every ASCII character that means something in a pattern, in either kind.
    package static func escape(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            if special.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return result
    }

    /// Source: `_special_chars_map` of CPython 3.11's `re/__init__.py`.
    private static let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}".utf8)
}
