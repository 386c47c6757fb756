extension BuiltinTypes {
    /// `list`.
    static let list = NativeType("list", "A sequence that can be changed.")
}
