extension PatternMatcher {
    /// Puts what `replacement` appends in the place of matches, as `Pattern.subn` does.
    ///
    /// - Parameters:
    ///   - countMax: Replacements at most, all if 0 (`count`); none if negative.
    ///   - fault: Makes the caller's error of a fault in matching.
    ///   - replacement: Appends the new bytes of a match, given its captures. It may use this matcher.
    /// - Returns: The new text, and how many matches were replaced.
    package func substitute<Failure: Error>(
        in subject: UnsafeRawBufferPointer,
        countMax: Int = 0,
        fault: (MatchFault) -> Failure,
        replacement: (_ captures: [Int], _ result: inout [UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> (result: [UInt8], count: Int) {
        var result: [UInt8] = []
        var last = 0
        var count = 0
        var captures = [Int](repeating: -1, count: pattern.captureSlotCount)
        var matches: MatchIterator
        do { matches = try MatchIterator(self, in: subject) } catch { throw fault(error) }
        while countMax == 0 || count < countMax {
            let isFound: Bool
            do { isFound = try matches.next(captures: &captures) } catch { throw fault(error) }
            guard isFound else { break }
            if captures[0] > last { result += subject[last..<captures[0]] }
            try replacement(captures, &result)
            guard result.count <= workspace.limits.resultBytes else { throw fault(.resultLength) }
            last = captures[1]
            count += 1
        }
        result += subject[last...]
        return (result, count)
    }

    /// Puts `template` in the place of matches, as `Pattern.subn` does with a string.
    package func substitute(
        _ template: ReplacementTemplate,
        in subject: UnsafeRawBufferPointer,
        countMax: Int = 0
    ) throws(MatchFault) -> (result: [UInt8], count: Int) {
        try substitute(in: subject, countMax: countMax, fault: { (fault: MatchFault) in fault }) {
            (captures, result) throws(MatchFault) in
            template.expand(subject, captures: captures, into: &result)
        }
    }
}
