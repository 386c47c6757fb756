package import Detections
package import Documents

/// What a load of Sigma's files takes and leaves out.
package struct SigmaOptions: Sendable {
    /// What is done to rules before they are lowered; those of the highest priority last. ``Pipeline/logTypes`` comes before them.
    package var pipelines: [Pipeline] = []
    /// The files that are looked at.
    package var selection = FileSelection()
    /// Files that another vendor's loader has refused, by their path as walked: what is wrong with them is told already.
    package var refusedFiles: Set<String> = []
    /// Tests of one rule.
    package var testsMax = 1_000
    /// Folders, the rule's own and those above, that the path of a rule's tests may be relative to.
    package var testFoldersMax = 16
    /// What a YAML file may cost.
    package var yaml = YAMLLimits()

    /// The defaults.
    package init() {}
}
