/// Everything there is to say of one rule, section by section, in the order in which readers meet it.
///
/// What only depends on the rule itself comes from its ``RuleRecord``; counts, neighbours and duplicates are asked of the whole
/// catalogue. To add a section: a type beside this one, a member here, and a row in `docs/catalog.md`.
package struct RulePage: Encodable, Sendable {
    /// The version of the JSON form. Goes up when a member goes or changes its meaning; further members do not count.
    package static let schemaVersion = 1

    /// ``schemaVersion`` of the program that wrote the page.
    package var schema = RulePage.schemaVersion
    /// What the rule is and where it comes from.
    package var rule: RuleIdentity
    /// What it covers of ATT&CK.
    package var attack: [AttackEntry]
    /// Who else looks for the same operation.
    package var sameAction: SameActionSection
    /// The files, as their authors wrote them: the declaring file first, then the code.
    package var sources: [SourceText]
    /// What it looks for, as far as that can be told without running it.
    package var logic: LogicSection
    /// Its own tests with what came of them.
    package var tests: [TestEntry]
    /// What it looks for, value by value, and how many other rules do. At most ``IndicatorEntry/entriesMax``.
    package var indicators: [IndicatorEntry]
    /// Indicators that ``indicators`` leaves out.
    package var indicatorsOmitted: Int
    /// What its matches carry, by the function or section that gives it, in the order written.
    package var outputs: [OutputGroup]
    /// The paths of the fields that it reads.
    package var reads: [String]
    /// Rules that look for much the same, the most alike first.
    package var similar: [SimilarRule]
    /// Rules that are the same rule.
    package var duplicates: [DuplicateRule]

    /// A page of a rule's own record, with what the catalogue knows of its neighbours.
    package init(
        record: RuleRecord,
        sources: [SourceText],
        logic: LogicSection,
        sameAction: SameActionSection,
        indicators: [IndicatorEntry],
        similar: [SimilarRule],
        duplicates: [DuplicateRule]
    ) {
        rule = record.identity
        attack = record.attack.map { AttackEntry($0) }
        self.sameAction = sameAction
        self.sources = sources
        self.logic = logic
        tests = record.tests
        self.indicators = Array(indicators.prefix(IndicatorEntry.entriesMax))
        indicatorsOmitted = max(0, record.indicators.count - self.indicators.count)
        outputs = record.outputs
        reads = record.reads
        self.similar = similar
        self.duplicates = duplicates
    }

    /// The rule as a row of a list.
    package var summary: RuleSummary { RuleSummary(rule, logic.record) }
}
