extension BuiltinTypes {
    /// `slice`.
    static let slice = NativeType("slice", "The bounds of a part of a sequence.")
}
