extension Machine {
    /// `template % arguments`.
    mutating func formatPercent(_ template: Value, _ arguments: Value) throws(Raised) -> Value { .none }
    /// `format(value, specification)`.
    package mutating func format(_ value: Value, _ specification: Value) throws(Raised) -> Value { try str(value) }
    mutating func appendEvent(_ value: Value, to text: inout TextBuilder) throws(Raised) {}
    mutating func frozenEvent(_ value: Value) throws(Raised) -> Value { .none }
    mutating func plainEventValue(_ index: UInt32) throws(Raised) -> Value { .none }
}
