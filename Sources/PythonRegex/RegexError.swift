/// What Python raises as `re.error`: CPython 3.11's words and place.
package struct RegexError: Error, Hashable, Sendable {
    /// `error.msg`: the message without the place.
    package var message: String
    /// `error.pos`: characters (bytes in a bytes pattern) before the fault; nil where CPython gives none.
    package var position: Int?
    /// `error.lineno`, from 1.
    package var line: Int?
    /// `error.colno`, from 1.
    package var column: Int?
    /// Whether the text has more than one line, which is when CPython's text names line and column.
    var isMultiline: Bool

    /// An error without a place.
    init(_ message: String) {
        self.message = message
        isMultiline = false
    }

    /// An error before the character `position` of `text`.
    init(_ message: String, in text: [UInt32], at position: Int) {
        let newline = UInt32(UInt8(ascii: "\n"))
        // Python's `count(…, 0, pos)` reads a negative position from the end; positions here never are.
        let before = text.prefix(max(0, position))
        self.message = message
        self.position = position
        line = before.count { $0 == newline } + 1
        column = position - (before.lastIndex(of: newline) ?? -1)
        isMultiline = text.contains(newline)
    }

    /// `str(error)`: the message with ` at position 3`, and ` (line 1, column 4)` where the text has several lines.
    package var description: String {
        guard let position else { return message }
        guard isMultiline, let line, let column else { return "\(message) at position \(position)" }
        return "\(message) at position \(position) (line \(line), column \(column))"
    }
}
