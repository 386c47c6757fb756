import Diagnostics

/// Reads what a string's text stands for.
struct StringDecoder {
    /// What the string says.
    private(set) var value: [UInt8] = []
    /// Whether it is kept out of logs: `h"…"`.
    private(set) var isObfuscated = false
    /// Escapes that KQL does not know, taken as they are written.
    private(set) var unknownEscapes: [Span] = []

    /// Decodes the token at `span`, prefixes and quotes included.
    init(_ source: Source, _ span: Span) {
        var start = span.start
        let bytes = source.bytes
        if bytes[start] | 0x20 == UInt8(ascii: "h") {
            isObfuscated = true
            start += 1
        }
        let isVerbatim = bytes[start] == UInt8(ascii: "@")
        if isVerbatim { start += 1 }
        let quote = bytes[start]
        if quote == UInt8(ascii: "`") || quote == UInt8(ascii: "~") {
            value = Array(bytes[(start + 3)..<max(start + 3, span.end - 3)])
        } else if isVerbatim {
            decodeVerbatim(bytes, start + 1, span.end - 1, quote)
        } else {
            decode(bytes, start + 1, span.end - 1)
        }
    }

    private mutating func decodeVerbatim(_ bytes: [UInt8], _ start: Int, _ end: Int, _ quote: UInt8) {
        var place = start
        while place < end {
            value.append(bytes[place])
            // A doubled quote is one.
            place += bytes[place] == quote ? 2 : 1
        }
    }

    private mutating func decode(_ bytes: [UInt8], _ start: Int, _ end: Int) {
        var place = start
        while place < end {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "\\"), place < end else {
                value.append(byte)
                continue
            }
            let letter = bytes[place]
            place += 1
            switch letter {
            case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): value.append(letter)
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "r"): value.append(0x0D)
            case UInt8(ascii: "t"): value.append(0x09)
            case UInt8(ascii: "a"): value.append(0x07)
            case UInt8(ascii: "b"): value.append(0x08)
            case UInt8(ascii: "f"): value.append(0x0C)
            case UInt8(ascii: "v"): value.append(0x0B)
            case UInt8(ascii: "0")...UInt8(ascii: "7"):
                place -= 1
                place += append(number: bytes, place, end, digits: 3, radix: 8) ?? 1
            case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
                let count = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
                guard let length = append(number: bytes, place, end, digits: count, radix: 16), length == count else {
                    keep(letter, place)
                    continue
                }
                place += count
            default: keep(letter, place)
            }
        }
    }

    /// Takes an escape that means nothing as it is written; `place` is after its letter.
    private mutating func keep(_ letter: UInt8, _ place: Int) {
        unknownEscapes.append(Span(place - 2, place))
        value += [UInt8(ascii: "\\"), letter]
    }

    /// Appends the character with the number at `place`; says how many digits it has. Nil where there is no such character.
    private mutating func append(number bytes: [UInt8], _ place: Int, _ end: Int, digits: Int, radix: UInt32) -> Int? {
        var number: UInt32 = 0
        var length = 0
        while length < digits, place + length < end {
            guard let digit = Character(UnicodeScalar(bytes[place + length])).hexDigitValue, digit < Int(radix) else {
                break
            }
            let (next, overflows) = number.multipliedReportingOverflow(by: radix)
            guard !overflows else { return nil }
            number = next + UInt32(digit)
            length += 1
        }
        guard length > 0, radix == 8 || length == digits, let scalar = UnicodeScalar(number) else { return nil }
        value += String(Character(scalar)).utf8
        return length
    }
}
