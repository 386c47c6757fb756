extension BuiltinTypes {
    /// `dict_view`.
    static let dictionaryView = NativeType("dict_view", "Keys, values or items of a dictionary.")
}
