package import Diagnostics

/// A rule: what single events of a log must be like.
package struct SigmaRule: Sendable {
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
}
