package import Diagnostics

/// A rule: its sections, whatever their order in the file.
package struct YaraLRule: Hashable, Sendable {
    /// What stands behind `rule`.
    package var name: String
    /// Section `meta`, in the order written.
    package var meta: [YaraLBinding] = []
    /// Section `events`: predicates, all of which must hold.
    package var events: [YaraLExpression] = []
    /// Section `match`.
    package var match: YaraLMatch?
    /// Section `outcome`, in the order written.
    package var outcome: [YaraLBinding] = []
    /// Section `condition`; nil where it is missing.
    package var condition: YaraLExpression?
    /// Section `options`, in the order written.
    package var options: [YaraLBinding] = []
    /// Section `export`: calls that write rows of data tables.
    package var export: [YaraLExpression] = []
    /// The place of ``name``.
    package var nameSpan: Span

    /// A rule without sections.
    package init(name: String, nameSpan: Span = Span(0, 0)) {
        self.name = name
        self.nameSpan = nameSpan
    }

    /// By what it says.
    package static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.meta == right.meta && left.events == right.events && left.match == right.match
            && left.outcome == right.outcome && left.condition == right.condition && left.options == right.options
            && left.export == right.export
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(meta)
        hasher.combine(events)
        hasher.combine(match)
        hasher.combine(outcome)
        hasher.combine(condition)
        hasher.combine(options)
        hasher.combine(export)
    }

    /// The value of a key of ``meta`` that is a text; keys are compared without regard to case.
    package func metaText(_ key: String) -> String? {
        for entry in meta where entry.name.lowercased() == key {
            if case .text(let text, _) = entry.value.kind { return text }
        }
        return nil
    }
}
