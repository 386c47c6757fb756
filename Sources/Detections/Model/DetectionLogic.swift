package import Conditions

/// What a rule looks for and what its matches carry, where the vendor's language says both itself instead of in code.
package struct DetectionLogic: Sendable {
    /// What an event must be like. What the condition model has no words for is an opaque part of it, so that no file fails
    /// because of one construct.
    package var condition: Condition
    /// What matches carry, in the order written.
    package var outputs: [OutputField]
    /// Why scans and tests do not evaluate the condition, in a few words that go on "is not run: …"; nil where they do. A loader
    /// whose conditions mean on events exactly what the vendor's rules mean sets it to nil.
    package var obstacle: String?
    /// Of a detection that matches on many events together: which.
    package var windows: WindowedCorrelation?

    /// A rule's logic; by default one that is only shown.
    package init(
        _ condition: Condition,
        outputs: [OutputField] = [],
        obstacle: String? = "rules of this language are only shown",
        windows: WindowedCorrelation? = nil
    ) {
        self.condition = condition
        self.outputs = outputs
        self.obstacle = obstacle
        self.windows = windows
    }
}

extension Detection {
    /// Whether it is read and shown but neither run nor tested: see ``DetectionLogic/obstacle``.
    package var isOnlyShown: Bool {
        if case .logic(let logic) = body { logic.obstacle != nil } else { false }
    }
}
