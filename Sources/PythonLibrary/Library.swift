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
            AstModule.module,
            Base64Module.module,
            BinasciiModule.module,
            BisectModule.module,
            CalendarModule.module,
            CodecsModule.module,
            CollectionsAbcModule.module,
            CollectionsModule.module,
            ContextlibModule.module,
            CopyModule.module,
            CsvModule.module,
            DataclassesModule.module,
            DatetimeModule.module,
            DecimalModule.module,
            DifflibModule.module,
            EmailPackage.module,
            EmailUtilsModule.module,
            EnumModule.module,
            FnmatchModule.module,
            FractionsModule.module,
            FunctoolsModule.module,
            FutureModule.module,
            HashlibModule.module,
            HeapqModule.module,
            HmacModule.module,
            HtmlEntitiesModule.module,
            HtmlModule.module,
            HttpModule.module,
            InspectModule.module,
            IoModule.module,
            IpaddressModule.module,
            ItertoolsModule.module,
            JSONModule.decoder,
            JSONModule.module,
            KeywordModule.module,
            LoggingModule.module,
            MathModule.module,
            NtpathModule.module,
            NumbersModule.module,
            OperatorModule.module,
            OSModule.module,
            OSPathModule.module,
            PathlibModule.module,
            PosixpathModule.module,
            PprintModule.module,
            RandomModule.module,
            RegexModule.module,
            SecretsModule.module,
            ShlexModule.module,
            StatisticsModule.module,
            StringModule.module,
            StructModule.module,
            SysModule.module,
            TextwrapModule.module,
            TimeModule.module,
            TypesModule.module,
            TypingModule.module,
            URLModule.module,
            URLModule.package,
            UuidModule.module,
            WarningsModule.module,
            ZoneinfoModule.module,
        ] + DateutilModule.modules + PantherCore.modules + PantherDetectionHelpers.modules + UnittestMock.modules
        + Boto3.modules + PolicyUniverse.modules + Pycountry.modules + Requests.modules

    /// The modules by name.
    package static let table: [String: NativeModule] = Dictionary(
        modules.map { ($0.name, $0) },
        uniquingKeysWith: { _, last in last }
    )
}
