package import PythonRuntime

/// The modules written in Swift, that rules can import.
///
/// To add one: its file `<Name>Module.swift` with a static `NativeModule`, and its row here.
package enum Library {
    /// All modules; a parent comes with a row of its own, as `import a.b` imports `a` first.
    package static let modules: [NativeModule] =
        PantherCore.modules + PantherDetectionHelpers.modules + UnittestMock.modules

    /// The same by name, for ``Environment``.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
