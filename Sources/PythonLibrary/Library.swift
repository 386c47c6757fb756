package import PythonRuntime

/// The modules that rules can import, each written in a file of its own.
///
/// To add one: its file, its row here, chunks in `Tests/Language`.
package enum Library {
    /// All modules, in alphabetical order.
    package static let modules: [NativeModule] = [
        Base64Module.module,
        BinasciiModule.module,
        FnmatchModule.module,
        JSONModule.decoder,
        JSONModule.module,
        RegexModule.module,
        URLModule.module,
        URLModule.package,
    ]

    /// The modules by name.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) },
        uniquingKeysWith: { _, last in last }
    )
}
