extension BuiltinTypes {
    /// `dict`.
    static let dictionary = NativeType("dict", "A mapping in order of insertion.")
}
