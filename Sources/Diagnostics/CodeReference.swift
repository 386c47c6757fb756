/// The reference pages of diagnostic codes, made from the rows of their tables.
package enum CodeReference {
    /// The page of one code, in Markdown.
    package static func page(_ code: Diagnostic.Code) -> String {
        "# \(code.identifier): \(code.title)\n\n\(code.explanation)\n"
    }

    /// The list of all codes with links to their pages, in Markdown; in ascending order of identifiers.
    package static func index(_ codes: [Diagnostic.Code]) -> String {
        let rows = codes.sorted { $0.identifier < $1.identifier }
            .map { "- [\($0.identifier)](\($0.identifier).md): \($0.title)" }
        return """
            # Diagnostics

            What Margay says of files, by code. `margay check --explain CODE` prints the same pages. Made from the tables \
            in `Sources`; `make golden` writes them anew.

            \(rows.joined(separator: "\n"))

            """
    }
}
