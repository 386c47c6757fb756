package import Detections
package import Documents

/// What a load takes and leaves out; the defaults are those of Panther's own tool.
package struct LoadOptions: Sendable {
    /// Only items that meet all of these.
    package var filters: [DetectionFilter] = []
    /// The files that are looked at.
    package var selection = FileSelection()
    /// Whether unknown keys of rules and policies pass.
    package var ignoresExtraKeys = false
    /// Whether the tables of scheduled queries are not looked at.
    package var ignoresTableNames = false
    /// Tables that are allowed beside Panther's; `*` stands for anything.
    package var validTableNames: [String] = []
    /// Bytes of a Python file.
    package var moduleBytesMax = 4 << 20
    /// Bytes of a lookup table's file of rows.
    package var lookupBytesMax = 64 << 20
    /// What a YAML file may cost.
    package var yaml = YAMLLimits()

    /// The defaults.
    package init() {}
}
