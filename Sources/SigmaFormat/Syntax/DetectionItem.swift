package import Diagnostics
import Documents

/// A field with its modifiers and the values it may have: a line of a search. Without a field the values are keywords.
package struct DetectionItem: Hashable, Sendable {
    /// The field as written; nil for keywords.
    package var field: String?
    /// What a pipeline makes of the field: one of these will do. Empty where it stays as it is.
    package var mappedFields: [String] = []
    /// In order.
    package var modifiers: [Modifier]
    /// Names after a `|` that are no modifiers, in order.
    package var unknownModifiers: [String]
    /// The values, in order.
    package var values: [SigmaValue]
    /// Whether the values stand in a list, if only one.
    package var isList: Bool
    /// Whether a value could not be read: a diagnostic says why.
    package var isIncomplete = false
    /// Where the field and its modifiers stand.
    package var keySpan: Span
    /// Where the values stand.
    package var valueSpan: Span

    /// A field, or keywords, with values.
    package init(
        field: String?,
        modifiers: [Modifier] = [],
        unknownModifiers: [String] = [],
        values: [SigmaValue],
        isList: Bool,
        keySpan: Span = Span(0, 0),
        valueSpan: Span = Span(0, 0)
    ) {
        self.field = field
        self.modifiers = modifiers
        self.unknownModifiers = unknownModifiers
        self.values = values
        self.isList = isList
        self.keySpan = keySpan
        self.valueSpan = valueSpan
    }

    /// By content, wherever written.
    package static func == (left: DetectionItem, right: DetectionItem) -> Bool {
        left.field == right.field && left.modifiers == right.modifiers
            && left.unknownModifiers == right.unknownModifiers && left.values == right.values
            && left.isList == right.isList && left.isIncomplete == right.isIncomplete
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(modifiers)
        hasher.combine(values)
    }

    /// The names that the field has in the log; none for keywords.
    package var fieldNames: [String] { mappedFields.isEmpty ? [field].compactMap(\.self) : mappedFields }

    /// Field and modifiers as a rule writes them: `CommandLine|contains|all`.
    package var key: String {
        ([field ?? ""] + modifiers.map(\.rawValue) + unknownModifiers).joined(separator: "|")
    }

    /// The line as text, shortened by its reader.
    var summary: String {
        let shown = values.prefix(4).map { value in
            if case .text(let text) = value.content {
                "'\(text)'"
            } else {
                String(decoding: (try? value.node.json()) ?? [], as: UTF8.self)
            }
        }
        return (field == nil && modifiers.isEmpty ? "" : key + ": ") + shown.joined(separator: ", ")
            + (values.count > 4 ? ", …" : "")
    }
}
