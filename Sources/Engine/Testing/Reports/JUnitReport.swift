import Detections
import Diagnostics

/// The report as JUnit's XML, which build servers show: a suite for each detection, a case for each test.
///
/// There is no one schema; this keeps to what Jenkins, GitLab and GitHub's reporters read alike. Counts are those of the cases
/// that are written, and what fails outside of a test (a module that cannot be loaded, a file that is not valid) is a case too:
/// a server shows nothing else.
package struct JUnitReport {
    /// One `testcase` element.
    private struct Case {
        var name: String
        var printed = ""
        var result = Result.passed

        enum Result {
            case passed
            case skipped(String)
            case failure(String, details: String)
            case error(type: String, String, details: String)
        }
    }

    /// One `testsuite` element.
    private struct Suite {
        var name: String
        var file: String
        var cases: [Case]

        func count(_ isCounted: (Case.Result) -> Bool) -> Int { cases.count { isCounted($0.result) } }
        var failures: Int { count { if case .failure = $0 { true } else { false } } }
        var errors: Int { count { if case .error = $0 { true } else { false } } }
        var skipped: Int { count { if case .skipped = $0 { true } else { false } } }
    }

    /// The document.
    package static func text(_ run: TestRun) -> String {
        let suites = run.reports.map(suite) + run.invalid.map(suite)
        let counts = counts(
            tests: suites.reduce(0) { $0 + $1.cases.count },
            failures: suites.reduce(0) { $0 + $1.failures },
            errors: suites.reduce(0) { $0 + $1.errors },
            skipped: suites.reduce(0) { $0 + $1.skipped }
        )
        let milliseconds = (run.seconds * 1000).rounded() / 1000
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"margay\" \(counts) time=\"\(milliseconds)\">\n"
        for suite in suites { write(suite, to: &text) }
        return text + "</testsuites>\n"
    }

    private static func counts(tests: Int, failures: Int, errors: Int, skipped: Int) -> String {
        "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    // MARK: What is said

    private static func suite(_ report: DetectionTestReport) -> Suite {
        var cases: [Case] = []
        if let error = report.setupError { cases.append(Case(name: "load", result: self.error(error))) }
        if let skipped = report.skipped {
            cases.append(Case(name: "all tests", result: .skipped(TextReport.reason(skipped))))
        }
        for error in report.coverageErrors {
            cases.append(Case(name: "coverage", result: .failure(error.message, details: "")))
        }
        for test in report.tests {
            cases.append(Case(name: test.name, printed: test.printed, result: result(test)))
        }
        return Suite(name: report.detection.id, file: report.detection.source.path, cases: cases)
    }

    private static func suite(_ item: InvalidItem) -> Suite {
        let diagnostic = item.diagnostics.first
        let place = diagnostic?.location.map { "\(item.path):\($0.line):\($0.column)" } ?? item.path
        let result = Case.Result.error(
            type: diagnostic?.code.identifier ?? "invalid",
            diagnostic?.message ?? item.vendorMessage,
            details: item.diagnostics.map { "\(place): \($0.message)" }.joined(separator: "\n")
        )
        return Suite(name: item.id ?? item.path, file: item.path, cases: [Case(name: "validate", result: result)])
    }

    private static func error(_ error: FunctionError) -> Case.Result {
        .error(type: error.type, error.message, details: place(error))
    }

    private static func place(_ error: FunctionError) -> String {
        error.file.map { "at \($0)" + (error.line.map { ":\($0)" } ?? "") } ?? ""
    }

    private static func result(_ test: TestOutcome) -> Case.Result {
        if let error = test.harnessError { return self.error(error) }
        guard !test.passed else { return .passed }
        let wrong = test.functions.filter { !$0.passed }
        let summary = wrong.map { "\($0.function.resultName): \($0.outcome.displayText)" }.joined(separator: "; ")
        let details = test.functions.map { line in
            "[\(line.passed ? "PASS" : "FAIL")] [\(line.function.resultName)] \(line.outcome.displayText)"
                + (line.outcome.error.map { " " + place($0) } ?? "")
        }
        return .failure(
            summary.isEmpty ? "a function that is not shown raised or returned the wrong type" : summary,
            details: details.joined(separator: "\n")
        )
    }

    // MARK: Writing

    private static func write(_ suite: Suite, to text: inout String) {
        let counts = counts(
            tests: suite.cases.count,
            failures: suite.failures,
            errors: suite.errors,
            skipped: suite.skipped
        )
        let name = escape(suite.name)
        text += "  <testsuite name=\"\(name)\" \(counts) file=\"\(escape(suite.file))\">\n"
        for one in suite.cases {
            text += "    <testcase name=\"\(escape(one.name))\" classname=\"\(name)\" file=\"\(escape(suite.file))\""
            var inner = ""
            switch one.result {
            case .passed: break
            case .skipped(let reason): inner += "<skipped message=\"\(escape(reason))\"/>"
            case .failure(let message, let details):
                inner += "<failure message=\"\(escape(message))\">\(escape(details))</failure>"
            case .error(let type, let message, let details):
                inner +=
                    "<error type=\"\(escape(type))\" message=\"\(escape(message))\">\(escape(details))</error>"
            }
            if !one.printed.isEmpty { inner += "<system-out>\(escape(one.printed))</system-out>" }
            text += inner.isEmpty ? "/>\n" : ">\(inner)</testcase>\n"
        }
        text += "  </testsuite>\n"
    }

    /// Text for an attribute or an element: XML has no way to write most control characters, so they become U+FFFD.
    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "&#10;"
            case "\t": escaped += "&#9;"
            case "\r": escaped += "&#13;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
