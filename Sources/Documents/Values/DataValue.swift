/// A value as vendors' files hold them: JSON's kinds, and bytes, and integers of any size.
package enum DataValue: Sendable, Equatable {
    /// YAML's `~`, JSON's `null`.
    case null
    /// True or false.
    case bool(Bool)
    /// An integer of 64 bits.
    case int(Int64)
    /// An integer past 64 bits: an optional `-`, then decimal digits without leading zeros.
    case bigInt(String)
    /// A binary floating-point number, also NaN and the infinities.
    case double(Double)
    /// A text.
    case string(String)
    /// YAML's `!!binary`; JSON has no such thing.
    case bytes([UInt8])
    /// Values in order.
    case list([DataNode])
    /// Pairs in the order written, each key once.
    case map(DataMap)

    /// By content. Numbers of different kinds are different, NaN differs from itself, and texts are compared scalar by
    /// scalar: Swift's own comparison takes `é` and `e` with an accent for the same, rule languages do not.
    package static func == (left: DataValue, right: DataValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.bigInt(let left), .bigInt(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.string(let left), .string(let right)): left.hasBytes(of: right)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.map(let left), .map(let right)): left == right
        default: false
        }
    }
}
