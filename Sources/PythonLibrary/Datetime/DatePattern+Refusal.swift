extension DatePattern {
    /// Bytes of a text that ``refuses(_:)`` looks at.
    private static let refusedBytesMax = 63

    /// Whether no beginning of a text in UTF-8 matches. Goes through all ways at once, by where each piece can end; false where that
    /// cannot be told so: a text that is long or not ASCII, a zone, a letter of the format beyond ASCII.
    func refuses(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count <= Self.refusedBytesMax, text.allSatisfy({ $0 < 0x80 }) else { return false }
        // A bit for each place up to which the pieces so far can reach.
        var places: UInt64 = 1
        for piece in pieces {
            var next: UInt64 = 0
            var left = places
            while left != 0 {
                let place = left.trailingZeroBitCount
                left &= left - 1
                guard let ends = Self.ends(of: piece, at: place, text) else { return false }
                next |= ends
            }
            if next == 0 { return true }
            places = next
        }
        return false
    }

    /// A bit for each place where a piece that begins at `place` can end; nil where that cannot be told.
    private static func ends(of piece: Piece, at place: Int, _ text: UnsafeRawBufferPointer) -> UInt64? {
        var ends: UInt64 = 0
        switch piece {
        case .literal(let letter):
            guard letter.isASCII else { return nil }
            if place < text.count, isSame(text[place], UInt8(letter.value)) { ends |= 1 << UInt64(place + 1) }
        case .space:
            var end = place
            while end < text.count, text[end] == 0x20 || (0x09...0x0D).contains(text[end]) {
                end += 1
                ends |= 1 << UInt64(end)
            }
        case .directive(_, .shapes(let shapes)):
            for shape in shapes where place + shape.count <= text.count {
                let fits = shape.indices.allSatisfy { shape[$0].contains(UInt32(text[place + $0])) }
                if fits { ends |= 1 << UInt64(place + shape.count) }
            }
        case .directive(_, .words(let words)):
            for word in words where place + word.count <= text.count {
                let fits = word.indices.allSatisfy {
                    isSame(text[place + $0], UInt8(truncatingIfNeeded: word[$0].value))
                }
                if fits { ends |= 1 << UInt64(place + word.count) }
            }
        case .directive(_, .zone): return nil
        }
        return ends
    }

    /// Whether two letters of ASCII are the same, whatever their case.
    private static func isSame(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || left | 0x20 == right | 0x20 && (97...122).contains(left | 0x20)
    }
}
