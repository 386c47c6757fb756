extension BuiltinTypes {
    /// `int`.
    static let int = NativeType("int", "Integers of any size.")
}
