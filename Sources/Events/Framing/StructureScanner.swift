/// Follows strings and brackets through JSON text, whatever the chunks it comes in, to find where a value ends.
///
/// It checks no grammar: the tape does that with each event. A string ends at a raw line feed, which JSON does not allow
/// in one, so that a quote too few spoils one event and not the rest of the input.
struct StructureScanner {
    /// Why scanning stopped.
    enum Stop {
        /// The window is used up.
        case needsMore
        /// The outermost bracket is closed; the position is after it.
        case closed
        /// At a `,` or `]` outside all brackets; the position is at it.
        case separator
        /// After the `[` of the outermost object's member `Records`.
        case records
        /// At a bracket that no JSON text can have here.
        case unbalanced
        /// At a bracket that begins a line and another document: what was scanned is not closed. See ``LineStart``.
        case nextDocument
    }

    /// Which brackets at the start of a line begin another document, wherever they stand.
    enum LineStart {
        /// Those that no JSON text can have there.
        case misplaced
        /// All: nothing goes on behind its line.
        case any
    }

    /// What is scanned for.
    enum Purpose {
        /// The end of a document; ``Stop/records`` and ``Stop/unbalanced`` are reported.
        case document
        /// The end of an element of an array.
        case element
        /// The end of an object whose `Records` are done.
        case tail
    }

    private let purpose: Purpose
    private let lineStart: LineStart
    private var depth: Int
    private var isInString = false
    private var isEscaped = false
    /// The last byte outside strings that is not white space; a quote for a string.
    private var previous: UInt8 = 0
    /// How many bytes of ``recordsKey`` the key being scanned has matched; -1 for a string that is no such key.
    private var keyMatch = -1
    /// Whether what stands before is the key `Records`, or that and its colon.
    private var hasRecordsKey = false
    /// Whether a line begins at the position.
    private var beginsLine = false
    /// Line feeds scanned.
    private(set) var lineFeedCount = 0

    private static let recordsKey: StaticString = "Records"

    /// A scanner at the first byte of a document or an element, or after the records of an object.
    init(_ purpose: Purpose, lineStart: LineStart = .misplaced) {
        self.purpose = purpose
        self.lineStart = lineStart
        depth = purpose == .tail ? 1 : 0
    }

    /// Scans from `position`, moving it, to the first thing to report. Bytes after the window must be readable.
    mutating func scan(_ window: UnsafeRawBufferPointer, _ position: inout Int) -> Stop {
        guard let base = window.baseAddress else { return .needsMore }
        while position < window.count {
            if isInString {
                scanString(base, &position, end: window.count)
                continue
            }
            let byte = base.load(fromByteOffset: position, as: UInt8.self)
            let isFirstOfLine = beginsLine
            beginsLine = byte == UInt8(ascii: "\n")
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                let isKey = previous == UInt8(ascii: "{") || previous == UInt8(ascii: ",")
                keyMatch = purpose == .document && depth == 1 && isKey ? 0 : -1
                hasRecordsKey = false
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isFirstOfLine, lineStart == .any || !mayBeginValue { return .nextDocument }
                if purpose == .document, depth > 0, !mayBeginValue { return .unbalanced }
                let isRecords = hasRecordsKey && depth == 1 && byte == UInt8(ascii: "[")
                if isRecords, previous == UInt8(ascii: ":") {
                    position += 1
                    return .records
                }
                depth += 1
                previous = byte
                hasRecordsKey = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 {
                    if purpose == .element, byte == UInt8(ascii: "]") { return .separator }
                } else {
                    depth -= 1
                }
                previous = byte
                if depth == 0, purpose != .element {
                    position += 1
                    return .closed
                }
            case UInt8(ascii: ","):
                if depth == 0, purpose == .element { return .separator }
                previous = byte
            case UInt8(ascii: "\n"): lineFeedCount += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: ":"): previous = byte
            default:
                previous = byte
                hasRecordsKey = false
            }
            position += 1
        }
        return .needsMore
    }

    /// Whether what was scanned ends with the bracket that closes its first.
    var isComplete: Bool {
        depth == 0 && !isInString && (previous == UInt8(ascii: "}") || previous == UInt8(ascii: "]"))
    }

    private var mayBeginValue: Bool {
        previous == UInt8(ascii: "[") || previous == UInt8(ascii: ",") || previous == UInt8(ascii: ":")
    }

    /// Scans within a string, to its end or that of the window.
    @inline(__always)
    private mutating func scanString(_ base: UnsafeRawPointer, _ position: inout Int, end: Int) {
        if keyMatch < 0, !isEscaped {
            position += firstSpecialByte(base + position)
            guard position < end else {
                position = end
                return
            }
        }
        let byte = base.load(fromByteOffset: position, as: UInt8.self)
        position += 1
        if byte == UInt8(ascii: "\n") {
            lineFeedCount += 1
            beginsLine = true
            endString(isKey: false)
        } else if isEscaped {
            isEscaped = false
            keyMatch = -1
        } else if byte == UInt8(ascii: "\"") {
            endString(isKey: keyMatch == Self.recordsKey.utf8CodeUnitCount)
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if keyMatch >= 0 {
            let matches = keyMatch < Self.recordsKey.utf8CodeUnitCount && Self.recordsKey.utf8Start[keyMatch] == byte
            keyMatch = matches ? keyMatch + 1 : -1
        }
    }

    private mutating func endString(isKey: Bool) {
        isInString = false
        isEscaped = false
        previous = UInt8(ascii: "\"")
        hasRecordsKey = isKey
        keyMatch = -1
    }
}
