package import Detections
package import Documents
package import KQL

/// What a load of Sentinel's rules and of queries takes and leaves out.
package struct SentinelLoadOptions: Sendable {
    /// Files to pass over, as paths relative to the working directory.
    package var ignoredFiles: [String] = []
    /// Files a walk may find.
    package var filesMax = 200_000
    /// Levels of folders a walk goes down.
    package var folderDepthMax = 64
    /// Bytes of a file.
    package var fileBytesMax = 4 << 20
    /// Queries of one page; what follows is not read.
    package var blocksMax = 500
    /// What a rule's YAML may cost.
    package var yaml = YAMLLimits()
    /// What a query may hold.
    package var query = KQLLimits()
    /// How much of a query is followed.
    package var lowering = LoweringLimits()
    /// What the logs behind tables call their fields.
    package var aliases = FieldAliases.standard

    /// The defaults.
    package init() {}
}
