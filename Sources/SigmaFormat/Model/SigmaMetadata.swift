package import Diagnostics
package import Documents

/// What rules, correlations and filters say of themselves. Source: Sigma rules specification 2.1, "Components".
package struct SigmaMetadata: Hashable, Sendable {
    /// What the document looks for, in a few words.
    package var title: String
    /// A UUID, if it has one.
    package var id: String?
    /// The name that correlations refer to it by.
    package var name: String?
    /// `stable`, `test`, `experimental`, `deprecated`, `unsupported`.
    package var status: String?
    /// For people.
    package var description: String?
    /// How bad a match is.
    package var level: String?
    /// As written, each with its place.
    package var tags: [SigmaValue]
    /// Where the rule was learned of.
    package var references: [String]
    /// Fields worth showing.
    package var fields: [String]
    /// Every key of the document but those of its kind, as written.
    package var entries: [DataMap.Entry]
    /// Where the identifier, else the title, stands.
    package var span: Span

    /// The identifier that the rest of a pack knows the document by: its `id`, else its name, else its title.
    package var identifier: String { id ?? name ?? title }

    /// By content, wherever written.
    package static func == (left: SigmaMetadata, right: SigmaMetadata) -> Bool {
        left.title == right.title && left.id == right.id && left.name == right.name && left.status == right.status
            && left.description == right.description && left.level == right.level && left.tags == right.tags
            && left.references == right.references && left.fields == right.fields && left.entries == right.entries
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(identifier)
        hasher.combine(title)
    }
}
