extension Markup {
    /// Bytes that may begin something to escape; all others are copied.
    ///
    /// Escaping goes by bytes and not by characters: `"` and a combining accent are one `Character` that equals no `"`, and
    /// would end an attribute all the same.
    private static let suspects: [Bool] = (0...255).map { byte in
        switch byte {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F: true
        case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
        // First bytes of what ``isUnseen(_:)`` names.
        case 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
        default: false
        }
    }

    static func escape(_ text: String, spellsOut: Bool) -> String {
        let isPlain =
            text.utf8.withContiguousStorageIfAvailable { bytes in
                suspects.withUnsafeBufferPointer { suspects in bytes.allSatisfy { !suspects[Int($0)] } }
            } ?? false
        if isPlain { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            // HTML has no way to write it.
            case "\0": escaped.append(contentsOf: (spellsOut ? "⟨U+0000⟩" : "\u{FFFD}").unicodeScalars)
            case _ where spellsOut && isUnseen(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
                escaped.append(contentsOf: "⟨U+\(padding)\(digits)⟩".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Controls, characters without width, and those that turn the reading order. Joiners stay: words of Persian and
    /// Hindi and many emoji are spelled with them.
    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        // Soft hyphen; mark of direction in Arabic.
        case 0xAD, 0x061C: true
        // Space without width; marks, embeddings, overrides and isolates of direction; separators of lines; invisible operators.
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB: true
        // Tags: a second, invisible ASCII.
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
