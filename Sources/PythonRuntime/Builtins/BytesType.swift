extension BuiltinTypes {
    /// `bytes`.
    static let bytes = NativeType("bytes", "A sequence of bytes.")
}
