/// What Panther knows of a log type: where its time stands, and which fields hold indicators.
package struct LogSchema: Sendable {
    /// `p_log_type`.
    package let logType: String
    /// `p_schema_version`.
    package let version: Int64
    /// The path of the event's time.
    package let eventTime: String
    /// Paths of fields that hold indicators, beyond those that ``readsAWSKeys`` finds.
    package let indicators: [(path: String, rule: IndicatorRule)]
    /// Whether strings at any depth are judged by their keys, as in all of AWS's logs: ``IndicatorRule/forKey(_:)``.
    package let readsAWSKeys: Bool

    /// The schemas there are. To add one: a row, and its cases in `StandardFieldsTests`.
    package static let all: [LogSchema] = [cloudTrail]

    /// The schema of a log type. One that has none is called by its own name and read as CloudTrail is: `eventTime` and what looks
    /// like an indicator are what they are called in many logs.
    package static func of(_ logType: String) -> LogSchema {
        all.first { $0.logType == logType } ?? cloudTrail.renamed(logType)
    }

    private func renamed(_ logType: String) -> LogSchema {
        LogSchema(
            logType: logType,
            version: version,
            eventTime: eventTime,
            indicators: indicators,
            readsAWSKeys: readsAWSKeys
        )
    }

    /// AWS CloudTrail.
    package static let cloudTrail = LogSchema(
        logType: "AWS.CloudTrail",
        version: 0,
        eventTime: "eventTime",
        indicators: [
            ("requestID", .traceID),
            // A service that calls for the user stands here by its name.
            ("sourceIPAddress", .host),
            ("userIdentity.userName", .username),
            ("userIdentity.sessionContext.sessionIssuer.userName", .username),
        ],
        readsAWSKeys: true
    )
}
