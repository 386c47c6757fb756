extension BuiltinTypes {
    /// `ImmutableList`.
    static let eventList = NativeType("ImmutableList", "A list of the event.")
}
