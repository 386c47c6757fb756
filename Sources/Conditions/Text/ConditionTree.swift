/// A condition as an outline for a terminal.
///
///     all of
///     ├─ eventName eq "SendCommand"      rules/a.py:3
///     └─ ? cache: get_string_set(key)    rules/a.py:9
package struct ConditionTree: Hashable, Sendable {
    /// The node in words.
    package var label: String
    /// What stands behind the label, such as what was found in an event.
    package var remark: String?
    /// What stands before the label, such as a tick; all nodes of a tree have one, or none.
    package var mark: String?
    /// Where the node is written.
    package var place: SourcePlace?
    /// The nodes below.
    package var children: [ConditionTree]

    /// A node.
    package init(
        _ label: String,
        remark: String? = nil,
        mark: String? = nil,
        place: SourcePlace? = nil,
        children: [ConditionTree] = []
    ) {
        self.label = label
        self.remark = remark
        self.mark = mark
        self.place = place
        self.children = children
    }

    /// The outline of a condition.
    package init(_ condition: Condition) {
        self.init(condition.label, place: condition.place, children: condition.children.map(ConditionTree.init))
        if case .sequence(let sequence) = condition {
            for (index, step) in sequence.steps.enumerated() {
                children[index].label = step.heading + children[index].label
            }
            if sequence.until != nil {
                children[children.count - 1].label = "until " + children[children.count - 1].label
            }
        }
    }

    /// A line of the outline.
    package struct Line: Hashable, Sendable {
        /// Branches, mark and label.
        package var text: String
        /// See ``ConditionTree/remark``.
        package var remark: String?
        /// See ``ConditionTree/place``.
        package var place: SourcePlace?
    }

    /// The lines, from the root down.
    package var lines: [Line] {
        var lines: [Line] = []
        append(to: &lines, first: "", rest: "")
        return lines
    }

    private func append(to lines: inout [Line], first: String, rest: String) {
        lines.append(Line(text: first + (mark.map { $0 + " " } ?? "") + label, remark: remark, place: place))
        for (index, child) in children.enumerated() {
            let isLast = index == children.count - 1
            child.append(to: &lines, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
        }
    }

    /// The lines as text, places in a column of their own.
    package var text: String {
        let lines = lines
        let width = min(lines.filter { $0.place != nil || $0.remark != nil }.map(\.text.count).max() ?? 0, 72)
        return lines.map { line in
            var text = line.text
            let tail = [line.remark, line.place.map(\.text)].compactMap(\.self).joined(separator: "  ")
            if !tail.isEmpty { text += String(repeating: " ", count: max(width - text.count, 0)) + "  " + tail }
            return text + "\n"
        }.joined()
    }
}

extension SourcePlace {
    /// `rules/a.py:3`, or `line 3` where there is only one file.
    package var text: String { file.map { "\($0):\(line)" } ?? "line \(line)" }
}

extension Condition {
    /// The node without what is below it, in words.
    package var label: String {
        switch self {
        case .all: "all of"
        case .any: "any of"
        case .not: "not"
        case .quantifier(let quantifier): quantifier.heading + ":"
        case .aggregate(let aggregate): aggregate.heading + " of events with"
        case .sequence(let sequence): (sequence.isOrdered ? "in this order" : "in any order") + sequence.suffix
        case .opaque(let opaque): "? " + opaque.reason.sentence + (opaque.text.map { ": \($0)" } ?? "")
        case .constant, .leaf, .reference: text
        }
    }
}
