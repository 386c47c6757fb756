/// What a rule's own files say of it, whatever else is in the catalogue: all that is kept of a rule from one build to the next.
package struct RuleRecord: Codable, Sendable {
    /// What it is and where it comes from.
    package var identity: RuleIdentity
    /// What it covers of ATT&CK, as written.
    package var attack: [AttackMention]
    /// How much of it the condition says, and what its tests say of that.
    package var logic: LogicRecord
    /// Its own tests with what came of them.
    package var tests: [TestEntry]
    /// What it looks for.
    package var indicators: [Indicator]
    /// The operations that it looks for.
    package var actions: [ActionMention]
    /// What its matches carry.
    package var outputs: [OutputGroup]
    /// The paths of the fields that it reads.
    package var reads: [String]
    /// Every name by which its fields may be searched for, in small letters: as written, and as the log has them.
    package var fieldNames: [String]

    /// As a row of a list.
    package var summary: RuleSummary { RuleSummary(identity, logic) }
}
