package import Detections

/// What a load of YARA-L rules takes and leaves out.
package struct ChronicleOptions: Sendable {
    /// The files that are looked at.
    package var selection = FileSelection()
    /// What a file may cost.
    package var limits = YaraLLimits()
    /// What the logs call the fields of the UDM.
    package var aliases = FieldAliases.standard

    /// The defaults.
    package init() {}
}
