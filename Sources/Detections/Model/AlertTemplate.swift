package import Documents

/// How a detection without code words its alert, each part in the vendor's own syntax.
package struct AlertTemplate: Sendable {
    /// The title, with places for fields.
    package var title: SourcedNode?
    /// The fields that make up the alert's context.
    package var context: SourcedNode?
    /// The fields that make up the deduplication string.
    package var groupBy: SourcedNode?
    /// Severities that replace the static one under conditions.
    package var severities: SourcedNode?

    /// Nothing given.
    package init() {}
}
