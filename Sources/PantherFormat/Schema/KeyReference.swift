/// The reference page of Panther's keys, made from the tables that validation reads.
package enum KeyReference {
    /// The text of `docs/panther-keys.md`.
    package static func page() -> String {
        var text = """
            # Keys of Panther's files

            Generated from the tables that validate files; change those, not this page. Any other key is an error.
            "one of" means exactly one of the names, "any of" one or more.

            """
        for schema in ItemSchema.all {
            text += "\n## \(schema.name)\n\n| key | | holds | meaning |\n|---|---|---|---|\n"
            for row in schema.shape.rows {
                let names = row.names.map { "`\($0)`" }.joined(separator: ", ")
                let presence =
                    switch row.presence {
                    case .required: "required"
                    case .optional: ""
                    case .exactlyOne: "one of"
                    case .atLeastOne: "any of"
                    }
                text += "| \(names) | \(presence) | \(row.shape.summary) | \(row.meaning) |\n"
            }
        }
        text +=
            "\nResource types: " + ValueShape.knownResourceTypes.sorted().map { "`\($0)`" }.joined(separator: ", ")
            + ".\n"
        return text
    }
}
