/// A literal.
package enum Constant: Hashable, Sendable {
    /// `"text"`; hidden from logs if written `h"text"`.
    case string(String, isObfuscated: Bool = false)
    /// `1`, `0x1F`.
    case long(Int64)
    /// `1.5`.
    case real(Double)
    /// `true`, `false`.
    case bool(Bool)
    /// `1h`.
    case timespan(Timespan)
    /// `datetime(2024-01-01)`, `guid(…)`, `timespan(1.02:00:00)`, `typeof(string)`: the type, and what is in the brackets, as
    /// written. What is there is not checked.
    case typed(String, String)
}

/// What stands in `dynamic(…)`: JSON, whose strings may have any quotes, with literals of other types.
package indirect enum DynamicValue: Hashable, Sendable {
    /// `null`.
    case null
    /// A scalar.
    case constant(Constant)
    /// `[…]`.
    case array([DynamicValue])
    /// `{…}`, in order.
    case bag([Member])

    /// A member of a property bag.
    package struct Member: Hashable, Sendable {
        /// The key.
        package var name: String
        /// What it stands for.
        package var value: DynamicValue

        /// A member.
        package init(_ name: String, _ value: DynamicValue) {
            self.name = name
            self.value = value
        }
    }
}
