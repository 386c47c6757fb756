extension Machine {
    mutating func makeUnion(_ left: Value, _ right: Value) throws(Raised) -> Value? { nil }
    mutating func appendEvent(_ value: Value, to text: inout TextBuilder) throws(Raised) {}
    mutating func frozenEvent(_ value: Value) throws(Raised) -> Value { .none }
    mutating func plainEventValue(_ index: UInt32) throws(Raised) -> Value { .none }
}
