package import Diagnostics
package import Documents

/// An item that detections refer to but that is not run here: a query, a lookup table, a prompt.
package struct AuxiliaryItem: Sendable {
    /// Unique among all items.
    package var id: String
    /// What it is.
    package var kind: Kind
    /// Whether the author wants it used.
    package var isEnabled: Bool
    /// For people.
    package var description: String?
    /// All its keys, as written.
    package var fields: DataMap
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier.
    package var idSpan: Span

    /// An item.
    package init(
        id: String,
        kind: Kind,
        isEnabled: Bool,
        description: String?,
        fields: DataMap,
        source: Source,
        idSpan: Span
    ) {
        self.id = id
        self.kind = kind
        self.isEnabled = isEnabled
        self.description = description
        self.fields = fields
        self.source = source
        self.idSpan = idSpan
    }

    /// What an auxiliary item is.
    package enum Kind: String, CaseIterable, Sendable {
        /// A query kept for people.
        case savedQuery
        /// A query run by the clock, whose rows go to scheduled rules.
        case scheduledQuery
        /// Rows that enrich events.
        case lookupTable
        /// A text given to a language model by the clock.
        case scheduledPrompt
    }
}
