package import PythonRuntime

/// The modules that rules can import, each written in a file of its own.
///
/// To add one: its file, its row here, chunks in `Tests/Language`. A package comes with a row of its own, as
/// `import a.b` imports `a` first.
package enum Library {
    /// All modules: those of Python's library in alphabetical order, then Panther's.
    package static let modules: [NativeModule] =
        [
            Base64Module.module,
            BinasciiModule.module,
            CollectionsModule.module,
            CollectionsAbcModule.module,
            DatetimeModule.module,
            FnmatchModule.module,
<<<<<<< HEAD
            IpaddressModule.module,
=======
            HashlibModule.module,
            HmacModule.module,
>>>>>>> librarya
            JSONModule.decoder,
            JSONModule.module,
            LoggingModule.module,
            OSModule.module,
            OSPathModule.module,
            RegexModule.module,
            SysModule.module,
            TimeModule.module,
            TypingModule.module,
            URLModule.module,
            URLModule.package,
        ] + PantherCore.modules + PantherDetectionHelpers.modules + UnittestMock.modules

    /// The modules by name.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) },
        uniquingKeysWith: { _, last in last }
    )
}
