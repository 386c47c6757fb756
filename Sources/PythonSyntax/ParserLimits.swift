/// What a source may hold at most; past any of these the parser says so and stops, or skips the statement.
///
/// The first four bound memory, the rest the native stack: of this parser, and of consumers that recurse over the tree.
package struct ParserLimits: Sendable {
    /// Bytes of a source.
    package var sourceBytes = 1 << 20
    /// Tokens of a source.
    package var tokens = 400_000
    /// Decimal digits of an integer literal, as CPython's `sys.int_info.default_max_str_digits`; here for every radix.
    package var integerDigits = 4_300
    /// Diagnostics of a source; past it the rest of the source is not looked at.
    package var diagnostics = 100
    /// Levels of brackets, and of operators and patterns that nest to the right (`not not x`, `lambda: lambda: x`).
    package var nesting = 200
    /// Levels of indented blocks, as CPython's `MAXINDENT`.
    package var indentation = 100
    /// Height of an expression's tree: a chain `a + b + c …` or `a.b.c…` grows it by one at each link.
    package var treeHeight = 1_000

    /// The limits for files of strangers.
    package static let `default` = ParserLimits()

    /// The default limits; change what has to differ.
    package init() {}
}
