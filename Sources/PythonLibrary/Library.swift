package import PythonRuntime

/// The modules that rules can import, each written in a file of its own.
///
/// To add one: its file, its row here, chunks in `Tests/Language`. A package comes with a row of its own, as
/// `import a.b` imports `a` first.
package enum Library {
    /// All modules: those of Python's library in alphabetical order, then Panther's, then those of other packages.
    package static let modules: [NativeModule] =
        [
            AbcModule.module,
            Base64Module.module,
            BinasciiModule.module,
            CalendarModule.module,
            CollectionsModule.module,
            CollectionsAbcModule.module,
            ContextlibModule.module,
            CopyModule.module,
            DatetimeModule.module,
            FnmatchModule.module,
            FunctoolsModule.module,
            FutureModule.module,
            HashlibModule.module,
            HmacModule.module,
            IpaddressModule.module,
            ItertoolsModule.module,
            JSONModule.decoder,
            JSONModule.module,
            LoggingModule.module,
            MathModule.module,
            OperatorModule.module,
            OSModule.module,
            OSPathModule.module,
            RegexModule.module,
            StringModule.module,
            SysModule.module,
            TimeModule.module,
            TypingModule.module,
            URLModule.module,
            URLModule.package,
        ] + DateutilModule.modules + PantherCore.modules + PantherDetectionHelpers.modules + UnittestMock.modules
        + Boto3.modules + PolicyUniverse.modules + Pycountry.modules + Requests.modules

    /// The modules by name.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) },
        uniquingKeysWith: { _, last in last }
    )
}
