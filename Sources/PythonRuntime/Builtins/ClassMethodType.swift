extension BuiltinTypes {
    /// `classmethod`.
    static let classMethod = NativeType(
        "classmethod",
        "A function of a class that gets the class.",
        properties: [
            wrappedFunction("__func__", .classMethod), wrappedFunction("__wrapped__", .classMethod),
            wrappedAttribute("__name__", .classMethod), wrappedAttribute("__doc__", .classMethod),
        ],
        slots: .init {
            $0.construct = NativeFunction("classmethod(cls, function, /)", "Makes a class method.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeRecord(.classMethod, [arguments[1]])
            }
        }
    )
}
