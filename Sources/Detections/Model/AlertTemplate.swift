/// How a detection without code words its alert, each part in the vendor's own syntax.
package struct AlertTemplate: Sendable {
    /// The title, with places for fields.
    package var title: String?
    /// The fields that make up the alert's context.
    package var context: DataNode?
    /// The fields that make up the deduplication string.
    package var groupBy: DataNode?
    /// Severities that replace the static one under conditions.
    package var severities: DataNode?

    /// Nothing given.
    package init() {}
}
