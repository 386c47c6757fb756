import PythonRegex

/// Python's `fnmatch` patterns.
package enum Wildcard {
    /// The regular expression of a pattern, as `fnmatch.translate` means it (CPython 3.11, `Lib/fnmatch.py`): to be
    /// matched from the beginning to the end.
    static func pattern(of glob: String) -> String {
        let scalars = Array(glob.unicodeScalars)
        var result = "(?s:"
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "*":
                // Several stars are one.
                while index < scalars.count, scalars[index] == "*" { index += 1 }
                result += ".*"
            case "?": result += "."
            case "[":
                guard let end = endOfClass(scalars, from: index) else {
                    result += "\\["
                    continue
                }
                result += characterClass(scalars[index..<end])
                index = end + 1
            default: result += escaped(scalar)
            }
        }
        return result + ")\\Z"
    }

    /// The place of the bracket that ends a class; one right at its beginning, or after `!`, is part of it.
    private static func endOfClass(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start
        if index < scalars.count, scalars[index] == "!" { index += 1 }
        if index < scalars.count, scalars[index] == "]" { index += 1 }
        while index < scalars.count, scalars[index] != "]" { index += 1 }
        return index < scalars.count ? index : nil
    }

    private static func characterClass(_ content: ArraySlice<Unicode.Scalar>) -> String {
        let isInverted = content.first == "!"
        let characters = isInverted ? Array(content.dropFirst()) : Array(content)
        var ranges = ""
        var index = 0
        while index < characters.count {
            if index + 2 < characters.count, characters[index + 1] == "-" {
                // A range that runs backwards holds nothing.
                if characters[index] <= characters[index + 2] {
                    ranges += classEscaped(characters[index]) + "-" + classEscaped(characters[index + 2])
                }
                index += 3
            } else {
                ranges += classEscaped(characters[index])
                index += 1
            }
        }
        if ranges.isEmpty { return isInverted ? "." : "(?!)" }
        return "[" + (isInverted ? "^" : "") + ranges + "]"
    }

    private static func classEscaped(_ scalar: Unicode.Scalar) -> String {
        #"\]^[&~|-"#.unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(Character(scalar))
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        #"()[]{}?*+-|^$\.&~# "#.unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(Character(scalar))
    }

    /// Bytes of no text, for the signs of a pattern.
    static let anyText: UInt8 = 0xFF
    static let anyCharacter: UInt8 = 0xFE

    /// A pattern in which any text and any character are bytes of their own, and all else stands for itself: for
    /// ``matchesBytes(_:_:)``. Nil if it has a class of more than one character.
    static func bytes(of glob: String, isFolded: Bool) -> [UInt8]? {
        var result: [UInt8] = []
        var plain = ""
        func flush() {
            result += isFolded ? CaseFolding.folded(plain) : Array(plain.utf8)
            plain = ""
        }
        let scalars = Array(glob.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "*", "?":
                flush()
                let sign = scalar == "*" ? anyText : anyCharacter
                if sign == anyCharacter || result.last != anyText { result.append(sign) }
            case "[":
                guard let end = endOfClass(scalars, from: index) else {
                    plain.unicodeScalars.append(scalar)
                    continue
                }
                guard end == index + 1, scalars[index] != "!" else { return nil }
                plain.unicodeScalars.append(scalars[index])
                index = end + 1
            default: plain.unicodeScalars.append(scalar)
            }
        }
        flush()
        return result
    }

    /// The longest row of characters that every text has which a pattern matches; nil where none is long enough to tell texts apart, or
    /// where case is not noticed and it is not ASCII.
    static func longestPart(of glob: String, isFolded: Bool) -> [UInt8]? {
        guard let pattern = bytes(of: glob, isFolded: isFolded) else { return nil }
        let rows = pattern.split { $0 == anyText || $0 == anyCharacter }
        let usable = rows.filter { row in !isFolded || row.allSatisfy { $0 < 0x80 } }
        guard let longest = usable.max(by: { $0.count < $1.count }), longest.count >= Pattern.certainPartMin else {
            return nil
        }
        return Array(longest)
    }

    /// Whether any text may stand before and after what a pattern of ``bytes(of:isFolded:)`` looks for.
    static func isOpen(_ pattern: UnsafeRawBufferPointer) -> Bool {
        pattern.first == anyText && pattern.last == anyText
    }

    /// A text as a pattern that nothing but the text matches.
    package static func escaping(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "*?[".unicodeScalars.contains(scalar) {
                result += "[\(scalar)]"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether `text` matches a pattern of ``bytes(of:isFolded:)``: see ``matches(_:_:)``.
    static func matchesBytes(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Bool {
        matches(text, pattern, anyText: anyText, anyCharacter: anyCharacter)
    }

    /// Whether `text` matches a pattern of `*` and `?` only, from beginning to end; a `?` is a character of whatever bytes.
    ///
    /// On a mismatch it goes back to the last star and lets it take one byte more: O(text · pattern), no recursion.
    static func matches(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Bool {
        matches(text, pattern, anyText: UInt8(ascii: "*"), anyCharacter: UInt8(ascii: "?"))
    }

    @inline(__always)
    private static func matches(
        _ text: UnsafeRawBufferPointer,
        _ pattern: UnsafeRawBufferPointer,
        anyText: UInt8,
        anyCharacter: UInt8
    ) -> Bool {
        var position = 0
        var place = 0
        var star = -1
        var starPosition = 0
        while position < text.count {
            if place < pattern.count, pattern[place] == anyText {
                star = place
                starPosition = position
                place += 1
            } else if place < pattern.count, pattern[place] == anyCharacter {
                position += 1
                while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
                place += 1
            } else if place < pattern.count, pattern[place] == text[position] {
                position += 1
                place += 1
            } else if star >= 0 {
                starPosition += 1
                while starPosition < text.count, text[starPosition] & 0xC0 == 0x80 { starPosition += 1 }
                position = starPosition
                place = star + 1
            } else {
                return false
            }
        }
        while place < pattern.count, pattern[place] == anyText { place += 1 }
        return place == pattern.count
    }
}
