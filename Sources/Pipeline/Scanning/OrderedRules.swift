import Synchronization

/// The rules that are known to keep state, as the lane that runs them in order tells the workers.
package final class OrderedRules: Sendable {
    private let rules = Mutex(RuleSet())

    /// None.
    package init() {}

    /// Those known by now.
    package var known: RuleSet { rules.withLock { $0 } }

    /// Replaces them by a larger set.
    func publish(_ larger: RuleSet) { rules.withLock { $0 = larger } }
}
