/// A compiled pattern as Python's `re.Pattern` shows it: immutable, shared by all workers.
///
/// To match, a worker makes a ``PatternMatcher`` of it.
package final class Pattern: Sendable {
    /// The pattern as given.
    package let source: [UInt8]
    /// Whether it matches text or bytes.
    package let kind: PatternKind
    /// `Pattern.flags`: the flags given, the inline ones, and `re.U` for a str pattern that is not ASCII.
    package let flags: RegexFlags
    /// `Pattern.groups`: capturing groups, group 0 not counted.
    package let groupCount: Int
    /// `Pattern.groupindex`: named groups in the order of their numbers.
    package let groupNames: [(name: String, index: Int)]
    /// Capturing groups in the order in which they close.
    let closingOrder: [Int]
    /// What PCRE2 compiles, by form; a bytes pattern has no forms with stand-ins.
    let translations: [Translation]
    /// Bytes that it and its matchers take at most, about: native code is some ten times as long as PCRE2's, and there may be
    /// some for each way to match.
    package let weight: Int

    /// Compiles `source`.
    ///
    /// - Parameters:
    ///   - source: UTF-8 that may hold lone surrogates (WTF-8), or the bytes of a bytes pattern.
    ///   - kind: Whether Python's pattern is a `str` or `bytes`.
    ///   - flags: The flags given to `re.compile`.
    /// - Throws: ``PatternFault``, with CPython 3.11's message and position where CPython fails too.
    /// - Complexity: O(n); about 20 µs for a typical pattern.
    package init(_ source: [UInt8], kind: PatternKind = .text, flags: RegexFlags = []) throws(PatternFault) {
        guard let text = source.withUnsafeBytes({ CodePoints.decode($0, kind: kind) }) else { throw .invalidText }
        let parsed = try PatternParser.parse(text, kind: kind, flags: flags)
        self.source = source
        self.kind = kind
        self.flags = parsed.flags.union(flags)
        groupCount = parsed.groupCount
        groupNames = parsed.groupNames
        closingOrder = parsed.closingOrder
        var translations: [Translation] = []
        for form in Translation.Form.all where kind == .text || !form.hasStandIns {
            translations.append(try Translator.translate(parsed, kind: kind, form: form))
        }
        self.translations = translations
        // Compiled and dropped: what PCRE2 cannot compile has to be known now, not at the first match.
        // The last form is the longest.
        var codeBytes = 0
        for translation in translations.suffix(1) {
            codeBytes = try CompiledCode(translation, kind: kind, mode: .search, usesJIT: false).byteCount
        }
        weight = source.count + translations.reduce(0) { $0 + $1.text.count } + Pattern.weightOfCode * codeBytes
    }

    /// What a byte of PCRE2's code weighs.
    static let weightOfCode = 16

    /// Compiles a str pattern.
    package convenience init(_ source: String, flags: RegexFlags = []) throws(PatternFault) {
        try self.init(Array(source.utf8), kind: .text, flags: flags)
    }

    /// Numbers a match's captures take: a start and an end for each group, group 0 first.
    package var captureSlotCount: Int { 2 * (groupCount + 1) }

    /// `Match.lastindex`: the group that closed last; nil if none took part.
    ///
    /// PCRE2 does not say; it is taken for the group that ends last and, among those, closes last in the pattern.
    /// CPython differs only where a lookahead captured text beyond that group.
    package func lastGroup(of captures: UnsafeMutableBufferPointer<Int>) -> Int? {
        var last: Int?
        var endMax = -1
        for group in closingOrder where 2 * group + 1 < captures.count && captures[2 * group + 1] >= endMax {
            guard captures[2 * group] >= 0 else { continue }
            endMax = captures[2 * group + 1]
            last = group
        }
        return last
    }
}
