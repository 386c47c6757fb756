/// The replacement of `re.sub` and `Match.expand`: text with `\1`, `\g<name>` and escapes.
///
/// Source: `parse_template` of CPython 3.11's `re/_parser.py`.
package struct ReplacementTemplate: Hashable, Sendable {
    /// A part of a template.
    package enum Piece: Hashable, Sendable {
        /// Bytes as they are.
        case literal([UInt8])
        /// What the group matched; nothing if it took no part.
        case group(Int)
    }

    /// The parts in order; two literals never follow each other.
    package let pieces: [Piece]

    /// Parses `template`, of the kind of `pattern`.
    ///
    /// - Throws: ``PatternFault/syntax(_:)`` with CPython's message and position in the template,
    ///   ``PatternFault/unknownGroup(_:)`` for `\g<name>`.
    package init(_ template: [UInt8], for pattern: Pattern) throws(PatternFault) {
        let kind = pattern.kind
        guard let text = template.withUnsafeBytes({ CodePoints.decode($0, kind: kind) }) else { throw .invalidText }
        guard text.count <= PatternLimit.lengthMax else { throw .limit(.length) }
        var parser = TemplateParser(scanner: try PatternScanner(text: text, kind: kind), pattern: pattern)
        pieces = try parser.parse()
    }

    /// Appends the template with the groups of a match of `subject` put in.
    package func expand(_ subject: UnsafeRawBufferPointer, captures: [Int], into result: inout [UInt8]) {
        for piece in pieces {
            switch piece {
            case .literal(let bytes): result += bytes
            case .group(let group):
                guard let range = PatternMatcher.range(of: group, in: captures), range.upperBound <= subject.count
                else { continue }
                result += subject[range]
            }
        }
    }
}
