/// An operation of a log: what rules detect the use of.
package struct Action: Codable, Hashable, Sendable {
    /// The kind of log; see ``LogFamilies``.
    package var family: String
    /// The field that names operations there.
    package var field: String
    /// The operation, in the letters in which most rules write it.
    package var name: String

    /// An operation.
    package init(family: String, field: String, name: String) {
        self.family = family
        self.field = field
        self.name = name
    }

    /// Whether two are the same, byte by byte.
    package static func == (left: Action, right: Action) -> Bool { left.exact == right.exact }

    package func hash(into hasher: inout Hasher) { hasher.combine(exact) }

    private var exact: [ExactText] { [ExactText(family), ExactText(field), ExactText(name)] }
}

/// How a rule asks for an operation, from the most to the least specific.
package enum ActionMatch: Int, Codable, Comparable, Sendable, CaseIterable {
    /// By its name.
    case equals
    /// By a beginning, an end, a part or a pattern.
    case pattern

    /// The more specific first.
    package static func < (left: ActionMatch, right: ActionMatch) -> Bool { left.rawValue < right.rawValue }
}

/// An operation that a rule asks for.
package struct ActionMention: Codable, Hashable, Sendable {
    /// The operation; for a pattern, the pattern.
    package var action: Action
    /// How it is asked for.
    package var match: ActionMatch
    /// Of how many alternatives it is one.
    package var alternatives: Int
}

/// Other rules that look for an operation that this one looks for too.
package struct SameActionSection: Codable, Hashable, Sendable {
    /// The operations that this rule looks for, the most specific first.
    package var actions: [Action]
    /// Rules of the same vendor, those first that are most specific about it.
    package var sameVendor: [ActionRule]
    /// Rules of other vendors, likewise.
    package var otherVendors: [ActionRule]
    /// Rules that the two lists leave out, which are at most so long as the store lets them be.
    package var omitted: Int
    /// What the rules that ask for the first of ``actions`` by its name, this one among them, say it is in ATT&CK, the most frequent
    /// first.
    package var techniques: [TechniqueVote]

    /// A section.
    package init(
        actions: [Action] = [],
        sameVendor: [ActionRule] = [],
        otherVendors: [ActionRule] = [],
        omitted: Int = 0,
        techniques: [TechniqueVote] = []
    ) {
        self.actions = actions
        self.sameVendor = sameVendor
        self.otherVendors = otherVendors
        self.omitted = omitted
        self.techniques = techniques
    }

    /// Whether the rules do not agree on what the action is.
    package var isDisputed: Bool { techniques.count > 1 }
}

/// A rule that looks for an operation.
package struct ActionRule: Codable, Hashable, Sendable {
    /// The rule.
    package var rule: RuleSummary
    /// The operation that it shares.
    package var action: Action
    /// How it asks for it.
    package var match: ActionMatch
    /// Of how many alternatives the operation is one.
    package var alternatives: Int

    /// A rule that looks for an operation.
    package init(rule: RuleSummary, action: Action, match: ActionMatch, alternatives: Int) {
        self.rule = rule
        self.action = action
        self.match = match
        self.alternatives = alternatives
    }

    /// The more specific first, then by name: `eq` alone, few alternatives, many, patterns.
    package static func isBefore(_ left: ActionRule, _ right: ActionRule) -> Bool {
        if left.match != right.match { return left.match < right.match }
        if left.alternatives != right.alternatives { return left.alternatives < right.alternatives }
        if left.rule.name != right.rule.name { return left.rule.name < right.rule.name }
        return left.rule.slug < right.rule.slug
    }

    /// Why it is in the list, in words.
    package var reason: String {
        let name = "\(action.field) \(action.name)"
        switch match {
        case .equals where alternatives == 1: return "looks for \(name) alone"
        case .equals: return "looks for \(name), one of \(alternatives)"
        case .pattern: return "looks for \(name) by a pattern"
        }
    }
}

/// A technique that rules on one action name.
package struct TechniqueVote: Codable, Hashable, Sendable {
    /// The technique.
    package var technique: AttackEntry.Name
    /// Rules that name it.
    package var rules: Int
    /// Whether the rule of the page is one of them.
    package var isOwn: Bool

    /// A technique with its rules.
    package init(technique: AttackEntry.Name, rules: Int, isOwn: Bool) {
        self.technique = technique
        self.rules = rules
        self.isOwn = isOwn
    }
}
