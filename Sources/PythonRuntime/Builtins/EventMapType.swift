extension BuiltinTypes {
    /// `ImmutableCaseInsensitiveDict`.
    static let eventMap = NativeType("ImmutableCaseInsensitiveDict", "A mapping of the event.")
}
