/// Who detects an operation.
package struct ActionPage: Codable, Sendable {
    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// The operation.
    package var action: Action
    /// All rules that look for it, those first that are most specific about it; deprecated ones last.
    package var rules: [ActionRule]
    /// What they say it is in ATT&CK, the most frequent first.
    package var techniques: [TechniqueVote]

    /// A page.
    package init(action: Action, rules: [ActionRule], techniques: [TechniqueVote]) {
        self.action = action
        self.rules = rules
        self.techniques = techniques
    }
}

/// An operation in a list.
package struct ActionSummary: Codable, Hashable, Sendable {
    /// The operation.
    package var action: Action
    /// Rules that look for it by its name; deprecated ones left out.
    package var rules: Int
    /// Vendors of these rules.
    package var vendors: Int
    /// Different techniques that these rules name.
    package var techniques: [String]

    /// A row of a list.
    package init(action: Action, rules: Int, vendors: Int, techniques: [String]) {
        self.action = action
        self.rules = rules
        self.vendors = vendors
        self.techniques = techniques
    }
}

/// Who looks for one value of a field.
package struct IndicatorPage: Codable, Sendable {
    /// Rules of a page at most.
    package static let rulesMax = 1_000

    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// What is looked for, as the first of the rules writes it.
    package var indicator: Indicator
    /// All rules that look for it in one kind of log, by kind; deprecated ones last.
    package var families: [Family]

    /// Rules of one kind of log.
    package struct Family: Codable, Sendable {
        /// See ``LogFamilies``; empty for rules that name no log.
        package var name: String
        /// By name; at most ``IndicatorPage/rulesMax``.
        package var rules: [RuleSummary]

        /// Rules of one kind of log.
        package init(name: String, rules: [RuleSummary]) {
            self.name = name
            self.rules = rules
        }
    }

    /// A page.
    package init(indicator: Indicator, families: [Family]) {
        self.indicator = indicator
        self.families = families
    }
}
