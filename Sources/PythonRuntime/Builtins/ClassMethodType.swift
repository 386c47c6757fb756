extension BuiltinTypes {
    /// `classmethod`.
    static let classMethod = NativeType("classmethod", "A function that gets the class.")
}
