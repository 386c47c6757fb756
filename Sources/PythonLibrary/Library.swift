package import PythonRuntime

/// The modules that rules can import, each written in a file of its own.
///
/// To add one: its file, its row here, chunks in `Tests/Language`.
package enum Library {
    /// All modules, in alphabetical order.
    package static let modules: [NativeModule] = [
        AbcModule.module,
        CalendarModule.module,
        CollectionsAbcModule.module,
        CollectionsModule.module,
        ContextlibModule.module,
        CopyModule.module,
        DatetimeModule.module,
        FunctoolsModule.module,
        FutureModule.module,
        IpaddressModule.module,
        ItertoolsModule.module,
        MathModule.module,
        OperatorModule.module,
        StringModule.module,
        TimeModule.module,
        TypingModule.module,
    ]

    /// The modules by name.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) },
        uniquingKeysWith: { _, last in last }
    )
}
