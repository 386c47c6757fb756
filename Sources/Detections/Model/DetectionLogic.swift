package import Conditions

/// What a rule looks for and what its matches carry, where the vendor's language says both itself instead of in code.
package struct DetectionLogic: Sendable {
    /// What an event must be like. What the condition model has no words for is an opaque part of it, so that no file fails
    /// because of one construct.
    package var condition: Condition
    /// What matches carry, in the order written.
    package var outputs: [OutputField]

    /// A rule's logic.
    package init(_ condition: Condition, outputs: [OutputField] = []) {
        self.condition = condition
        self.outputs = outputs
    }
}
