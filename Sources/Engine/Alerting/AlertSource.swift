package import Detections

/// What all alerts of one detection have in common, taken from its file once: matches point at it.
package final class AlertSource: Sendable {
    /// The detection's identifier.
    package let detection: String
    /// What happens.
    package let kind: Alert.Kind
    /// When matches become an alert.
    package let policy: AlertPolicy
    /// What alerts say unless a match says something else.
    package let content: AlertContent

    /// A source of alerts that say `content`.
    package init(detection: String, kind: Alert.Kind, policy: AlertPolicy, content: AlertContent) {
        self.detection = detection
        self.kind = kind
        self.policy = policy
        self.content = content
    }

    /// The alerts of a detection's matches; nil for one that makes none.
    package static func matches(of detection: Detection) -> AlertSource? {
        guard detection.createsAlert else { return nil }
        var content = Self.content(of: detection)
        content.logType = detection.logSources.first
        return AlertSource(
            detection: detection.id,
            kind: detection.kind == .correlation ? .correlationRule : .rule,
            policy: detection.alertPolicy,
            content: content
        )
    }

    /// The alerts of a detection's errors: at most one for each window, at the first error; what the detection's matches do is no
    /// concern of theirs.
    package static func errors(of detection: Detection) -> AlertSource {
        let kind: Alert.Kind =
            switch detection.kind {
            case .rule: .ruleError
            case .scheduledRule: .scheduledRuleError
            case .policy: .policyError
            case .correlation: .correlationRuleError
            }
        return AlertSource(
            detection: detection.id,
            kind: kind,
            policy: AlertPolicy(periodMinutes: detection.deduplicationPeriodMinutes, threshold: 1),
            content: content(of: detection)
        )
    }

    private static func content(of detection: Detection) -> AlertContent {
        var content = AlertContent(title: "", severity: detection.severity ?? .info)
        content.name = detection.displayName
        content.destinations = detection.destinations
        content.tags = detection.tags
        return content
    }
}
