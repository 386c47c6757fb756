/// A module of the library, written in Swift, in the dialect, or partly in each: one file, one table.
///
/// To add one: a file `Sources/PythonLibrary/<Name>Module.swift` with a static `NativeModule`, its row in
/// `Library.modules`, chunks in `Tests/Language/<name>.py`. The reference page is generated from the tables.
package struct NativeModule: Sendable {
    /// As `import` names it, dotted.
    package let name: String
    /// One sentence for the reference page.
    package let documentation: String
    package var functions: [NativeFunction]
    package var types: [NativeType]
    /// Exception classes: name, the names of the bases with spaces between (builtin, earlier in this list, or with its
    /// module `json.decoder.JSONDecodeError`).
    package var exceptions: [(name: String, base: String)]
    /// Other names: constants, aliases. Run once, when a machine first imports the module.
    package var constants: @Sendable (inout Machine) throws(Raised) -> [(name: String, value: Value)]
    /// What is written in the dialect. It sees all of the above as its globals, and runs last: once for each rule that
    /// imports the module, as what it makes could be changed. A package whose part has a body has one itself.
    package let body: ModuleBody?

    package init(
        _ name: String,
        _ documentation: String,
        functions: [NativeFunction] = [],
        types: [NativeType] = [],
        exceptions: [(name: String, base: String)] = [],
        constants: @escaping @Sendable (inout Machine) throws(Raised) -> [(name: String, value: Value)] = {
            (_: inout Machine) throws(Raised) in []
        },
        body: ModuleBody? = nil
    ) {
        self.name = name
        self.documentation = documentation
        self.functions = functions
        self.types = types
        self.exceptions = exceptions
        self.constants = constants
        self.body = body
    }
}
