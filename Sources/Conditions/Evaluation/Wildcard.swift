/// Python's `fnmatch` patterns.
enum Wildcard {
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

    /// Whether `text` matches a pattern of `*` and `?` only, from beginning to end; a `?` is a character of whatever bytes.
    ///
    /// On a mismatch it goes back to the last star and lets it take one byte more: O(text · pattern), no recursion.
    static func matches(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        var place = 0
        var star = -1
        var starPosition = 0
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = place
                starPosition = position
                place += 1
            } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") {
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
        while place < pattern.count, pattern[place] == UInt8(ascii: "*") { place += 1 }
        return place == pattern.count
    }
}
