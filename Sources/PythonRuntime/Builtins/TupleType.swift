extension BuiltinTypes {
    /// `tuple`.
    static let tuple = NativeType("tuple", "A sequence that cannot be changed.")
}
