import Detections
import Diagnostics

/// Our own report: what failed, in full; what passed, in a line.
package struct TextReport: Sendable {
    /// Whether to write ANSI colours.
    package var usesColor: Bool
    /// Whether tests that passed are listed too.
    package var isVerbose: Bool

    package init(usesColor: Bool, isVerbose: Bool) {
        self.usesColor = usesColor
        self.isVerbose = isVerbose
    }

    /// One detection's part; empty if it passed and nobody asked for more.
    package func detection(_ report: DetectionTestReport) -> String {
        let isShown = isVerbose || !report.passed
        guard isShown else { return "" }
        var text =
            "\(mark(report)) \(paint(TerminalText.escape(report.detection.id), "1"))  \(paint(place(report), "2"))\n"
        if let skipped = report.skipped { return text + "    \(Self.reason(skipped))\n" }
        if let error = report.setupError { return text + failure("could not be loaded", error) }
        for error in report.coverageErrors { text += "    \(paint(TerminalText.escape(error.message), "33"))\n" }
        for test in report.tests where isVerbose || !test.passed { text += self.test(test, report.detection) }
        return text
    }

    private func test(_ test: TestOutcome, _ detection: Detection) -> String {
        var text = "  \(test.passed ? paint("✓", "32") : paint("✗", "31")) \(TerminalText.escape(test.name))\n"
        if !test.printed.isEmpty {
            text += test.printed.split(separator: "\n").map { "      │ \(TerminalText.escape(String($0)))\n" }.joined()
        }
        if let error = test.harnessError { return text + failure("could not be run", error) }
        if test.isFiltered, !test.functions.contains(where: { $0.outcome.error != nil }) {
            text += "      its InlineFilters exclude this event: the detection was not run\n"
        }
        for line in test.functions where isVerbose || !line.passed {
            switch line.outcome {
            case .error(let error): text += failure("\(line.function.resultName) raised", error)
            default:
                let expected = line.passed ? "" : expectation(test, line)
                text +=
                    "      \(line.function.resultName): \(TerminalText.escape(shortened(line.outcome.displayText)))\(expected)\n"
            }
        }
        return text
    }

    private func expectation(_ test: TestOutcome, _ line: TestOutcome.FunctionLine) -> String {
        guard case .bool(let actual) = line.outcome else { return paint("  (not what the test expects)", "31") }
        return paint("  (the test expects \(!actual))", "31")
    }

    private func failure(_ what: String, _ error: FunctionError) -> String {
        var text = "      \(what): \(paint(TerminalText.escape("\(error.type): \(error.message)"), "31"))\n"
        if let file = error.file {
            text += "        at \(TerminalText.escape(file))\(error.line.map { ":\($0)" } ?? "")\n"
        }
        return text
    }

    /// The last lines: counts, and how long it took.
    package func summary(_ run: TestRun) -> String {
        let failedTests = run.testCount - run.passedTestCount
        var parts = ["\(run.passedTestCount) of \(run.testCount) tests passed"]
        if failedTests > 0 { parts.append(paint("\(failedTests) failed", "31")) }
        let detections = run.reports.count - run.skipped.count
        parts.append("\(detections) detection\(detections == 1 ? "" : "s")")
        if !run.skipped.isEmpty { parts.append("\(run.skipped.count) skipped") }
        let unloadable = run.reports.count { $0.setupError != nil }
        if unloadable > 0 { parts.append(paint("\(unloadable) could not be loaded", "31")) }
        if !run.invalid.isEmpty { parts.append(paint("\(run.invalid.count) invalid", "31")) }
        let untested = run.reports.count { $0.skipped == nil && $0.detection.tests.isEmpty }
        if untested > 0 { parts.append(paint("\(untested) without tests", "33")) }
        let milliseconds = (run.seconds * 1000).rounded()
        let time = milliseconds < 1000 ? "\(Int(milliseconds)) ms" : "\((run.seconds * 100).rounded() / 100) s"
        return
            "\(run.isClean ? paint("ok", "1;32") : paint("failed", "1;31")): \(parts.joined(separator: ", ")) in \(time)\n"
    }

    private func mark(_ report: DetectionTestReport) -> String {
        if report.skipped != nil { return paint("-", "33") }
        return report.passed ? paint("✓", "32") : paint("✗", "31")
    }

    private func place(_ report: DetectionTestReport) -> String {
        TerminalText.escape(report.detection.source.path)
    }

    /// Why tests were not run, in a few words.
    static func reason(_ skipped: DetectionTestReport.Skip) -> String {
        switch skipped {
        case .disabled: "skipped: it is disabled"
        case .noTestOfThatName(let names):
            "skipped: none of its tests is called \(TerminalText.escape(names.joined(separator: ", ")))"
        case .kind(let kind): "skipped: \(kind) is not run offline yet"
        }
    }

    private func shortened(_ text: String) -> String {
        text.count > 300 ? text.prefix(300) + " …" : text
    }

    private func paint(_ text: String, _ style: String) -> String {
        usesColor ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}
