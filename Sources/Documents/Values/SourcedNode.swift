package import Diagnostics

/// A value of a file together with the file: a derived detection has values of two.
package struct SourcedNode: Sendable {
    /// What was written.
    package var node: DataNode
    /// Where the spans of ``node`` point.
    package var source: Source

    /// A value of `source`.
    package init(_ node: DataNode, in source: Source) {
        self.node = node
        self.source = source
    }
}
