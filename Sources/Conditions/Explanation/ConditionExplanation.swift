/// What an evaluation found at each node of a condition, for the question why it holds, or does not.
package struct ConditionExplanation: Hashable, Sendable {
    /// The node.
    package var condition: Condition
    /// Its truth, whether or not evaluation in order would have come to it.
    package var truth: Truth
    /// Of a leaf: what was read, as JSON, or in words where nothing was. Of a quantifier: which element its child is shown
    /// for. Shortened to ``foundLengthMax`` characters.
    package var found: String?
    /// Whether the truth of the whole condition hangs on it: of its lists, the parts that made them what they are.
    package var isDeciding = false
    /// The nodes right below. A quantifier's is shown for the element that decided, else for its first.
    package var children: [ConditionExplanation] = []

    /// Longest value that is shown.
    package static let foundLengthMax = 120

    /// The leaves and opaque parts that decide, in order.
    package var deciding: [ConditionExplanation] {
        guard isDeciding else { return [] }
        return children.isEmpty ? [self] : children.flatMap(\.deciding)
    }

    /// Marks what decides, from this node down.
    mutating func markDeciding() {
        isDeciding = true
        switch condition {
        case .all: markDecidingParts(deciding: .false)
        case .any: markDecidingParts(deciding: .true)
        case .constant, .not, .leaf, .quantifier, .opaque, .aggregate, .sequence, .reference:
            for index in children.indices { children[index].markDeciding() }
        }
    }

    /// One part decides a list if it has the deciding truth, the unknown ones if the list is unknown, else all do.
    private mutating func markDecidingParts(deciding: Truth) {
        if truth == deciding {
            if let index = children.firstIndex(where: { $0.truth == deciding }) { children[index].markDeciding() }
            return
        }
        for index in children.indices where children[index].truth == truth {
            children[index].markDeciding()
            // From an opaque part on nothing else counts.
            if truth == .unknown, !children[index].condition.isPure { return }
        }
    }
}

extension ConditionTree {
    /// The outline of an explanation: a tick, a cross or a question mark before each node, what was found after it.
    package init(_ explanation: ConditionExplanation) {
        let mark =
            switch explanation.truth {
            case .true: "✓"
            case .false: "✗"
            case .unknown: "?"
            }
        var remark = explanation.found.map { "found \($0)" }
        if case .quantifier = explanation.condition { remark = explanation.found }
        let isLeaf = explanation.children.isEmpty
        if explanation.isDeciding, isLeaf { remark = (remark.map { $0 + "  " } ?? "") + "← decides" }
        var label = explanation.condition.label
        // The mark says it already.
        if label.hasPrefix("? ") { label.removeFirst(2) }
        self.init(
            label,
            remark: remark,
            mark: mark,
            place: explanation.condition.place,
            children: explanation.children.map(ConditionTree.init)
        )
    }
}
