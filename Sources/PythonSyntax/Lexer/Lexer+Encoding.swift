import Diagnostics

extension Lexer {
    /// Skips a byte order mark, obeys an encoding cookie (PEP 263) and checks that the text is UTF-8.
    mutating func readEncoding() {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if hasMark { offset = 3 }
        if let cookie = encodingCookie() {
            let name = cookie.name.lowercased().map { $0 == "_" ? "-" : $0 }.reduce(into: "") { $0.append($1) }
            // After a byte order mark CPython takes no other spelling.
            let isUTF8 = name == "utf-8" || name.hasPrefix("utf-8-") || (name == "utf8" && !hasMark)
            // The others agree with UTF-8 on ASCII, so a text of ASCII alone means the same in all of them.
            let isSuperset =
                ["latin-1", "latin1", "iso-8859-1", "iso-8859-15", "ascii", "us-ascii", "cp1252", "windows-1252"]
                .contains(name) || name.hasPrefix("iso-8859-1-") || name.hasPrefix("latin-1-")
            if !isUTF8, hasMark || !isSuperset || bytes.contains(where: { $0 >= 0x80 }) {
                report(.unsupportedEncoding(cookie.name, source: source, span: cookie.span))
                return
            }
        }
        if let place = firstInvalidByte() {
            report(.invalidUTF8(bytes[place], source: source, span: Span(place, place + 1)))
        }
    }

    /// The `coding: name` or `coding=name` in a comment on one of the first two lines, the first blank or a comment.
    private func encodingCookie() -> (name: String, span: Span)? {
        var place = offset
        for _ in 0..<2 {
            let line = bytes[place..<end].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0C }
            if let first = text.first, first != UInt8(ascii: "#") { return nil }
            if let cookie = cookie(in: text) { return cookie }
            place = line.endIndex
            if place < end, bytes[place] == UInt8(ascii: "\r") { place += 1 }
            if place < end, bytes[place] == UInt8(ascii: "\n") { place += 1 }
        }
        return nil
    }

    private func cookie(in line: ArraySlice<UInt8>) -> (name: String, span: Span)? {
        let word = Array("coding".utf8)
        var place = line.startIndex
        while place + word.count < line.endIndex {
            defer { place += 1 }
            guard line[place...].starts(with: word) else { continue }
            let sign = line[place + word.count]
            guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { continue }
            let name = line[(place + word.count + 1)...]
                .drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                .prefix {
                    isNameByte($0) && $0 < 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                }
            if name.isEmpty { continue }
            return (String(decoding: name, as: UTF8.self), Span(name.startIndex, name.endIndex))
        }
        return nil
    }

    /// The first byte that is not part of well-formed UTF-8 (Unicode, table 3-7).
    private func firstInvalidByte() -> Int? {
        var place = offset
        while place < end {
            let lead = bytes[place]
            if lead < 0x80 {
                place += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF:
                length = 3
                if lead == 0xE0 { second = 0xA0...0xBF }
                if lead == 0xED { second = 0x80...0x9F }
            case 0xF0...0xF4:
                length = 4
                if lead == 0xF0 { second = 0x90...0xBF }
                if lead == 0xF4 { second = 0x80...0x8F }
            default: return place
            }
            guard place + length <= end, second.contains(bytes[place + 1]) else { return place }
            for tail in bytes[(place + 2)..<(place + length)] where tail & 0xC0 != 0x80 { return place }
            place += length
        }
        return nil
    }
}
