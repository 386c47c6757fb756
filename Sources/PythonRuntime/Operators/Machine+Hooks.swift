extension Machine {
    /// `template % arguments`.
    mutating func formatPercent(_ template: Value, _ arguments: Value) throws(Raised) -> Value { .none }
    /// `format(value, specification)`.
    package mutating func format(_ value: Value, _ specification: Value) throws(Raised) -> Value { try str(value) }
}
