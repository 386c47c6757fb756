package import Conditions
package import Detections

/// What the analysis found of one detection.
package struct ExtractedRule: Sendable {
    /// The detection.
    package var id: String
    /// When it matches. Evaluated in order (``TruthOrder/sequential``) it never contradicts the code: true where the matcher
    /// gives the value that alerts, false where it gives the other and has no effect that anything sees, unknown where only
    /// running it can tell.
    package var condition: Condition
    /// What ``condition`` comes to on events of each kind of log that the detection reads, by its name, where data models answer for
    /// them; empty where the detection asks none.
    package var conditionOfLog: [String: Condition] = [:]
    /// What ``condition`` comes to on events of the kinds of log that the detection reads, which are all that it is ever given: what
    /// a reader wants to see.
    package var conditionOfGiven: Condition
    /// Whether the condition says all of it: no opaque part but errors.
    package var isExact: Bool
    /// The fields that the matcher reads, in the order it does, each once.
    package var reads: [FieldReference]
    /// What its matches carry.
    package var outputs: [OutputField]
    /// What functions beside the matcher return, by their names, where that is known without running them.
    package var templates: [String: OutputTemplate]
    /// The parts that could not be said, in order, errors left out.
    package var opaques: [Opaque]
    /// Whether the matcher writes names of its module that other functions of the detection read: then it has to run for a match,
    /// even where the condition is true.
    package var hasEffects: Bool
}
