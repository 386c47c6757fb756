/// A pattern of `fnmatch`, read once: `*`, `?`, `[…]`.
///
/// It is matched by itself rather than as a regular expression: each letter is looked at once for every `*` at most.
/// Source: `translate` of CPython 3.11's `fnmatch.py`.
struct GlobPattern {
    enum Piece {
        /// `*`: any text.
        case anything
        /// `?`: one character.
        case one
        case character(UInt32)
        /// `[…]`: one of these characters, or of all others.
        case set([ClosedRange<UInt32>], isNegated: Bool, source: [UInt32])
        /// `[]` that nothing is in.
        case never
    }

    let pieces: [Piece]

    init(_ pattern: [UInt32]) {
        var pieces: [Piece] = []
        var index = 0
        while index < pattern.count {
            let character = pattern[index]
            index += 1
            switch Unicode.Scalar(character) {
            case "*":
                if case .anything = pieces.last { break }
                pieces.append(.anything)
            case "?": pieces.append(.one)
            case "[":
                guard let end = GlobPattern.endOfSet(pattern, index) else {
                    pieces.append(.character(character))
                    break
                }
                pieces.append(GlobPattern.set(Array(pattern[index..<end])))
                index = end + 1
            default: pieces.append(.character(character))
            }
        }
        self.pieces = pieces
    }

    private static let bracket = UInt32(UInt8(ascii: "]"))
    private static let hyphen = UInt32(UInt8(ascii: "-"))
    private static let bang = UInt32(UInt8(ascii: "!"))

    /// Where the `]` of a set stands that begins at `start`; nil if it has none.
    private static func endOfSet(_ pattern: [UInt32], _ start: Int) -> Int? {
        var index = start
        if index < pattern.count, pattern[index] == bang { index += 1 }
        if index < pattern.count, pattern[index] == bracket { index += 1 }
        while index < pattern.count, pattern[index] != bracket { index += 1 }
        return index < pattern.count ? index : nil
    }

    /// The set between brackets: what stands around each `-` that makes a range is a chunk.
    private static func set(_ text: [UInt32]) -> Piece {
        var chunks: [[UInt32]] = []
        if text.contains(hyphen) {
            var start = 0
            var search = text.first == bang ? 2 : 1
            while search < text.count, let found = text[search...].firstIndex(of: hyphen) {
                chunks.append(Array(text[start..<found]))
                start = found + 1
                search = found + 3
            }
            if start < text.count {
                chunks.append(Array(text[start...]))
            } else if !chunks.isEmpty {
                chunks[chunks.count - 1].append(hyphen)
            }
            for index in stride(from: chunks.count - 1, to: 0, by: -1) {
                guard let last = chunks[index - 1].last, let first = chunks[index].first, last > first else { continue }
                chunks[index - 1].removeLast()
                chunks[index - 1] += chunks[index].dropFirst()
                chunks.remove(at: index)
            }
        } else {
            chunks = [text]
        }
        return piece(chunks)
    }

    private static func piece(_ chunks: [[UInt32]]) -> Piece {
        let source = Array(chunks.joined(separator: [rangeMark]))
        if source.isEmpty { return .never }
        if source == [bang] { return .one }
        let isNegated = source[0] == bang
        var ranges: [ClosedRange<UInt32>] = []
        for (index, chunk) in chunks.enumerated() {
            var characters = chunk[...]
            if index == 0, isNegated { characters.removeFirst() }
            if index > 0, let low = chunks[index - 1].last, let high = characters.popFirst(), low <= high {
                ranges.append(low...high)
            }
            if index + 1 < chunks.count { characters.removeLast(min(1, characters.count)) }
            ranges += characters.map { $0...$0 }
        }
        return .set(ranges, isNegated: isNegated, source: source)
    }

    /// Stands for the `-` of a range in ``Piece/set(_:isNegated:source:)``: no character.
    private static let rangeMark = UInt32.max

    // MARK: Matching

    /// Whether all of `name` matches.
    func matches(_ name: some RandomAccessCollection<UInt32>) -> Bool {
        var position = name.startIndex
        var piece = 0
        var star: (piece: Int, position: Int)?
        let start = name.startIndex
        var offset = 0
        let count = name.count
        while offset < count {
            if piece < pieces.count {
                if case .anything = pieces[piece] {
                    star = (piece, offset)
                    piece += 1
                    continue
                }
                if GlobPattern.matches(pieces[piece], name[position]) {
                    piece += 1
                    offset += 1
                    position = name.index(after: position)
                    continue
                }
            }
            guard let last = star else { return false }
            star = (last.piece, last.position + 1)
            piece = last.piece + 1
            offset = last.position + 1
            position = name.index(start, offsetBy: offset)
        }
        while piece < pieces.count, case .anything = pieces[piece] { piece += 1 }
        return piece == pieces.count
    }

    private static func matches(_ piece: Piece, _ character: UInt32) -> Bool {
        switch piece {
        case .one: true
        case .character(let wanted): wanted == character
        case .set(let ranges, let isNegated, _): ranges.contains { $0.contains(character) } != isNegated
        case .anything, .never: false
        }
    }

    // MARK: As a regular expression

    /// `fnmatch.translate`: the regular expression that matches the same.
    var expression: [UInt32] {
        var result = Array("(?s:".unicodeScalars.map(\.value))
        var groups: [[UInt32]] = [[]]
        for piece in pieces {
            if case .anything = piece {
                groups.append([])
            } else {
                groups[groups.count - 1] += GlobPattern.expression(of: piece)
            }
        }
        result += groups[0]
        for (index, group) in groups.enumerated().dropFirst() {
            if index == groups.count - 1 {
                result += ".*".unicodeScalars.map(\.value) + group
            } else {
                result += "(?>.*?".unicodeScalars.map(\.value) + group + ")".unicodeScalars.map(\.value)
            }
        }
        return result + ")\\Z".unicodeScalars.map(\.value)
    }

    private static func expression(of piece: Piece) -> [UInt32] {
        func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
        switch piece {
        case .anything: return scalars(".*")
        case .one: return scalars(".")
        case .never: return scalars("(?!)")
        case .character(let character):
            let special = scalars("()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}")
            return special.contains(character) ? scalars("\\") + [character] : [character]
        case .set(_, let isNegated, let source):
            let hasRange = source.contains(rangeMark)
            var text: [UInt32] = []
            for character in isNegated ? source[1...] : source[...] {
                switch Unicode.Scalar(character) {
                case "\\", "&", "~", "|": text += scalars("\\") + [character]
                case "-" where hasRange || source.contains(hyphen): text += scalars("\\-")
                default: text.append(character == rangeMark ? hyphen : character)
                }
            }
            if isNegated {
                text = scalars("^") + text
            } else if let first = source.first, scalars("^[").contains(first) {
                text = scalars("\\") + text
            }
            return scalars("[") + text + scalars("]")
        }
    }
}
