import Diagnostics

/// Resolves the escapes of string and bytes literals.
///
/// Source of the rules: CPython 3.11, Objects/unicodeobject.c `_PyUnicode_DecodeUnicodeEscapeInternal` and
/// Objects/bytesobject.c `_PyBytes_DecodeEscape`.
struct EscapeDecoder {
    let source: Source
    let isBytes: Bool
    /// The value so far, in WTF-8, or plain bytes.
    var output: [UInt8] = []
    var hasSurrogates = false
    var diagnostics: [Diagnostic] = []

    init(_ source: Source, isBytes: Bool) {
        self.source = source
        self.isBytes = isBytes
    }

    /// Appends the value of `range`. `\r\n` and `\r` in the source read as `\n`, as CPython reads every file.
    mutating func append(_ range: Range<Int>, isRaw: Bool) {
        let bytes = source.bytes
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\"), !isRaw {
                place = appendEscape(bytes, place, range.upperBound)
            } else if byte == UInt8(ascii: "\r") {
                place += 1
                if place < range.upperBound, bytes[place] == UInt8(ascii: "\n") { place += 1 }
                output.append(UInt8(ascii: "\n"))
            } else {
                if isBytes, byte >= 0x80 {
                    diagnostics.append(.bytesNotASCII(source: source, span: Span(place, place + 1)))
                    return
                }
                output.append(byte)
                place += 1
            }
        }
    }

    /// Appends the value of the escape at `start`; returns where the text goes on.
    private mutating func appendEscape(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        let place = start + 1
        // An f-string's literal may end with a backslash, before a field: it stands for itself.
        guard place < end else {
            output.append(UInt8(ascii: "\\"))
            return place
        }
        let byte = bytes[place]
        if let simple = Self.simple(byte) {
            output.append(simple)
            return place + 1
        }
        switch byte {
        case UInt8(ascii: "\n"):
            return place + 1
        case UInt8(ascii: "\r"):
            return place + 1 < end && bytes[place + 1] == UInt8(ascii: "\n") ? place + 2 : place + 1
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value: UInt32 = 0
            var next = place
            while next < end, next < place + 3, bytes[next] & 0xF8 == 0x30 {
                value = value << 3 | UInt32(bytes[next] & 7)
                next += 1
            }
            if isBytes { output.append(UInt8(truncatingIfNeeded: value)) } else { append(scalar: value) }
            return next
        case UInt8(ascii: "x"): return appendHexadecimal(bytes, start, end, digits: 2)
        case UInt8(ascii: "u") where !isBytes: return appendHexadecimal(bytes, start, end, digits: 4)
        case UInt8(ascii: "U") where !isBytes: return appendHexadecimal(bytes, start, end, digits: 8)
        case UInt8(ascii: "N") where !isBytes: return appendNamed(bytes, start, end)
        default:
            // An unknown escape keeps its backslash.
            output.append(UInt8(ascii: "\\"))
            return place
        }
    }

    private static func simple(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): byte
        case UInt8(ascii: "a"): 7
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "v"): 11
        default: nil
        }
    }

    private mutating func appendHexadecimal(_ bytes: [UInt8], _ start: Int, _ end: Int, digits: Int) -> Int {
        var value: UInt32 = 0
        var place = start + 2
        let wanted = place + digits
        while place < end, place < wanted, let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue {
            value = value << 4 | UInt32(digit)
            place += 1
        }
        if place < wanted {
            fail("`\\\(Unicode.Scalar(bytes[start + 1]))` needs \(digits) hexadecimal digits", start, place)
        } else if value > 0x10FFFF {
            fail("no character has the number \(String(value, radix: 16, uppercase: true))", start, place)
        } else if isBytes {
            output.append(UInt8(truncatingIfNeeded: value))
        } else {
            append(scalar: value)
        }
        return place
    }

    private mutating func appendNamed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard start + 2 < end, bytes[start + 2] == UInt8(ascii: "{"),
            let close = bytes[(start + 3)..<end].firstIndex(of: UInt8(ascii: "}")), close > start + 3
        else {
            fail("`\\N` needs the name of a character in braces", start, min(start + 2, end))
            return start + 2
        }
        let name = String(decoding: bytes[(start + 3)..<close], as: UTF8.self)
        if let scalar = CharacterNames.scalar(named: name) {
            append(scalar: scalar.value)
        } else {
            fail("no character is named `\(name.prefix(80))`", start, close + 1)
        }
        return close + 1
    }

    private mutating func fail(_ message: String, _ start: Int, _ end: Int) {
        // The parser keeps no more; a literal of a megabyte may hold many.
        guard diagnostics.count <= ParserLimits.default.diagnostics else { return }
        diagnostics.append(.invalidEscape(message, source: source, span: Span(start, end)))
    }

    /// Appends a code point; lone surrogates too, each as three bytes, never joined: Python does not join them either.
    private mutating func append(scalar value: UInt32) {
        if value < 0x80 {
            output.append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            output.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            output.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        } else if value < 0x10000 {
            if (0xD800...0xDFFF).contains(value) { hasSurrogates = true }
            output.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            output.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            output.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        } else {
            output.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            output.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
            output.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            output.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        }
    }
}
