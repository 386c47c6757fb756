package import Detections

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
    package var withoutBase = 0
    /// The folder that relative paths start from.
    package var directory: String

    package init(path: String, directory: String) {
        self.path = path
        self.directory = directory
    }

    /// Detections of which some test failed, or which could not be loaded.
    package var failed: [DetectionTestReport] { reports.filter { !$0.passed } }
    package var skipped: [DetectionTestReport] { reports.filter { $0.skipped != nil } }
    package var testCount: Int { reports.reduce(0) { $0 + $1.tests.count } }
    package var passedTestCount: Int { reports.reduce(0) { $0 + $1.tests.count { $0.passed } } }
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
