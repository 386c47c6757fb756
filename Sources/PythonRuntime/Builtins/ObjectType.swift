extension BuiltinTypes {
    /// `object`.
    static let object = NativeType("object", "The base of all types.")
}
