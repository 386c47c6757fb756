extension PatternMatcher {
    /// The pieces of `subject` as `Pattern.split` gives them: what is between matches, and after each the captures.
    ///
    /// - Parameter countMax: Splits at most, all if 0 (`maxsplit`); none if negative.
    /// - Returns: Byte ranges; nil for a group that took no part (`None`).
    package func split(_ subject: UnsafeRawBufferPointer, countMax: Int = 0) throws(MatchFault) -> [Range<Int>?] {
        var pieces: [Range<Int>?] = []
        var last = 0
        var count = 0
        var captures = [Int](repeating: -1, count: pattern.captureSlotCount)
        var matches = try MatchIterator(self, in: subject)
        while countMax == 0 || count < countMax {
            guard try matches.next(captures: &captures) else { break }
            pieces.append(last..<max(last, captures[0]))
            for group in 1..<(pattern.groupCount + 1) { pieces.append(Self.range(of: group, in: captures)) }
            last = captures[1]
            count += 1
        }
        pieces.append(last..<subject.count)
        return pieces
    }

    /// The bytes of a group; nil if it took no part.
    package static func range(of group: Int, in captures: [Int]) -> Range<Int>? {
        guard group >= 0, group < captures.count / 2 else { return nil }
        let (start, end) = (captures[2 * group], captures[2 * group + 1])
        return start >= 0 && start <= end ? start..<end : nil
    }
}

extension MatchIterator {
    /// Writes the next match to `captures`.
    package mutating func next(captures: inout [Int]) throws(MatchFault) -> Bool {
        try captures.withUnsafeMutableBufferPointer { buffer in
            Result { () throws(MatchFault) in try next(captures: buffer) }
        }.get()
    }
}
