extension BuiltinTypes {
    /// `BaseException`.
    static let exception = NativeType("BaseException", "Methods of all exceptions.")
}
