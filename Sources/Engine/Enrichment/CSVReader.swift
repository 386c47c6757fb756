/// Reads records of RFC 4180: fields between commas, lines end in `\n` or `\r\n`, quotes around fields that hold either, doubled
/// quotes inside them. A quote inside a bare field is a character like others.
struct CSVReader {
    private let bytes: [UInt8]
    private var position = 0
    /// The line on which the record read last began, from 1.
    private(set) var line = 0
    private var nextLine = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next record that is not an empty line; nil at the end. A quote that is not closed ends with the text.
    mutating func next() -> [[UInt8]]? {
        while position < bytes.count, bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") {
            if bytes[position] == UInt8(ascii: "\n") { nextLine += 1 }
            position += 1
        }
        guard position < bytes.count else { return nil }
        line = nextLine
        var fields: [[UInt8]] = []
        repeat {
            fields.append(field())
        } while takeComma()
        return fields
    }

    /// Passes a comma; false, and past the line's end, where there is none.
    private mutating func takeComma() -> Bool {
        guard position < bytes.count else { return false }
        let isComma = bytes[position] == UInt8(ascii: ",")
        if bytes[position] == UInt8(ascii: "\n") { nextLine += 1 }
        position += 1
        return isComma
    }

    private mutating func field() -> [UInt8] {
        var field: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    guard position < bytes.count, bytes[position] == byte else { break }
                    position += 1
                }
                if byte == UInt8(ascii: "\n") { nextLine += 1 }
                field.append(byte)
            }
        }
        while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != UInt8(ascii: "\n") {
            field.append(bytes[position])
            position += 1
        }
        // The end of a line from Windows.
        let isAtLineEnd = position == bytes.count || bytes[position] == UInt8(ascii: "\n")
        if isAtLineEnd, field.last == UInt8(ascii: "\r") { field.removeLast() }
        return field
    }
}
