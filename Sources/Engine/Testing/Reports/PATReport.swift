import Detections
import Diagnostics

/// The report of Panther's tool, for scripts that read that: `margay test --format pat`.
///
/// Source: the output of `pat test`, version 1.11. It is coloured always, as there.
package struct PATReport {
    private static let pass = "\u{1B}[32mPASS\u{1B}[0m"
    private static let fail = "\u{1B}[31mFAIL\u{1B}[0m"
    private static let rule = "--------------------------"

    /// The text on standard output.
    package static func text(_ run: TestRun) -> String {
        var text = run.reports.map(detection).joined()
        text += summaries(run)
        return text
    }

    private static func detection(_ report: DetectionTestReport) -> String {
        var text = "\(report.detection.id)\n"
        switch report.skipped {
        case .disabled: return ""
        case .noTestOfThatName(let names):
            return text + "\tNo tests match the provided test names: [\(names.map { "'\($0)'" }.joined(separator: ", "))]\n\n"
        case .kind: return report.detection.kind == .correlation ? text + "\n" : ""
        case nil: break
        }
        if report.setupError != nil { return text + "\n\n" }
        if report.tests.isEmpty { text += "\tNo tests configured for \(report.detection.id)\n" }
        for test in report.tests where test.harnessError == nil {
            if !test.printed.isEmpty { text += test.printed + "\n" }
            text += "\t[\(test.passed ? pass : fail)] \(test.name)\n"
            for line in test.functions {
                let mark = line.passed ? pass : fail
                text += "\t\t[\(mark)] [\(line.function.resultName)] \(line.outcome.displayText)\n"
            }
        }
        return text + "\n"
    }

    private static func summaries(_ run: TestRun) -> String {
        var text = ""
        let skipped = run.skipped
        if !skipped.isEmpty {
            text += rule + "\nSkipped Tests Summary\n"
            for report in skipped { text += "\t\(report.detection.source.path)\n\t\t\(report.detection.id)\n\n" }
        }
        let failed = run.failed
        if !failed.isEmpty {
            text += rule + "\nFailed Tests Summary\n"
            for report in failed {
                let names = failures(report).map { "'\($0)'" }.joined(separator: ", ")
                text += "\t\(report.detection.id)\n\t\t[\(names)]\n\n"
            }
        }
        if !run.invalid.isEmpty {
            text += rule + "\nInvalid Tests Summary\n"
            for item in run.invalid { text += "\t\(item.path)\n\t\t\(item.vendorMessage)\n\n" }
        }
        // Detections that passed; negative if more files are invalid than detections are there, as in the tool.
        let passed = run.reports.count - failed.count - run.invalid.count - skipped.count
        text += """
            \(rule)
            Test Summary
            \tPath: \(run.path)
            \tPassed: \(passed)
            \tSkipped: \(skipped.count)
            \tFailed: \(failed.count)
            \tInvalid: \(run.invalid.count)


            """
        return text
    }

    /// `test:function` for each failing line, the test alone where it could not be run.
    private static func failures(_ report: DetectionTestReport) -> [String] {
        if let error = report.setupError { return ["\(error.type): \(error.message)"] }
        var names: [String] = report.coverageErrors
        for test in report.tests {
            if test.harnessError != nil { names.append(test.name) }
            for line in test.functions where !line.passed { names.append("\(test.name):\(line.function.resultName)") }
        }
        return names
    }
}
