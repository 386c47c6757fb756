import Detections
import Diagnostics
import PantherFormat

/// The report of Panther's tool, for scripts that read that: `margay test --format pat`.
///
/// Source: the output of `pat test`, version 1.11. It is coloured always, as there, and not fit for rules of strangers on
/// a terminal: what rules say is printed as it is. Rules of conditions and correlation rules are run by us and not by the tool,
/// so their results are not in it.
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
        guard Self.fault(run) == nil else { return "" }
        var text = Self.modelErrors(run)
        for (place, report) in run.reports.enumerated() {
            for other in run.skippedWithoutBase where other.place == place { text += without(other.id, run) }
            if !report.isOfConditions { text += detection(report) }
        }
        for other in run.skippedWithoutBase where other.place >= run.reports.count { text += without(other.id, run) }
        // The tool takes rules of conditions last.
        for report in run.reports where report.isOfConditions { text += detection(report) }
        return text + (isSorted ? sorted(run.reports) : "") + summaries(run)
    }

    /// What the tool says while it makes data models.
    private static func modelErrors(_ run: TestRun) -> String {
        let errors = run.invalid.compactMap { item -> (place: Int, text: String)? in
            let place = run.modelFiles.firstIndex(of: item.path) ?? 0
            switch item.diagnostics.first?.code {
            case .conflictingModel: return (place, "\t[ERROR] Conflicting Enabled LogTypes\n\n")
            case .unusableModel: return (place, "\t[ERROR] Error loading module, skipping\n\n")
            default: return nil
            }
        }
        return errors.sorted { $0.place < $1.place }.map(\.text).joined()
    }

    /// The last line on standard error; nil where nothing failed.
    package func lastLine(_ run: TestRun) -> String? {
        if let fault = Self.fault(run), run.invalid.isEmpty || run.itemsFound > 0 { return "ERROR:  \(fault)" }
        if let last = Self.invalid(run).last {
            return "ERROR: \(last.path) \(last.message.replacing("\n", with: " "))"
        }
        return failed(run).isEmpty ? nil : "ERROR: []"
    }

    /// Whether the tool would end with 0.
    package func isClean(_ run: TestRun) -> Bool { lastLine(run) == nil }

    /// Why there is nothing to report on.
    private static func fault(_ run: TestRun) -> String? {
        if run.itemsFound == 0 { return "Nothing to test in \(run.path)" }
        if run.itemsKept == 0 {
            return "No analysis in \(run.path) matched filters \(DetectionFilter.patText(run.filters))"
        }
        return nil
    }

    // MARK: Detections

    private func detection(_ report: DetectionTestReport) -> String {
        let id = report.detection.id
        switch report.skipped {
        case .disabled: return ""
        case .noTestOfThatName(let names): return Self.noTest(of: id, names)
        case .kind, nil: break
        }
        if report.isOfConditions { return "" }
        // A module prints while it is loaded, before its identifier is shown.
        var text = report.printed + (isSorted ? "" : "\(id)\n")
        if report.setupError != nil { return text + "\n\n" }
        if !report.detection.declared.contains(.tests) { text += "\tNo tests configured for \(id)\n" }
        if isSorted { return text }
        return text + (report.isCorrelation ? "" : report.tests.map(test).joined()) + "\n"
    }

    private static func noTest(of id: String, _ names: [String]) -> String {
        let list = names.map(quoted).joined(separator: ", ")
        return "\(id)\n\tNo tests match the provided test names: [\(list)]\n\n"
    }

    /// A derived detection without a base is looked at as far as the options go.
    private func without(_ id: String, _ run: TestRun) -> String {
        run.testNames.isEmpty ? "" : Self.noTest(of: id, run.testNames)
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
        let ordered = reports.filter { $0.skipped == nil && !$0.isOfConditions && !$0.isCorrelation }.sorted(
            by: Self.byID
        )
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

    private static func byID(_ left: DetectionTestReport, _ right: DetectionTestReport) -> Bool {
        left.detection.id.unicodeScalars.lexicographicallyPrecedes(right.detection.id.unicodeScalars)
    }

    // MARK: Summaries

    private func summaries(_ run: TestRun) -> String {
        var text = ""
        let skipped = Self.skipped(run)
        if !skipped.isEmpty {
            text += Self.rule + "\nSkipped Tests Summary\n"
            for item in skipped { text += "\t\(item.path)\n\t\t\(item.id)\n\n" }
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
        let detections = run.reports.count + run.withoutBase.count
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

    /// What was asked to be passed over, and correlation rules. Rules of conditions are passed over without a word.
    private static func skipped(_ run: TestRun) -> [(path: String, id: String)] {
        var skipped: [(place: Int, path: String, id: String)] = []
        for (place, report) in run.reports.enumerated() {
            switch report.skipped {
            case .disabled, .noTestOfThatName: break
            case .kind, nil: guard report.isCorrelation else { continue }
            }
            // Rules of conditions come last.
            let order = 2 * (report.isOfConditions ? run.reports.count + place : place) + 1
            skipped.append((order, path(report, run), report.detection.id))
        }
        for other in run.skippedWithoutBase {
            skipped.append((2 * other.place, PathName.absolute(other.source.path, in: run.directory), other.id))
        }
        return skipped.sorted { $0.place < $1.place }.map { ($0.path, $0.id) }
    }

    private static func path(_ report: DetectionTestReport, _ run: TestRun) -> String {
        PathName.absolute(report.detection.source.path, in: run.directory)
    }

    /// Files that could not be used, detections that could not be loaded, packs with items that are not there: in the order
    /// in which the tool finds them.
    private static func invalid(_ run: TestRun) -> [(path: String, message: String)] {
        let files = run.invalid.map { (path: PathName.absolute($0.path, in: run.directory), message: $0.vendorMessage) }
        let unloadable = run.reports.compactMap { report in
            report.isOfConditions ? nil : report.setupError.map { (path: path(report, run), message: $0.message) }
        }
        let isPack = { (item: (path: String, message: String)) in item.message.hasPrefix("pack (") }
        return files.filter { !isPack($0) } + unloadable + files.filter(isPack)
    }

    /// Detections with failures that the tool notes. It notes a failure when it prints it, and what it could not run at once:
    /// sorted output puts the latter first.
    private func failed(_ run: TestRun) -> [DetectionTestReport] {
        let failed = run.reports.filter { report in
            if report.isOfConditions || report.setupError != nil { return false }
            let isTested = report.skipped == nil && !report.isCorrelation
            return !report.coverageErrors.isEmpty || isTested && report.tests.contains(where: \.isRecordedAsFailure)
        }
        guard isSorted else { return failed }
        let isNotedAtOnce = { (report: DetectionTestReport) in
            !report.coverageErrors.isEmpty || report.tests.contains { $0.harnessError != nil }
        }
        return failed.filter(isNotedAtOnce) + failed.filter { !isNotedAtOnce($0) }.sorted(by: Self.byID)
    }

    /// `test:function` for each failing line, the test alone where it could not be run; too few tests come first, tests of one
    /// kind only come last.
    private func failures(_ report: DetectionTestReport) -> [String] {
        var atOnce: [String] = []
        var printed: [String] = []
        for error in report.coverageErrors {
            if case .tooFew = error { atOnce.append(error.message) }
        }
        for test in report.isCorrelation ? [] : report.tests {
            let lines = test.functions.filter { !$0.passed }.map { "\(test.name):\($0.function.resultName)" }
            if isSorted { printed += lines } else { atOnce += lines }
            if test.harnessError != nil { atOnce.append(test.name) }
        }
        if report.coverageErrors.contains(.onePolarity) {
            atOnce.append(DetectionTestReport.CoverageError.onePolarity.message)
        }
        return atOnce + printed
    }

    /// As Python shows a text in a list.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        if escaped.contains("'"), !escaped.contains("\"") { return "\"\(escaped)\"" }
        return "'\(escaped.replacing("'", with: "\\'"))'"
    }
}

extension DetectionTestReport {
    fileprivate var isOfConditions: Bool {
        if case .conditions = detection.body { true } else { false }
    }

    fileprivate var isCorrelation: Bool { detection.kind == .correlation }
}
