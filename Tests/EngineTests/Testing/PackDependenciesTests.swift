import Detections
import Diagnostics
import Engine
import PantherFormat
import TestSupport
import Testing

/// What has to run again when a file changes.
@Suite struct PackDependenciesTests {
    private static func rule(_ id: String, _ file: String, logType: String = "X.Y") -> String {
        """
        AnalysisType: rule
        RuleID: \(id)
        Filename: \(file)
        Enabled: true
        LogTypes: [X.Y]
        Severity: Low
        Tests: [{Name: t, ExpectedResult: true, Log: {p_log_type: \(logType)}}]
        """
    }

    private static let files = [
        "rules/plain.yml": rule("Plain", "plain.py"), "rules/plain.py": "def rule(event): return True",
        "rules/user.yml": rule("User", "user.py"), "rules/user.py": "from low import f\ndef rule(event): return f()",
        "rules/high.yml": rule("High", "high.py"),
        "rules/high.py": "def rule(event):\n    import middle\n    return middle.f()",
        "rules/modelled.yml": rule("Modelled", "plain.py", logType: "X.M"),
        "rules/derived.yml": "AnalysisType: rule\nRuleID: Derived\nBaseDetection: User\n",
        "rules/lost.yml": rule("Lost", "lost.py"),
        "rules/missing.yml": rule("Missing", "missing.py"),
        "rules/missing.py": "import not_there\ndef rule(event): return True",
        "global_helpers/low.yml": "AnalysisType: global\nGlobalID: low\nFilename: low.py\n",
        "global_helpers/low.py": "def f(): return True",
        "global_helpers/middle.yml": "AnalysisType: global\nGlobalID: middle\nFilename: middle.py\n",
        "global_helpers/middle.py": "from low import f",
        "global_helpers/model_helper.yml": "AnalysisType: global\nGlobalID: model_helper\nFilename: model_helper.py\n",
        "global_helpers/model_helper.py": "def who(): return 1",
        "data_models/m.yml": """
        AnalysisType: datamodel
        DataModelID: M
        Enabled: true
        LogTypes: [X.M]
        Filename: m.py
        Mappings: [{Name: who, Method: who}]
        """,
        "data_models/m.py": "import model_helper\ndef who(event): return model_helper.who()",
    ]

    static let cases: [(changed: [String], affected: [String])] = [
        ([], []),
        (["rules/readme.md"], []),
        (["rules/plain.yml"], ["Plain"]),
        (["rules/plain.py"], ["Modelled", "Plain"]),
        (["rules/user.py"], ["Derived", "User"]),
        (["rules/user.yml"], ["Derived", "User"]),
        (["rules/derived.yml"], ["Derived"]),
        (["rules/lost.py"], ["Lost"]),
        (["global_helpers/low.py"], ["Derived", "High", "User"]),
        (["global_helpers/low.yml"], ["Derived", "High", "User"]),
        (["global_helpers/middle.py"], ["High"]),
        (["global_helpers/model_helper.py"], ["Modelled"]),
        (["data_models/m.py"], ["Modelled"]),
        (["data_models/m.yml"], ["Modelled"]),
        (["rules/plain.yml", "rules/high.py"], ["High", "Plain"]),
    ]

    @Test("a file affects what is made from it, and nothing else", arguments: cases)
    func affected(_ changed: [String], _ affected: [String]) {
        let pack = PantherPack.load(roots: ["."], files: MemoryFiles(Self.files))
        let dependencies = PackDependencies(CompiledPack(pack), directory: MemoryFiles([:]).currentDirectory)
        let paths = changed.map { PathName.absolute($0, in: MemoryFiles([:]).currentDirectory) }
        #expect(dependencies.detections(affectedBy: Set(paths)).sorted() == affected)
    }

    @Test("any rule may look into any lookup table")
    func tables() {
        var files = Self.files
        files["lookup_tables/t.yml"] = """
            AnalysisType: lookup_table
            LookupName: T
            Enabled: true
            Filename: t.csv
            Schema: Custom.T
            LogTypeMap: {PrimaryKey: a, AssociatedLogTypes: [{LogType: X.Y, Selectors: [a]}]}
            """
        let pack = PantherPack.load(roots: ["."], files: MemoryFiles(files))
        let dependencies = PackDependencies(CompiledPack(pack), directory: MemoryFiles([:]).currentDirectory)
        let directory = MemoryFiles([:]).currentDirectory
        for name in ["lookup_tables/t.yml", "lookup_tables/t.csv"] {
            #expect(dependencies.detections(affectedBy: [PathName.absolute(name, in: directory)]).count == 7)
        }
    }
}
