package import Diagnostics

/// A rule: what single events of a log must be like.
package struct SigmaRule: Hashable, Sendable {
    /// What it says of itself.
    package var metadata: SigmaMetadata
    /// The log it is about.
    package var logSource: LogSource
    /// What it looks for.
    package var detection: SigmaDetection
    /// The file.
    package var source: Source
    /// The path of the file that describes its tests, relative to the root of the collection.
    package var testsPath: SigmaValue?

    /// By content, wherever written.
    package static func == (left: SigmaRule, right: SigmaRule) -> Bool {
        left.metadata == right.metadata && left.logSource == right.logSource && left.detection == right.detection
            && left.testsPath == right.testsPath
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(metadata)
        hasher.combine(detection)
    }
}
