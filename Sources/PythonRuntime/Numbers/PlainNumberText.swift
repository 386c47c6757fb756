/// Text that a number is read from, in ASCII: digits and spaces of every script become ASCII's, the rest `?`.
struct PlainNumberText {
    var bytes: [UInt8]

    init(_ text: PythonText) {
        var bytes: [UInt8] = []
        // ASCII stays as it is: U+001C to U+001F are spaces to `str.isspace`, not to CPython's number parser.
        guard !text.isASCII else {
            self.bytes = Array(text.bytes)
            return
        }
        bytes.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            let (codePoint, next) = text.codePoint(at: offset)
            offset = next
            if UnicodeTables.properties(of: codePoint).contains(.space) {
                bytes.append(0x20)
            } else if codePoint < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: codePoint))
            } else if let value = UnicodeTables.decimalValue(of: codePoint) {
                bytes.append(0x30 + value)
            } else {
                bytes.append(UInt8(ascii: "?"))
            }
        }
        self.bytes = bytes
    }
}
