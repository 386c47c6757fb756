/// A string token taken apart: prefix, quotes and the text between them.
struct StringParts {
    let isRaw: Bool
    let isBytes: Bool
    let isFormatted: Bool
    let isUnicode: Bool
    /// The quotes' byte, `"` or `'`.
    let quote: UInt8
    let isTriple: Bool
    /// The bytes between the quotes, in the source.
    let content: Range<Int>

    /// Takes the token at `range` of `bytes` apart; the lexer has checked it.
    init(_ bytes: [UInt8], range: Range<Int>) {
        var place = range.lowerBound
        var (raw, binary, formatted) = (false, false, false)
        while place < range.upperBound, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") {
            switch bytes[place] | 0x20 {
            case UInt8(ascii: "r"): raw = true
            case UInt8(ascii: "b"): binary = true
            case UInt8(ascii: "f"): formatted = true
            default: break
            }
            place += 1
        }
        isRaw = raw
        isBytes = binary
        isFormatted = formatted
        // CPython looks for the small letter only.
        isUnicode = range.lowerBound < range.upperBound && bytes[range.lowerBound] == UInt8(ascii: "u")
        quote = place < range.upperBound ? bytes[place] : 0
        let width = range.upperBound - place
        isTriple = width >= 6 && bytes[place + 1] == quote && bytes[place + 2] == quote
        let quotes = isTriple ? 3 : 1
        content =
            min(
                place + quotes,
                range.upperBound
            )..<max(range.upperBound - quotes, min(place + quotes, range.upperBound))
    }
}
