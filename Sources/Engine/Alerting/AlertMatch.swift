package import Detections

/// A match, or an error, on its way to becoming part of an alert: all texts are final.
package struct AlertMatch: Sendable, Equatable {
    /// The detection's identifier.
    package var detection: String
    /// What happened.
    package var kind: Alert.Kind
    /// The string that groups matches of one detection.
    package var deduplication: String
    /// When matches become an alert.
    package var policy: AlertPolicy
    /// What is counted, if the detection counts distinct values instead of matches.
    package var uniqueValue: String?
    /// What the alert would say, were this match its first.
    package var content: AlertContent
    /// The values of the detection's summary attributes in this event, by attribute, in the detection's order.
    package var summaryValues: [SummaryValues]

    /// A match.
    package init(
        detection: String,
        kind: Alert.Kind,
        deduplication: String,
        policy: AlertPolicy,
        uniqueValue: String? = nil,
        content: AlertContent,
        summaryValues: [SummaryValues] = []
    ) {
        self.detection = detection
        self.kind = kind
        self.deduplication = deduplication
        self.policy = policy
        self.uniqueValue = uniqueValue
        self.content = content
        self.summaryValues = summaryValues
    }

    /// An error of a detection. Errors have alerts of their own, at most one for each detection and window, at the first
    /// error; what the detection's matches do is no concern of theirs.
    package static func error(
        detection: Detection,
        message: String,
        contextJSON: String? = nil
    ) -> AlertMatch {
        let kind: Alert.Kind =
            switch detection.kind {
            case .rule: .ruleError
            case .scheduledRule: .scheduledRuleError
            case .policy: .policyError
            case .correlation: .correlationRuleError
            }
        var content = AlertContent(title: message, severity: detection.severity ?? .info)
        content.name = detection.displayName
        content.contextJSON = contextJSON
        content.destinations = detection.destinations
        content.tags = detection.tags
        return AlertMatch(
            detection: detection.id,
            kind: kind,
            deduplication: "",
            policy: AlertPolicy(periodMinutes: detection.deduplicationPeriodMinutes, threshold: 1),
            content: content
        )
    }

    /// The values of one attribute in one event.
    package struct SummaryValues: Sendable, Equatable {
        /// The field, as the detection names it.
        package var attribute: String
        /// Each counts once for the event, however often it stands there.
        package var values: [String]

        /// The values of one attribute.
        package init(attribute: String, values: [String]) {
            self.attribute = attribute
            self.values = values
        }
    }
}
