/// What a query may hold at most; past any of these the parser says so and stops, or skips the operator.
///
/// The first three bound memory, the others the native stack: of this parser, and of consumers that recurse over the tree.
package struct KQLLimits: Sendable {
    /// Bytes of a query.
    package var sourceBytes = 1 << 20
    /// Tokens of a query.
    package var tokens = 300_000
    /// Diagnostics of a query; past it the rest is parsed, but no longer reported.
    package var diagnostics = 100
    /// Levels of brackets, operands and functions in one another; a bracket makes two or three.
    package var nesting = 200
    /// Links of one chain: `a + b + c …`, `a.b.c…`. Each makes the tree one higher, and brackets multiply it;
    /// `and` and `or` do not count.
    package var chain = 40

    /// The limits for queries of strangers.
    package static let `default` = KQLLimits()

    /// The default limits; change what has to differ.
    package init() {}
}
