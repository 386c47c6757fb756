package import Diagnostics

/// Names common to several kinds of log, and where each finds its value.
package struct DataModel: Sendable {
    /// Unique among all items of a pack.
    package var id: String
    /// The name people read.
    package var displayName: String?
    /// Whether it is used; only one enabled model may serve a kind of log.
    package var isEnabled: Bool
    /// The kinds of log it serves.
    package var logTypes: [String]
    /// The module that holds the methods; nil if there are none.
    package var module: Helper.Module?
    /// In file order.
    package var mappings: [Mapping]
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier.
    package var idSpan: Span

    /// A model.
    package init(
        id: String,
        displayName: String?,
        isEnabled: Bool,
        logTypes: [String],
        module: Helper.Module?,
        mappings: [Mapping],
        source: Source,
        idSpan: Span
    ) {
        self.id = id
        self.displayName = displayName
        self.isEnabled = isEnabled
        self.logTypes = logTypes
        self.module = module
        self.mappings = mappings
        self.source = source
        self.idSpan = idSpan
    }

    /// A common name and its origin.
    package struct Mapping: Sendable {
        /// The common name.
        package var name: String
        /// Where the value comes from.
        package var target: Target
        /// The place of the target's text.
        package var span: Span

        /// A mapping.
        package init(name: String, target: Target, span: Span) {
            self.name = name
            self.target = target
            self.span = span
        }
    }

    /// Where a mapped value comes from.
    package enum Target: Hashable, Sendable {
        /// A path in the event, in JSONPath.
        case path(String)
        /// A function of the model's module.
        case method(String)
    }
}
