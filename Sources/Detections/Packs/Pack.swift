package import Diagnostics

/// A named set of items that are switched on together.
package struct Pack: Sendable {
    /// Unique among all items.
    package var id: String
    /// The name people read.
    package var displayName: String?
    /// For people.
    package var description: String?
    /// The items, by identifier, in file order.
    package var members: [String]
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier.
    package var idSpan: Span

    /// A pack.
    package init(
        id: String,
        displayName: String?,
        description: String?,
        members: [String],
        source: Source,
        idSpan: Span
    ) {
        self.id = id
        self.displayName = displayName
        self.description = description
        self.members = members
        self.source = source
        self.idSpan = idSpan
    }
}
