extension BuiltinTypes {
    /// `generator`.
    static let generator = NativeType("generator", "What a generator expression gives.")
}
