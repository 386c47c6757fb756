package import Diagnostics

/// A module that rules import.
package struct Helper: Sendable {
    /// The name it is imported by.
    package var id: String
    /// Its text.
    package var module: Module
    /// For people.
    package var description: String?
    /// Labels.
    package var tags: [String]
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier.
    package var idSpan: Span

    /// A helper.
    package init(
        id: String,
        module: Module,
        description: String?,
        tags: [String],
        source: Source,
        idSpan: Span
    ) {
        self.id = id
        self.module = module
        self.description = description
        self.tags = tags
        self.source = source
        self.idSpan = idSpan
    }

    /// A Python file of a pack.
    package struct Module: Sendable {
        /// As the pack names it: the directory it was found in, joined with the name written there.
        package var path: String
        /// Its text.
        package var source: Source

        /// A file and its text.
        package init(path: String, source: Source) {
            self.path = path
            self.source = source
        }
    }
}
