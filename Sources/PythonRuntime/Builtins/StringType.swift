extension BuiltinTypes {
    /// `str`.
    static let string = NativeType("str", "Text: a sequence of Unicode code points.")
}
