extension BuiltinTypes {
    /// `type`.
    static let type = NativeType("type", "The type of types.")
}
