extension BuiltinTypes {
    /// `staticmethod`.
    static let staticMethod = NativeType("staticmethod", "A function of a class without self.")
}
