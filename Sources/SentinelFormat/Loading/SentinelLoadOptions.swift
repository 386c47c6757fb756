package import Detections
package import Documents
package import KQL

/// What a load of Sentinel's rules and of queries takes and leaves out.
package struct SentinelLoadOptions: Sendable {
    /// The files that are looked at.
    package var selection = FileSelection()
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
