/// Goes through the matches of a subject as `finditer`, `findall`, `sub` and `split` do.
///
/// Each match begins where the one before ended. An empty match may follow a match at the same place unless that one
/// was empty too (Python 3.7). The subject must outlive the iterator, and is looked over once.
package struct MatchIterator {
    private let matcher: PatternMatcher
    private let mode: MatchMode
    private let subject: UnsafeRawBufferPointer
    /// The subject with stand-ins for its lone surrogates, if it has any.
    private let copy: [UInt8]?
    /// Where the next match is sought; nil at the end.
    private var start: Int?
    private var isEmptyAllowed = true

    /// Matches of `matcher` in `subject[start..<end]`; with `.match`, those that follow each other without a gap.
    package init(
        _ matcher: PatternMatcher,
        mode: MatchMode = .search,
        in subject: UnsafeRawBufferPointer,
        from start: Int = 0,
        to end: Int? = nil
    ) throws(MatchFault) {
        let bytes = try matcher.slice(of: subject, from: start, to: end)
        switch matcher.form(of: bytes) {
        case .valid: copy = nil
        case .surrogates: copy = SubjectText.withStandIns(bytes)
        case .invalid: throw .invalidText
        }
        self.matcher = matcher
        self.mode = mode
        self.subject = bytes
        self.start = start
    }

    /// Writes the next match to `captures`, as ``PatternMatcher/find(_:in:from:to:captures:)`` does.
    ///
    /// - Returns: Whether there was one; after false or a fault, there is no more.
    package mutating func next(captures: UnsafeMutableBufferPointer<Int>) throws(MatchFault) -> Bool {
        guard let start, captures.count >= 2 else { return false }
        self.start = nil
        let isFound =
            if let copy {
                try copy.withUnsafeBytes { copied in
                    Result { () throws(MatchFault) in
                        try find(in: copied, from: start, hasStandIns: true, captures: captures)
                    }
                }.get()
            } else {
                try find(in: subject, from: start, hasStandIns: false, captures: captures)
            }
        guard isFound else { return false }
        isEmptyAllowed = captures[0] != captures[1]
        self.start = captures[1]
        return true
    }

    private func find(
        in bytes: UnsafeRawBufferPointer,
        from start: Int,
        hasStandIns: Bool,
        captures: UnsafeMutableBufferPointer<Int>
    ) throws(MatchFault) -> Bool {
        try matcher.find(
            mode,
            inChecked: bytes,
            from: start,
            hasStandIns: hasStandIns,
            isEmptyAllowed: isEmptyAllowed,
            captures: captures
        )
    }
}
