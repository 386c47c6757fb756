extension BuiltinTypes {
    /// `property`.
    static let property = NativeType("property", "An attribute computed by functions.")
}
