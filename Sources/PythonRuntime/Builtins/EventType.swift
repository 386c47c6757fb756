extension BuiltinTypes {
    /// `PantherEvent`.
    static let event = NativeType("PantherEvent", "The event that a rule looks at.")
}
