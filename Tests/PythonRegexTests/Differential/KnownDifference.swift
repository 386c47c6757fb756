@testable import PythonRegex

extension RegexCase {
    /// Whether it has one of the differences that `docs/regex.md` lists.
    var hasKnownDifference: Bool {
        guard let text = pattern.withUnsafeBytes({ CodePoints.decode($0, kind: kind) }),
            let parsed = try? PatternParser.parse(text, kind: kind, flags: flags)
        else { return false }
        return parsed.root.hasKnownDifference(groups: parsed.groupWidths, open: [])
    }
}

extension RegexNode {
    /// - Parameter open: The groups around this node.
    fileprivate func hasKnownDifference(groups: [NodeWidth?], open: Set<Int>) -> Bool {
        switch self {
        case .literal, .any, .set, .anchor, .backreference: return false
        case .sequence(let items), .alternation(let items):
            return items.contains { $0.hasKnownDifference(groups: groups, open: open) }
        case .group(let index, _, _, let body):
            return body.hasKnownDifference(groups: groups, open: open.union(index.map { [$0] } ?? []))
        case .atomic(let body), .look(_, _, let body):
            return body.hasKnownDifference(groups: groups, open: open)
        case .conditional(let group, let yes, let no):
            return open.contains(group) || yes.hasKnownDifference(groups: groups, open: open)
                || no?.hasKnownDifference(groups: groups, open: open) == true
        case .repetition(let body, let least, let most, let greed):
            let isCounted = most.map { $0 - least >= 2 } ?? false
            return isCounted && body.width(groups: groups).least == 0
                || greed == .possessive && body.hasCapture
                || body.hasKnownDifference(groups: groups, open: open)
        }
    }
}
