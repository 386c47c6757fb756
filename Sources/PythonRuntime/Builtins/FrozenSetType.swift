extension BuiltinTypes {
    /// `frozenset`.
    static let frozenSet = NativeType("frozenset", "A set that cannot be changed.")
}
