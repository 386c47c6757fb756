extension BuiltinTypes {
    /// `set`.
    static let set = NativeType("set", "A collection without duplicates.")
}
