import Conditions
import Detections

/// Writes conditions as outlines.
struct ConditionMarkup {
    /// Where fields lead to.
    let links: SiteLinks
    /// Where a line of the rule's code is on the page; nil where it is not shown.
    var anchor: (SourcePlace) -> String? = { _ in nil }
    private var nodesLeft = nodesMax
    private var markup = Markup()

    /// Nodes that are shown of one condition.
    static let nodesMax = 3000
    /// Bytes of a test that are shown at once; of a longer one the rest unfolds.
    static let testBytesMax = 400

    init(links: SiteLinks, anchor: @escaping (SourcePlace) -> String? = { _ in nil }) {
        self.links = links
        self.anchor = anchor
    }

    /// The outline of a condition.
    consuming func outline(_ node: ConditionNode) -> Markup {
        markup.append(literal: "<ul class=\"tree\">")
        write(node)
        markup.append(literal: "</ul>")
        return markup
    }

    private mutating func write(_ node: ConditionNode) {
        guard nodesLeft > 0 else { return }
        nodesLeft -= 1
        if nodesLeft == 0 { return markup.append(literal: "<li class=\"quiet\">… and more</li>") }
        var classes: [String] = []
        if node.isDeciding { classes.append("decides") }
        markup.append(literal: "<li class=\"")
        markup.append(classes.joined(separator: " "))
        markup.append(literal: "\"><div class=\"node\">")
        writeSign(node.truth)
        markup.append(literal: node.isOnlyHere ? "<span class=\"text only\">" : "<span class=\"text\">")
        writeLabel(node.condition)
        if let found = node.found {
            markup.append(literal: " <span class=\"found\">")
            let isTold = found.hasPrefix("found") || node.condition.children.count == 1
            markup.append(isTold ? found : "found \(found)")
            markup.append(literal: "</span>")
        }
        if node.isDeciding { markup.append(literal: " <span class=\"found\">← decides</span>") }
        markup.append(literal: "</span>")
        writePlace(node.condition.place)
        markup.append(literal: "</div>")
        if !node.children.isEmpty {
            markup.append(literal: "<ul>")
            for child in node.children { write(child) }
            markup.append(literal: "</ul>")
        }
        markup.append(literal: "</li>")
    }

    private mutating func writeSign(_ truth: Truth?) {
        switch truth {
        case .true: markup.append(literal: "<span class=\"sign\" role=\"img\" aria-label=\"holds\">✓</span>")
        case .false: markup.append(literal: "<span class=\"sign\" role=\"img\" aria-label=\"does not hold\">✗</span>")
        case .unknown:
            markup.append(literal: "<span class=\"sign\" role=\"img\" aria-label=\"cannot be told\">?</span>")
        case nil: break
        }
    }

    private mutating func writePlace(_ place: SourcePlace?) {
        guard let place else { return }
        let line = "line \(place.line)"
        if let url = anchor(place) {
            markup.append(literal: "<a class=\"place\" href=\"")
            markup.append(url)
            markup.append(literal: "\">")
            markup.append(line)
            markup.append(literal: "</a>")
        } else {
            markup.append(literal: "<span class=\"place\" title=\"")
            markup.append(place.text)
            markup.append(literal: "\">")
            markup.append(place.file.map { "\(PathName.name($0)):\(place.line)" } ?? line)
            markup.append(literal: "</span>")
        }
    }

    private mutating func writeLabel(_ condition: Condition) {
        switch condition {
        case .leaf(let leaf): writeTest(leaf)
        case .opaque(let opaque):
            markup.append(literal: "<span class=\"opaque\">")
            markup.append(opaque.reason.sentence)
            markup.append(literal: "</span>")
            if let text = opaque.text {
                markup.append(literal: " <code>")
                writeLong(text, .text)
                markup.append(literal: "</code>")
            }
        case .reference(let id):
            markup.append(literal: "a match of <a href=\"")
            markup.append(links.search("id", id) ?? links.home)
            markup.append(literal: "\"><code>")
            markup.append(id)
            markup.append(literal: "</code></a>")
        case .constant, .all, .any, .not, .quantifier, .aggregate, .sequence:
            markup.append(literal: "<span class=\"group\">")
            markup.append(condition.label)
            markup.append(literal: "</span>")
        }
    }

    /// `eventName eq "SendCommand"`, the field leading to all rules that look at it; the element of a list has no name to look for.
    private mutating func writeTest(_ leaf: Leaf) {
        let subject = Leaf.text(of: Operand(leaf.field, transforms: leaf.transforms))
        let predicate = leaf.text.dropFirst(subject.count)
        let name = leaf.field.canonicalName
        markup.append(literal: "<code>")
        if let url = name.isEmpty ? nil : links.search("field", name) {
            markup.append(literal: "<a class=\"field\" href=\"")
            markup.append(url)
            markup.append(literal: "\">")
            markup.append(subject)
            markup.append(literal: "</a>")
        } else {
            markup.append(subject)
        }
        writeLong(String(predicate), .json)
        markup.append(literal: "</code>")
    }

    /// A text that unfolds if it is long.
    private mutating func writeLong(_ text: String, _ language: CodeLanguage) {
        guard text.utf8.count > Self.testBytesMax else { return markup += CodeBlock.words(of: text, language) }
        markup.append(literal: "<details class=\"long\"><summary>")
        markup.append(String(text.prefix(Self.testBytesMax / 4)) + " …")
        markup.append(literal: "</summary>")
        markup += CodeBlock.words(of: String(text.prefix(CodeBlock.wordBytesMax)), language)
        markup.append(literal: "</details>")
    }
}
