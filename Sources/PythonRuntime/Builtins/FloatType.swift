extension BuiltinTypes {
    /// `float`.
    static let float = NativeType("float", "Floating point numbers of 64 bits.")
}
