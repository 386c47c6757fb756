/// The fewest and the most characters a node matches.
///
/// Source: `SubPattern.getwidth` of CPython 3.11.7: sums saturate at 2^64, and only an equal pair may be looked behind.
struct NodeWidth: Hashable, Sendable {
    var least: UInt64
    var most: UInt64

    static let zero = NodeWidth(least: 0, most: 0)
    static let one = NodeWidth(least: 1, most: 1)

    /// Both ends added, stopping at the maximum.
    static func + (left: NodeWidth, right: NodeWidth) -> NodeWidth {
        func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
            let (value, overflow) = left.addingReportingOverflow(right)
            return overflow ? .max : value
        }
        return NodeWidth(least: sum(left.least, right.least), most: sum(left.most, right.most))
    }

    /// Repeated `least` to `most` times, unbounded if nil.
    func repeated(least: Int, most: Int?) -> NodeWidth {
        func product(_ width: UInt64, _ times: Int) -> UInt64 {
            let (value, overflow) = width.multipliedReportingOverflow(by: UInt64(clamping: times))
            return overflow ? .max : value
        }
        let upper = most.map { product(self.most, $0) } ?? (self.most == 0 ? 0 : .max)
        return NodeWidth(least: product(self.least, least), most: upper)
    }

    /// Either of two.
    func union(_ other: NodeWidth) -> NodeWidth {
        NodeWidth(least: min(least, other.least), most: max(most, other.most))
    }
}

extension RegexNode {
    /// The width of this node where the groups it may refer to have the widths `groups`.
    func width(groups: [NodeWidth?]) -> NodeWidth {
        switch self {
        case .literal, .any, .set: return .one
        case .anchor, .look: return .zero
        case .sequence(let items): return items.reduce(.zero) { $0 + $1.width(groups: groups) }
        case .alternation(let branches):
            let widths = branches.map { $0.width(groups: groups) }
            return widths.dropFirst().reduce(widths.first ?? .zero) { $0.union($1) }
        case .group(_, _, _, let body), .atomic(let body): return body.width(groups: groups)
        case .backreference(let group): return groups.indices.contains(group) ? groups[group] ?? .zero : .zero
        case .conditional(_, let yes, let no):
            return yes.width(groups: groups).union(no?.width(groups: groups) ?? .zero)
        case .repetition(let body, let least, let most, _):
            return body.width(groups: groups).repeated(least: least, most: most)
        }
    }
}
