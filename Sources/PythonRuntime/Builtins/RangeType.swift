extension BuiltinTypes {
    /// `range`.
    static let range = NativeType("range", "Numbers from a start to a stop.")
}
