package import Detections

/// What a load of YARA-L rules takes and leaves out.
package struct ChronicleOptions: Sendable {
    /// Files to pass over, as paths relative to the working directory.
    package var ignoredFiles: [String] = []
    /// Files a walk may find.
    package var filesMax = 200_000
    /// Levels of folders a walk goes down.
    package var folderDepthMax = 64
    /// What a file may cost.
    package var limits = YaraLLimits()
    /// What the logs call the fields of the UDM.
    package var aliases = FieldAliases.standard

    /// The defaults.
    package init() {}
}
