extension BuiltinTypes {
    /// `function`.
    static let function = NativeType("function", "A function that a rule defines.")
}
