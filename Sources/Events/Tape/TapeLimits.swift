/// How much one event may ask of the parser, and what it may say beyond JSON.
package struct TapeLimits: Hashable, Sendable {
    /// Longest text of one event, in bytes. Never above ``byteCountCeiling``.
    package var byteCountMax: Int
    /// Deepest nesting of arrays and objects: `[[0]]` has 2.
    package var depthMax: Int
    /// Most values in one event; a node takes 24 bytes.
    package var nodeCountMax: Int
    /// Whether `NaN`, `Infinity` and `-Infinity` are numbers, as for Python's `json`.
    package var allowsNonFinite: Bool

    /// Offsets are 31 bits, so no event is longer than this, whatever the limit says.
    package static let byteCountCeiling = Int(Int32.max)
    /// Node indices are 32 bits and a tape grows by doubling, so no tape is longer than this.
    package static let nodeCountCeiling = 1 << 28

    /// The defaults: 16 MiB, 500 deep, a million values.
    package init(
        byteCountMax: Int = 16 << 20,
        depthMax: Int = 500,
        nodeCountMax: Int = 1 << 20,
        allowsNonFinite: Bool = false
    ) {
        self.byteCountMax = min(max(byteCountMax, 0), Self.byteCountCeiling)
        self.depthMax = min(max(depthMax, 0), Self.nodeCountCeiling)
        self.nodeCountMax = min(max(nodeCountMax, 1), Self.nodeCountCeiling)
        self.allowsNonFinite = allowsNonFinite
    }
}
