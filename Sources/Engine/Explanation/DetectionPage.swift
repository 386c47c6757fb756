package import Conditions
package import Detections
import Extraction

/// What there is to say of one detection: the page of a rule. Written by ``PageMaker``.
package struct DetectionPage: Sendable {
    /// The detection.
    package var detection: Detection
    /// When it matches, simplified for readers.
    package var condition: Condition
    /// Whether the condition says all of it and none of its tests contradicts that.
    package var isExact: Bool
    /// What its tests say of the condition.
    package var validation: ConditionValidation
    /// What it looks for, and how many other detections of the pack look for the same.
    package var indicators: [IndicatorUse]
    /// What its matches carry.
    package var outputs: [OutputField]
    /// The fields that it reads.
    package var reads: [FieldReference]
    /// The parts of the code that the condition does not say.
    package var opaque: [Opaque]

    /// An indicator with its company.
    package struct IndicatorUse: Hashable, Sendable {
        /// What is looked for.
        package var indicator: ConditionIndicator
        /// Other detections of the pack, for a log that this one reads too, that look for the same; deprecated ones left out.
        package var others: [String]
    }

    /// How much of the detection the condition says; less than all where a test contradicts it.
    package var completeness: Completeness { isExact ? .exact : min(condition.completeness, .partial) }
}
