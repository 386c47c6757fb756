import Conditions
package import Detections

/// What one function or section of a rule gives to an alert.
package struct OutputGroup: Codable, Hashable, Sendable {
    /// As the vendor calls it: `alert_context`, `title`, `outcome`, `project` …
    package var origin: String
    /// In the order written.
    package var fields: [Field]

    /// A field that a match carries.
    package struct Field: Codable, Hashable, Sendable {
        /// What the alert calls it.
        package var name: String
        /// How it is made.
        package var kind: OutputField.Kind
        /// The fields of the event that it is made of, where they are more than itself.
        package var reads: [String]
    }

    /// Outputs by their origin, both in the order written.
    package static func groups(of outputs: [OutputField]) -> [OutputGroup] {
        var groups: [OutputGroup] = []
        var places: [String: Int] = [:]
        for output in outputs {
            let reads = output.reads.map(\.path)
            let field = Field(name: output.name, kind: output.kind, reads: reads == [output.name] ? [] : reads)
            if let place = places[output.origin] {
                groups[place].fields.append(field)
            } else {
                places[output.origin] = groups.count
                groups.append(OutputGroup(origin: output.origin, fields: [field]))
            }
        }
        return groups
    }
}

extension OutputField.Kind: Codable {}
