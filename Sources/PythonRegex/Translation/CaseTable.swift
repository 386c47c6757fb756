/// Which characters Python's `re.IGNORECASE` takes for one another.
///
/// The rule is neither Unicode's case folding nor PCRE2's: two characters match if their simple lower cases are equal
/// or stand together in ``extraCases``. So `i` matches `İ` and `ı`, and `ß` does not match `ss`.
/// Source: CPython 3.11, `_compile` and `_optimize_charset` in `re/_compiler.py`.
enum CaseTable {
    /// Every character that has another case, ascending: those for which `_sre.unicode_iscased` holds.
    static let cased: [UInt32] = Set(lower.keys).union(upper.keys).sorted()

    private static let lower = expand(lowerRows)
    private static let upper = expand(upperRows)

    /// Lower-case character → all characters with it as their lower case, itself included.
    private static let byLower: [UInt32: [UInt32]] = Dictionary(grouping: cased, by: lowercase)

    private static func expand(_ rows: [Int32]) -> [UInt32: UInt32] {
        var result: [UInt32: UInt32] = [:]
        for row in Swift.stride(from: 0, to: rows.count - 3, by: 4) {
            for code in Swift.stride(from: rows[row], through: rows[row + 1], by: Int(rows[row + 2])) {
                result[UInt32(bitPattern: code)] = UInt32(bitPattern: code &+ rows[row + 3])
            }
        }
        return result
    }

    /// The simple lower case.
    static func lowercase(_ code: UInt32) -> UInt32 {
        if code < 0x80 { return code >= 0x41 && code <= 0x5A ? code | 0x20 : code }
        return lower[code] ?? code
    }

    /// The simple upper case.
    static func uppercase(_ code: UInt32) -> UInt32 {
        upper[code] ?? code
    }

    /// Whether the character has another case.
    static func isCased(_ code: UInt32) -> Bool {
        if code < 0x80 { return code.isASCIILetter }
        return lower[code] != nil || upper[code] != nil
    }

    /// The characters that the pattern character `code` matches, itself included.
    static func matches(_ code: UInt32) -> [UInt32] {
        guard isCased(code) else { return [code] }
        let base = lowercase(code)
        return ([base] + (extraCases[base] ?? [])).flatMap { byLower[$0] ?? [$0] }
    }

    /// The characters that a class of `ranges` matches.
    ///
    /// Past U+FFFF, CPython compares a lone character with the lower case of the subject's, unlike a range: `lone`
    /// says which members were written alone.
    ///
    /// - Complexity: O(cased characters × log ranges).
    static func closure(of ranges: CodePointSet, lone: Set<UInt32>) -> CodePointSet {
        if let last = ranges.ranges.last, last.upperBound < 0x80 {
            // Nearly every class; the long way takes half a millisecond.
            let letters = (UInt32(0x41)...0x7A).filter { $0.isASCIILetter && ranges.contains($0) }
            return CodePointSet(ranges.ranges + letters.flatMap(matches).map { $0...$0 })
        }
        let hasCased = ranges.ranges.contains { $0.upperBound > 0xFFFF } || cased.contains(where: ranges.contains)
        guard hasCased else { return ranges }
        var folded: Set<UInt32> = []
        for code in cased where code <= 0xFFFF && ranges.contains(code) {
            let base = lowercase(code)
            folded.insert(base)
            folded.formUnion(extraCases[base] ?? [])
        }
        var added: [ClosedRange<UInt32>] = []
        var removed: [UInt32] = []
        for code in cased {
            let base = lowercase(code)
            let matches = folded.contains(base) || base > 0xFFFF && matchesBeyond(base, ranges: ranges, lone: lone)
            if matches { added.append(code...code) } else { removed.append(code) }
        }
        let without = CodePointSet(codes: removed).complement(upTo: 0x10_FFFF)
        let kept = ranges.ranges.flatMap { range in without.clamped(to: range).ranges }
        return CodePointSet(kept + added)
    }

    private static func matchesBeyond(_ base: UInt32, ranges: CodePointSet, lone: Set<UInt32>) -> Bool {
        if ranges.contains(base) { return true }
        let upper = uppercase(base)
        return ranges.contains(upper) && !lone.contains(upper)
    }

    /// The characters that a class of `ranges` matches where only ASCII has case.
    ///
    /// But for a range that ends past U+FFFF, where CPython compares upper cases all the same.
    static func closureASCII(of ranges: CodePointSet, lone: Set<UInt32>) -> CodePointSet {
        let beyond = ranges.ranges.filter { $0.upperBound > 0xFFFF && !lone.contains($0.upperBound) }
        var added: [ClosedRange<UInt32>] = []
        if !beyond.isEmpty {
            let set = CodePointSet(beyond)
            added = cased.filter { set.contains(uppercase($0)) }.map { $0...$0 }
        }
        let letters = (UInt32(0x41)...0x5A).filter { ranges.contains($0) || ranges.contains($0 | 0x20) }
        return CodePointSet(ranges.ranges + added + letters.flatMap { [$0...$0, ($0 | 0x20)...($0 | 0x20)] })
    }
}
