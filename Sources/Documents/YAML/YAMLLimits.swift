/// What a YAML text may cost; texts come from strangers.
package struct YAMLLimits: Sendable {
    /// Bytes of a file.
    package var fileBytesMax = 16 << 20
    /// Levels of lists and maps, the outermost counted.
    package var depthMax = 256
    /// Values after every alias is written out: what stops "a billion laughs".
    package var expandedNodesMax = 2_000_000
    /// Documents of a file that may hold several.
    package var documentsMax = 10_000
    /// Decimal digits of an integer; CPython stops there too.
    package var integerDigitsMax = 4_300

    /// The defaults.
    package init() {}
}
