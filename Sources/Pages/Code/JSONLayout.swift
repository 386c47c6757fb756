/// JSON laid out over lines.
enum JSONLayout {
    /// `json` with a member or element on each line, two blanks for each level. Names, numbers and texts stay as they are; what is
    /// no JSON is laid out too, after a fashion. O(bytes · depth), the depth of the indentation being at most ``indentMax``.
    static func lines(of json: String) -> String {
        var layout = Writer()
        for byte in json.utf8 { layout.write(byte) }
        return String(decoding: layout.bytes, as: UTF8.self)
    }

    /// Levels that are told apart by their indentation.
    static let indentMax = 64

    private struct Writer {
        var bytes: [UInt8] = []
        private var depth = 0
        private var isText = false
        private var isEscaped = false
        /// Whether a bracket was opened and nothing has followed.
        private var isFresh = false

        mutating func write(_ byte: UInt8) {
            if isText {
                bytes.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                return
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth = max(0, depth - 1)
                if !isFresh { breakLine() }
                isFresh = false
                return bytes.append(byte)
            default: break
            }
            if isFresh {
                breakLine()
                isFresh = false
            }
            bytes.append(byte)
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isFresh = true
            case UInt8(ascii: ","): breakLine()
            case UInt8(ascii: ":"): bytes.append(UInt8(ascii: " "))
            default: break
            }
        }

        private mutating func breakLine() {
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * min(depth, JSONLayout.indentMax)))
        }
    }
}
