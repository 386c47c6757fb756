package import Catalog
import Conditions
import Detections

/// Two rules side by side, on the names that fields have in the log.
package struct DiffView {
    private let diff: DiffPage
    private let left: RulePage
    private let right: RulePage
    private let frame: SiteFrame

    /// The page of two rules.
    package init(_ left: RulePage, _ right: RulePage, frame: SiteFrame) {
        diff = DiffPage(left, right)
        self.left = left
        self.right = right
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let links = frame.links
        let condition = diff.condition
        let slots: Slots = [
            "home": .text(links.home),
            "left": .group(head(diff.left, left)),
            "right": .group(head(diff.right, right)),
            "hasCondition": .flag(condition != nil),
            "isEmpty": .flag(condition?.isEmpty == true),
            "hasTests": .flag(condition.map { !$0.isEmpty || !$0.shared.isEmpty } ?? false),
            "rows": .list(rows),
            "hasFacts": .flag(!diff.facts.isEmpty),
            "facts": .list(
                diff.facts.map { fact in
                    [
                        "name": .text(fact.name.prefix(1).uppercased() + fact.name.dropFirst()),
                        "left": .text(fact.left.joined(separator: ", ")),
                        "right": .text(fact.right.joined(separator: ", ")),
                    ]
                }
            ),
        ]
        return frame.page(
            title: "\(diff.left.name) beside \(diff.right.name)",
            part: .rules,
            Template.diff.render(slots)
        )
    }

    private func head(_ rule: RuleSummary, _ page: RulePage) -> Slots {
        let only = Set(
            (rule.slug == diff.left.slug ? diff.condition?.leftOnly : diff.condition?.rightOnly)?.map(\.text) ?? []
        )
        var outline = Markup()
        if let condition = page.logic.condition {
            let node = ConditionNode(condition) { part in
                if case .leaf(let leaf) = part { only.contains(leaf.text) } else { false }
            }
            outline = ConditionMarkup(links: frame.links).outline(node)
        }
        return [
            "url": .text(frame.links.rule(rule.slug)),
            "name": .text(rule.name),
            "vendor": .text(rule.vendor.name),
            "collection": .text(rule.collection),
            "severity": .markup(RuleMarks.severity(rule.severity)),
            "outline": .markup(outline),
        ]
    }

    /// Tests of both, those first that they share, then what differs, then what only one has.
    private var rows: [Slots] {
        guard let condition = diff.condition else { return [] }
        func row(_ kind: String, _ left: String?, _ right: String?, _ remark: [String] = []) -> Slots {
            [
                "kind": .text(kind),
                "left": .text(left),
                "right": .text(right),
                "isOnly": .flag(left == nil || right == nil),
                "remark": .text(remark.joined(separator: "; ")),
            ]
        }
        var rows: [Slots] = []
        rows += condition.shared.map { row("both", $0.text, $0.text) }
        rows += condition.altered.map { row("differs", $0.left.text, $0.right.text, $0.differences) }
        rows += condition.otherValues.map { row("other values", $0.left.text, $0.right.text, $0.differences) }
        rows += condition.leftOnly.map { row("left only", $0.text, nil) }
        rows += condition.rightOnly.map { row("right only", nil, $0.text) }
        return rows
    }
}
