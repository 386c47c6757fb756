extension BuiltinTypes {
    /// `method`.
    static let boundMethod = NativeType("method", "A function bound to a value.")
}
