extension BuiltinTypes {
    /// `bool`.
    static let bool = NativeType("bool", "Truth: `True` or `False`.")
}
