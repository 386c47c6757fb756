import Conditions

/// A node of a condition as a page shows it.
struct ConditionNode {
    /// The node itself.
    var condition: Condition
    /// The nodes below.
    var children: [ConditionNode]
    /// What an event made of it.
    var truth: Truth?
    /// What was found in the event.
    var found: String?
    /// Whether it decides.
    var isDeciding = false
    /// Whether another condition has no such part.
    var isOnlyHere = false

    /// A condition by itself; `isOnlyHere` tells what another does not have.
    init(_ condition: Condition, isOnlyHere: (Condition) -> Bool = { _ in false }) {
        self.condition = condition
        children = condition.children.map { ConditionNode($0, isOnlyHere: isOnlyHere) }
        self.isOnlyHere = isOnlyHere(condition)
    }

    /// A condition and what an event made of it.
    init(_ explanation: ConditionExplanation) {
        condition = explanation.condition
        children = explanation.children.map(ConditionNode.init)
        truth = explanation.truth
        found = explanation.found
        isDeciding = explanation.isDeciding && explanation.children.isEmpty
    }
}
