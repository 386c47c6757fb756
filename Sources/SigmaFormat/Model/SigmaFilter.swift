package import Diagnostics

/// A filter: a condition that several rules must meet beside their own. Source: Sigma filters specification 2.1.
package struct SigmaFilter: Hashable, Sendable {
    /// What it says of itself.
    package var metadata: SigmaMetadata
    /// The log whose rules it is for.
    package var logSource: LogSource
    /// The rules, by identifier or name; nil for all of the log.
    package var rules: [SigmaValue]?
    /// What events of these rules must be like.
    package var detection: SigmaDetection
    /// The file.
    package var source: Source

    /// By content, wherever written.
    package static func == (left: SigmaFilter, right: SigmaFilter) -> Bool {
        left.metadata == right.metadata && left.logSource == right.logSource && left.rules == right.rules
            && left.detection == right.detection
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(metadata)
        hasher.combine(detection)
    }
}
