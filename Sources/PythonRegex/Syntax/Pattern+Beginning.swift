extension Pattern {
    /// Bytes that every match of a pattern begins with; nil where fewer than ``beginningMin`` are certain, or the pattern's own
    /// flags change what its letters match.
    ///
    /// A search of a text without them comes to nothing, and takes next to no steps: nothing is tried before they are found.
    /// Letters are as the pattern has them, also for a caller that takes no notice of case. O(pattern).
    package static func beginning(of source: String) -> [UInt8]? {
        guard let text = Array(source.utf8).withUnsafeBytes({ CodePoints.decode($0, kind: .text) }),
            let parsed = try? PatternParser.parse(text, kind: .text, flags: []),
            !parsed.flags.contains(.ignoreCase)
        else { return nil }
        var letters: [UInt32] = []
        _ = collectBeginning(parsed.root, into: &letters)
        var bytes: [UInt8] = []
        for letter in letters {
            guard let scalar = Unicode.Scalar(letter) else { break }
            bytes += UTF8.encode(scalar).map(Array.init) ?? []
        }
        return bytes.count >= beginningMin ? bytes : nil
    }

    /// One letter alone is in too many texts to tell them apart.
    static let beginningMin = 2

    /// Adds the letters that a match of a node begins with; whether they are all of it, so that what follows goes on. As deep as
    /// the pattern, which its parser bounds.
    private static func collectBeginning(_ node: RegexNode, into letters: inout [UInt32]) -> Bool {
        switch node {
        case .literal(let letter):
            letters.append(letter)
            return true
        case .anchor: return true
        case .sequence(let nodes): return nodes.allSatisfy { collectBeginning($0, into: &letters) }
        case .group(_, let adding, let removing, let body) where adding.isEmpty && removing.isEmpty:
            return collectBeginning(body, into: &letters)
        case .atomic(let body): return collectBeginning(body, into: &letters)
        case .repetition(let body, let least, let most, _):
            guard least > 0 else { return false }
            return collectBeginning(body, into: &letters) && least == 1 && most == 1
        case .any, .set, .group, .alternation, .look, .backreference, .conditional: return false
        }
    }
}
