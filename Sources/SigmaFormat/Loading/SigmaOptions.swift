package import Documents

/// What a load of Sigma's files takes and leaves out.
package struct SigmaOptions: Sendable {
    /// What is done to rules before they are lowered; those of the highest priority last. ``Pipeline/logTypes`` comes before them.
    package var pipelines: [Pipeline] = []
    /// Files to pass over, as paths relative to the working directory.
    package var ignoredFiles: [String] = []
    /// Files that another vendor's loader has refused, by their path as walked: what is wrong with them is told already.
    package var refusedFiles: Set<String> = []
    /// Files a walk may find.
    package var filesMax = 200_000
    /// Levels of folders a walk goes down.
    package var folderDepthMax = 64
    /// What a YAML file may cost.
    package var yaml = YAMLLimits()

    /// The defaults.
    package init() {}
}
