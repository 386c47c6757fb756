/// Reading the arguments of methods of texts.
extension Machine {
    /// A bound of `find` and its kin: nil for None, clamped far outside of any text.
    @inline(__always)
    mutating func boundArgument(_ value: Value) throws(Raised) -> Int? {
        value.isNone || value.isUnbound ? nil : try slicePart(value)
    }

    /// The type of a wrong argument as CPython's argument parser names it: None by itself.
    func argumentTypeName(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }
}
