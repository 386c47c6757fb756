package import PythonRuntime

/// `__future__`: the compiler knows what its names mean; here they only are.
package enum FutureModule {
    package static let module: NativeModule = NativeModule(
        "__future__",
        "Names of features; only `annotations` has an effect.",
        constants: { (_: inout Machine) throws(Raised) in
            [
                "annotations", "division", "absolute_import", "print_function", "unicode_literals", "generator_stop",
                "with_statement", "generators", "nested_scopes",
            ].map { (name: $0, value: Value.true) }
        }
    )
}
