/// Some of the rules of a pack, by their index in it.
package struct RuleSet: Sendable {
    private var members: [Bool] = []
    /// Whether every rule is in it.
    package private(set) var containsAll = false
    /// Changes with every rule that comes in.
    package private(set) var version = 0

    /// No rules.
    package init() {}

    /// Whether a rule is in it.
    package func contains(_ rule: Int) -> Bool {
        containsAll || (rule < members.count && members[rule])
    }

    /// Whether no rule is in it.
    package var isEmpty: Bool { version == 0 }

    /// Adds a rule.
    package mutating func insert(_ rule: Int) {
        guard !contains(rule), rule >= 0 else { return }
        if rule >= members.count { members += repeatElement(false, count: rule + 1 - members.count) }
        members[rule] = true
        version += 1
    }

    /// Adds all rules.
    package mutating func insertAll() {
        guard !containsAll else { return }
        containsAll = true
        version += 1
    }
}
