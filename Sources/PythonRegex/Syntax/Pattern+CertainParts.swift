extension Pattern {
    /// Texts of which every match of a pattern has one in it.
    package struct CertainParts: Hashable, Sendable {
        /// UTF-8; each has at least ``Pattern/certainPartMin`` bytes.
        package var texts: [[UInt8]]
        /// Whether letters count in either case; the texts are ASCII in small letters then.
        package var ignoresCase: Bool

        /// Such texts, one of which is certain.
        package init(_ texts: [[UInt8]], ignoresCase: Bool) {
            self.texts = texts
            self.ignoresCase = ignoresCase
        }
    }

    /// The texts that tell most of what a pattern matches; nil where none are certain. `flags` are those beside the pattern's own.
    ///
    /// Where case is not noticed, `İ`, `ı`, `ſ` and the Kelvin sign stand for letters of ASCII: a text with one of them may match
    /// without having any of these. O(pattern).
    package static func certainParts(of source: String, flags: RegexFlags = []) -> CertainParts? {
        guard let text = Array(source.utf8).withUnsafeBytes({ CodePoints.decode($0, kind: .text) }),
            let parsed = try? PatternParser.parse(text, kind: .text, flags: flags)
        else { return nil }
        let ignoresCase = parsed.flags.union(flags).contains(.ignoreCase)
        return PartCollector.parts(of: parsed.root, ignoresCase).map { CertainParts($0, ignoresCase: ignoresCase) }
    }

    /// One letter alone is in too many texts to tell them apart.
    package static let certainPartMin = 2
    /// More texts than this say little, and cost.
    static let certainPartsMax = 32
}

/// Goes through a pattern and keeps the texts that say most: the longest of its texts, or of several alternatives the shortest.
private struct PartCollector {
    private let ignoresCase: Bool
    /// What a match surely has right before the place at hand.
    private var run: [UInt8] = []
    private var best: [[UInt8]] = []

    private init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

    /// As deep as the pattern, which its parser bounds.
    static func parts(of node: RegexNode, _ ignoresCase: Bool) -> [[UInt8]]? {
        var collector = PartCollector(ignoresCase: ignoresCase)
        collector.visit(node)
        collector.endRun()
        return collector.best.isEmpty ? nil : collector.best
    }

    private mutating func visit(_ node: RegexNode) {
        switch node {
        case .literal(let letter): append(letter)
        case .anchor: break
        case .sequence(let nodes): for node in nodes { visit(node) }
        case .group(_, let adding, let removing, let body) where adding.isEmpty && removing.isEmpty: visit(body)
        case .atomic(let body): visit(body)
        case .repetition(let body, let least, let most, _):
            guard least > 0 else { return endRun() }
            visit(body)
            if least != 1 || most != 1 { endRun() }
        case .alternation(let branches):
            endRun()
            let parts = branches.map { Self.parts(of: $0, ignoresCase) }
            if parts.allSatisfy({ $0 != nil }) { offer(parts.flatMap { $0 ?? [] }) }
        case .any, .set, .group, .look, .backreference, .conditional: endRun()
        }
    }

    private mutating func append(_ letter: UInt32) {
        guard let scalar = Unicode.Scalar(letter), scalar.isASCII || !ignoresCase else { return endRun() }
        let bytes = UTF8.encode(scalar).map(Array.init) ?? []
        run += ignoresCase ? bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : bytes
    }

    private mutating func endRun() {
        offer([run])
        run = []
    }

    private mutating func offer(_ parts: [[UInt8]]) {
        func length(_ parts: [[UInt8]]) -> Int { parts.map(\.count).min() ?? 0 }
        let isUseful = length(parts) >= Pattern.certainPartMin && parts.count <= Pattern.certainPartsMax
        if isUseful, length(parts) > length(best) { best = parts }
    }
}
