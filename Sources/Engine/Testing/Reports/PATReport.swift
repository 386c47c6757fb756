import Detections
import Diagnostics

/// The report of Panther's tool, for scripts that read that: `margay test --format pat`.
///
/// Source: the output of `pat test`, version 1.11. It is coloured always, as there, and not fit for rules of strangers on
/// a terminal: what rules say is printed as it is.
package struct PATReport {
    private static let pass = "\u{1B}[32mPASS\u{1B}[0m"
    private static let fail = "\u{1B}[31mFAIL\u{1B}[0m"
    private static let rule = "--------------------------"

    /// Whether detections are sorted, those whose tests passed first.
    package var isSorted: Bool
    /// Whether only what failed is shown; sorts too.
    package var showsFailuresOnly: Bool

    package init(isSorted: Bool, showsFailuresOnly: Bool) {
        self.isSorted = isSorted || showsFailuresOnly
        self.showsFailuresOnly = showsFailuresOnly
    }

    /// The text on standard output.
    package func text(_ run: TestRun) -> String {
        let sorted = isSorted ? self.sorted(run.reports) : ""
        return run.reports.map(detection).joined() + sorted + summaries(run)
    }

    /// The last line on standard error; nil where nothing failed.
    package func lastLine(_ run: TestRun) -> String? {
        if let last = Self.invalid(run).last {
            return "ERROR: \(last.path) \(last.message.replacing("\n", with: ""))"
        }
        return run.isClean ? nil : "ERROR: []"
    }

    // MARK: Detections

    private func detection(_ report: DetectionTestReport) -> String {
        var text = isSorted ? "" : "\(report.detection.id)\n"
        switch report.skipped {
        case .disabled: return ""
        case .noTestOfThatName(let names):
            let list = names.map { "'\($0)'" }.joined(separator: ", ")
            return text + "\tNo tests match the provided test names: [\(list)]\n" + (isSorted ? "" : "\n")
        case .kind: return report.detection.kind == .correlation && !isSorted ? text + "\n" : ""
        case nil: break
        }
        // A module prints while it is loaded, before its identifier is shown.
        text = report.printed + text
        if report.setupError != nil { return text + "\n\n" }
        if report.tests.isEmpty { text += "\tNo tests configured for \(report.detection.id)\n" }
        if isSorted { return text }
        return text + report.tests.map(test).joined() + "\n"
    }

    private func test(_ test: TestOutcome) -> String {
        guard test.harnessError == nil else { return "" }
        var text = test.printed.isEmpty ? "" : test.printed + "\n"
        text += "\t[\(test.passed ? Self.pass : Self.fail)] \(test.name)\n"
        for line in test.functions {
            let mark = line.passed ? Self.pass : Self.fail
            text += "\t\t[\(mark)] [\(line.function.resultName)] \(line.outcome.displayText)\n"
        }
        return text
    }

    /// Results by identifier: the tests that passed, then those that did not.
    private func sorted(_ reports: [DetectionTestReport]) -> String {
        let ordered = reports.filter { $0.skipped == nil }.sorted {
            $0.detection.id.unicodeScalars.lexicographicallyPrecedes($1.detection.id.unicodeScalars)
        }
        var text = ""
        for passed in showsFailuresOnly ? [false] : [true, false] {
            for report in ordered {
                let tests = report.tests.filter { $0.harnessError == nil && $0.passed == passed }
                guard !tests.isEmpty else { continue }
                text += "\(report.detection.id)\n" + tests.map { test($0) + "\n" }.joined()
            }
        }
        return text
    }

    // MARK: Summaries

    private func summaries(_ run: TestRun) -> String {
        var text = ""
        let skipped = run.skipped.filter { report in
            // Detections of conditions are passed over without a word.
            if case .conditions = report.detection.body, case .kind = report.skipped { return false }
            return true
        }
        if !skipped.isEmpty {
            text += Self.rule + "\nSkipped Tests Summary\n"
            for report in skipped { text += "\t\(Self.path(report, run))\n\t\t\(report.detection.id)\n\n" }
        }
        let failed = failed(run)
        if !failed.isEmpty {
            text += Self.rule + "\nFailed Tests Summary\n"
            for report in failed {
                let names = failures(report).map(Self.quoted).joined(separator: ", ")
                text += "\t\(report.detection.id)\n\t\t[\(names)]\n\n"
            }
        }
        let invalid = Self.invalid(run)
        if !invalid.isEmpty {
            text += Self.rule + "\nInvalid Tests Summary\n"
            for item in invalid { text += "\t\(item.path)\n\t\t\(item.message)\n\n" }
        }
        // Detections that passed; negative if more files are invalid than detections are there, as in the tool.
        let detections = run.reports.count + run.withoutBase
        let passed = detections - failed.count - invalid.count - skipped.count
        return text + """
            \(Self.rule)
            Test Summary
            \tPath: \(run.path)
            \tPassed: \(passed)
            \tSkipped: \(skipped.count)
            \tFailed: \(failed.count)
            \tInvalid: \(invalid.count)


            """
    }

    private static func path(_ report: DetectionTestReport, _ run: TestRun) -> String {
        PathName.absolute(report.detection.source.path, in: run.directory)
    }

    /// Files that could not be used, detections that could not be loaded, packs with items that are not there: in the order
    /// in which the tool finds them.
    private static func invalid(_ run: TestRun) -> [(path: String, message: String)] {
        let files = run.invalid.map { (path: PathName.absolute($0.path, in: run.directory), message: $0.vendorMessage) }
        let unloadable = run.reports.compactMap { report in
            report.setupError.map { (path: path(report, run), message: $0.message) }
        }
        let isPack = { (item: (path: String, message: String)) in item.message.hasPrefix("pack (") }
        return files.filter { !isPack($0) } + unloadable + files.filter(isPack)
    }

    /// The tool notes a failure when it prints it, and what it could not run at once: sorted output puts the latter first.
    private func failed(_ run: TestRun) -> [DetectionTestReport] {
        let failed = run.failed.filter { $0.setupError == nil }
        guard isSorted else { return failed }
        let isNotedAtOnce = { (report: DetectionTestReport) in
            !report.coverageErrors.isEmpty || report.tests.contains { $0.harnessError != nil }
        }
        let rest = failed.filter { !isNotedAtOnce($0) }.sorted {
            $0.detection.id.unicodeScalars.lexicographicallyPrecedes($1.detection.id.unicodeScalars)
        }
        return failed.filter(isNotedAtOnce) + rest
    }

    /// `test:function` for each failing line, the test alone where it could not be run.
    private func failures(_ report: DetectionTestReport) -> [String] {
        var atOnce: [String] = []
        var printed: [String] = []
        for test in report.tests {
            let lines = test.functions.filter { !$0.passed }.map { "\(test.name):\($0.function.resultName)" }
            if isSorted { printed += lines } else { atOnce += lines }
            if test.harnessError != nil { atOnce.append(test.name) }
        }
        return isSorted ? atOnce + report.coverageErrors + printed : atOnce + report.coverageErrors
    }

    /// As Python shows a text in a list.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        if escaped.contains("'"), !escaped.contains("\"") { return "\"\(escaped)\"" }
        return "'\(escaped.replacing("'", with: "\\'"))'"
    }
}
