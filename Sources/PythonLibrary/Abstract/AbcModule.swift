package import PythonRuntime

/// `abc`: there are no metaclasses, so nothing keeps an abstract class from being instantiated.
package enum AbcModule {
    package static let module: NativeModule = NativeModule(
        "abc",
        "Abstract classes, without their checks.",
        functions: [
            NativeFunction("abstractmethod(funcobj, /)", "The function as it is.") {
                (_: inout Machine, arguments) throws(Raised) in arguments[0]
            },
            NativeFunction("abstractproperty(fget)", "A property.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeProperty(getter: arguments[0])
            },
        ],
        types: [
            NativeType(
                "ABC",
                module: "abc",
                "The base of abstract classes.",
                slots: .init { $0.isInstance = { (_: inout Machine, _) throws(Raised) in false } }
            )
        ]
    )
}
