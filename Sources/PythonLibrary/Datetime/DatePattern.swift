import Glibc
import Synchronization

/// A format of `strptime`, read once: a row of pieces, directives with the characters that they may match.
struct DatePattern: Sendable {
    let pieces: [Piece]

    enum Piece: Sendable {
        case literal(Unicode.Scalar)
        case space
        case directive(Unicode.Scalar, Alternatives)
    }

    /// What the characters of a number may be, one after the other.
    typealias Shape = [ClosedRange<UInt32>]

    /// What a directive matches, in the order to try.
    enum Alternatives: Sendable {
        /// Numbers.
        case shapes([Shape])
        /// Words, longest first.
        case words([[Unicode.Scalar]])
        /// `%z`.
        case zone
    }

    /// Formats that are remembered. A rule has a handful; one that makes them up has each read anew.
    static let knownMax = 64

    private static let formats = Mutex<[UInt64: KnownFormat]>([:])

    /// A format that was read, under a hash of its bytes: of two with the same one the last is remembered.
    private struct KnownFormat {
        var bytes: [UInt8]
        var pattern: DatePattern
    }

    /// The format of a text in UTF-8. Fails with the message of Python's ValueError.
    static func known(_ format: UnsafeRawBufferPointer) throws(CivilFault) -> DatePattern {
        let hash = hash(format)
        let known = formats.withLock { formats in
            formats[hash].flatMap { areEqual($0.bytes, format) ? $0.pattern : nil }
        }
        if let known { return known }
        let read = try DatePattern(String(decoding: format, as: UTF8.self))
        let entry = KnownFormat(bytes: Array(format), pattern: read)
        formats.withLock { formats in
            if formats.count >= knownMax { formats.removeAll() }
            formats[hash] = entry
        }
        return read
    }

    /// Tells formats apart, eight bytes at a time.
    private static func hash(_ format: UnsafeRawBufferPointer) -> UInt64 {
        var hash = UInt64(format.count)
        var offset = 0
        while offset < format.count {
            var word: UInt64 = 0
            if offset &+ 8 <= format.count {
                word = format.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            } else {
                for byte in format[offset...] { word = word << 8 | UInt64(byte) }
            }
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
            offset &+= 8
        }
        return hash
    }

    private static func areEqual(_ bytes: [UInt8], _ format: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == format.count, let base = format.baseAddress else { return bytes.count == format.count }
        return memcmp(bytes, base, bytes.count) == 0
    }

    private init(_ format: String) throws(CivilFault) {
        var pieces: [Piece] = []
        var expanded = Array(format.unicodeScalars)
        var seen: Set<Unicode.Scalar> = []
        var index = 0
        while index < expanded.count {
            let letter = expanded[index]
            index += 1
            if letter.properties.isWhitespace {
                if case .space? = pieces.last {} else { pieces.append(.space) }
                continue
            }
            guard letter == "%" else {
                pieces.append(.literal(letter))
                continue
            }
            guard index < expanded.count else { throw .init(text: "stray % in format '\(format)'") }
            let directive = expanded[index]
            index += 1
            if let whole = Self.composites[directive] {
                expanded.replaceSubrange(index..<index, with: Array(whole.unicodeScalars))
                continue
            }
            if directive == "%" {
                pieces.append(.literal("%"))
                continue
            }
            guard let alternatives = Self.alternatives(directive) else {
                // CPython has escaped what means something in a pattern by then, and takes the escape for the directive.
                let isEscaped =
                    directive.properties.isWhitespace || "\\.^$*+?(){}[]|".unicodeScalars.contains(directive)
                let bad = isEscaped ? "%" : String(directive)
                throw .init(text: "'\(bad)' is a bad directive in format '\(format)'")
            }
            guard seen.insert(directive).inserted else {
                throw .init(text: "redefinition of group name '\(directive)'")
            }
            pieces.append(.directive(directive, alternatives))
        }
        self.pieces = pieces
    }

    private static func alternatives(_ directive: Unicode.Scalar) -> Alternatives? {
        if directive == "z" { return .zone }
        if let shapes = shapes[directive] { return .shapes(shapes) }
        return names(directive).map { names in
            .words(names.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count })
        }
    }

    private static let composites: [Unicode.Scalar: String] = [
        "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S",
    ]

    /// Alternatives in the order they are tried; each is a row of ranges of characters, two letters a range.
    private static let shapes: [Unicode.Scalar: [Shape]] = spelledShapes.mapValues { shapes in
        shapes.map { shape in shape.map(range) }
    }

    private static let spelledShapes: [Unicode.Scalar: [[String]]] = [
        "d": [["33", "01"], ["12", "09"], ["00", "19"], ["19"], ["  ", "19"]],
        "f": (1...6).reversed().map { Array(repeating: "09", count: $0) },
        "H": [["22", "03"], ["01", "09"], ["09"]],
        "I": [["11", "02"], ["00", "19"], ["19"]],
        "G": [["09", "09", "09", "09"]],
        "j": [
            ["33", "66", "06"], ["33", "05", "09"], ["12", "09", "09"], ["00", "19", "09"], ["00", "00", "19"],
            ["19", "09"], ["00", "19"], ["19"],
        ],
        "m": [["11", "02"], ["00", "19"], ["19"]],
        "M": [["05", "09"], ["09"]],
        "S": [["66", "01"], ["05", "09"], ["09"]],
        "U": [["55", "03"], ["04", "09"], ["09"]],
        "W": [["55", "03"], ["04", "09"], ["09"]],
        "w": [["06"]],
        "u": [["17"]],
        "V": [["55", "03"], ["00", "19"], ["14", "09"], ["09"]],
        "y": [["09", "09"]],
        "Y": [["09", "09", "09", "09"]],
    ]

    private static func range(_ letters: String) -> ClosedRange<UInt32> {
        let values = letters.unicodeScalars.map(\.value)
        return (values.first ?? 0)...(values.last ?? 0)
    }

    /// The words of a directive, longest first; nil for one that is a number.
    static func names(_ directive: Unicode.Scalar) -> [String]? {
        switch directive {
        case "a": CivilText.days.map { String($0.prefix(3)).lowercased() }
        case "A": CivilText.days.map { $0.lowercased() }
        case "b": CivilText.months.map { String($0.prefix(3)).lowercased() }
        case "B": CivilText.months.map { $0.lowercased() }
        case "p": ["am", "pm"]
        case "Z": ["utc", "gmt"]
        default: nil
        }
    }
}
