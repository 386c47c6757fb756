package import Catalog
import Conditions
import Detections

/// The page that takes an event and says what the rules make of it.
package struct EventView {
    /// Verdicts of one kind on the page.
    package static let verdictsMax = 50

    /// What was made of an event.
    package enum Outcome: Sendable {
        /// The rules' verdicts.
        case report(EventReport)
        /// Why it could not be put to them.
        case fault(String)
    }

    private let text: String
    private let log: String
    private let outcome: Outcome?
    private let logs: [SearchResults.Facet.Value]
    private let frame: SiteFrame

    /// The page with what was sent, and what came of it; empty at first.
    ///
    /// - Parameter logs: Kinds of log to choose from.
    package init(
        text: String = "",
        log: String = "",
        outcome: Outcome? = nil,
        logs: [SearchResults.Facet.Value],
        frame: SiteFrame
    ) {
        self.text = text
        self.log = log
        self.outcome = outcome
        self.logs = logs
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        var slots: Slots = [
            "action": .text(frame.links.event),
            "text": .markup(Markup(verbatim: text)),
            "logs": .list(
                logs.map { value in
                    ["value": .text(value.value), "label": .text(value.label), "isChosen": .flag(value.value == log)]
                }
            ),
        ]
        switch outcome {
        case .fault(let message): slots["fault"] = .text(message)
        case .report(let report): slots["report"] = .group(self.report(report))
        case nil: break
        }
        return frame.page(title: "Which rules match an event?", part: .event, Template.event.render(slots))
    }

    private func report(_ report: EventReport) -> Slots {
        [
            "log": .text(report.family ?? report.log ?? ""),
            "asked": .count(report.asked),
            "matchingCount": .count(report.matchingCount),
            "undecidedCount": .count(report.undecidedCount),
            "missingCount": .count(report.missingCount),
            "hasMatching": .flag(!report.matching.isEmpty),
            "matching": .list(report.matching.prefix(Self.verdictsMax).map { verdict($0, isOpen: true) }),
            "hasUndecided": .flag(!report.undecided.isEmpty),
            "undecided": .list(report.undecided.prefix(Self.verdictsMax).map { verdict($0) }),
            "hasMissing": .flag(!report.missing.isEmpty),
            "missing": .list(report.missing.prefix(Self.verdictsMax).map { verdict($0) }),
            "isMissingCut": .flag(report.missingCount > min(report.missing.count, Self.verdictsMax)),
        ]
    }

    private func verdict(_ verdict: EventReport.Verdict, isOpen: Bool = false) -> Slots {
        [
            "name": .text(verdict.rule.name),
            "url": .text(frame.links.rule(verdict.rule.slug)),
            "vendor": .text(verdict.rule.vendor.name),
            "severity": .markup(RuleMarks.severity(verdict.rule.severity)),
            "reason": .text(Self.reason(verdict.explanation)),
            "isOpen": .flag(isOpen),
            "tree": .markup(ConditionMarkup(links: frame.links).outline(ConditionNode(verdict.explanation))),
        ]
    }

    /// What decides, in a line.
    private static func reason(_ explanation: ConditionExplanation) -> String {
        guard let first = explanation.deciding.first else { return "" }
        let rest = explanation.deciding.count - 1
        var text: String
        switch first.condition {
        case .opaque(let opaque): text = "only the code can tell: it " + opaque.reason.sentence
        case .aggregate, .sequence: text = "takes more than one event: \(first.condition.label)"
        case .reference(let id): text = "goes by matches of \(id)"
        default:
            text = first.condition.text
            if let found = first.found { text += found.hasPrefix("found") ? ", \(found)" : ", found \(found)" }
        }
        if rest > 0 { text += " and \(rest) more" }
        return text
    }
}
