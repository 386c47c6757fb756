package import Detections
import Diagnostics
package import PantherFormat

/// Everything a run of unit tests found: what all report formats are made from.
package struct TestRun: Sendable {
    /// The folder as the user gave it; several are joined by spaces.
    package var path: String
    /// In the order of the pack.
    package var reports: [DetectionTestReport] = []
    /// Files that could not be used at all.
    package var invalid: [InvalidItem] = []
    package var seconds: Double = 0
    /// Derived detections whose base is not there: they are not tested, and Panther's tool counts them as passed.
    package var withoutBase: [DetectionWithoutBase]
    /// Those of them that the options leave out.
    package var skippedWithoutBase: [DetectionWithoutBase]
    /// Valid items of any kind in the pack, and those of them that passed the filters.
    package var itemsFound: Int
    package var itemsKept: Int
    /// The names of the tests that were wanted; empty for all.
    package var testNames: [String]
    /// What was filtered by.
    package var filters: [DetectionFilter] = []
    /// Files of data models in the order of the pack.
    package var modelFiles: [String]
    /// The folder that relative paths start from.
    package var directory: String

    /// A run over `pack`, of which nothing has been tested yet.
    package init(path: String, directory: String, pack: DetectionPack, options: TestOptions) {
        self.path = path
        self.directory = directory
        invalid = pack.invalid
        testNames = options.names
        modelFiles = pack.dataModels.map(\.source.path)
        itemsFound = pack.itemsFound
        itemsKept = pack.itemsKept
        withoutBase = pack.withoutBase
        skippedWithoutBase = pack.withoutBase.filter { detection in
            options.skipsDisabled && !detection.isEnabled
                || !options.names.isEmpty && !detection.testNames.contains(where: options.names.contains)
        }
    }

    /// Detections of which some test failed, or which could not be loaded.
    package var failed: [DetectionTestReport] { reports.filter { !$0.passed } }
    package var skipped: [DetectionTestReport] { reports.filter { $0.skipped != nil } }
    package var testCount: Int { reports.reduce(0) { $0 + $1.tests.count } }
    package var passedTestCount: Int { reports.reduce(0) { $0 + $1.tests.count { $0.passed } } }
    /// Why there was nothing to test, where that is so.
    package var fault: String? {
        if itemsFound == 0, invalid.isEmpty { return "nothing to test in \(path): no rule or policy was found there" }
        if !filters.isEmpty, reports.isEmpty, withoutBase.isEmpty {
            return "nothing to test in \(path): no rule or policy matches the filters"
        }
        if !testNames.isEmpty, testCount == 0 { return "no test is called \(testNames.joined(separator: ", "))" }
        return nil
    }

    /// Whether nothing failed and nothing was invalid.
    package var isClean: Bool { failed.isEmpty && invalid.isEmpty }
}

extension FunctionOutcome {
    /// As a line of a report shows it: texts as they are, all else as JSON.
    package var displayText: String {
        switch self {
        case .absent: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .text(let text): text
        case .json(let json): json
        case .list(let names):
            "["
                + names.map { name in
                    var line = JSONLine()
                    line.list([name])
                    return String(line.text.dropFirst().dropLast())
                }.joined(separator: ", ") + "]"
        case .error(let error): "\(error.type): \(error.message)"
        }
    }
}
