import Detections
import Diagnostics

/// The report as JUnit's XML, which build servers show: a suite for each detection, a case for each test.
package struct JUnitReport {
    /// The document.
    package static func text(_ run: TestRun) -> String {
        let failures = run.testCount - run.passedTestCount
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="margay" tests="\(run.testCount)" failures="\(failures)" errors="\(errors(run))" time="\(run.seconds)">

            """
        for report in run.reports { text += suite(report) }
        for item in run.invalid {
            text += "  <testsuite name=\"\(escape(item.path))\" tests=\"1\" errors=\"1\">\n"
            text += "    <testcase name=\"load\" classname=\"\(escape(item.id ?? item.path))\">"
            text += "<error message=\"\(escape(item.diagnostics.first?.message ?? item.vendorMessage))\"/></testcase>\n"
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func errors(_ run: TestRun) -> Int {
        run.invalid.count + run.reports.count { $0.setupError != nil }
    }

    private static func suite(_ report: DetectionTestReport) -> String {
        let id = escape(report.detection.id)
        let failures = report.tests.count { !$0.passed }
        var text = "  <testsuite name=\"\(id)\" tests=\"\(report.tests.count)\" failures=\"\(failures)\""
        text += " skipped=\"\(report.skipped == nil ? 0 : 1)\" file=\"\(escape(report.detection.source.path))\">\n"
        if let error = report.setupError {
            text += "    <testcase name=\"load\" classname=\"\(id)\"><error type=\"\(escape(error.type))\""
            text += " message=\"\(escape(error.message))\"/></testcase>\n"
        }
        if report.skipped != nil { text += "    <testcase name=\"all\" classname=\"\(id)\"><skipped/></testcase>\n" }
        for message in report.coverageErrors {
            text +=
                "    <testcase name=\"coverage\" classname=\"\(id)\"><failure message=\"\(escape(message))\"/></testcase>\n"
        }
        for test in report.tests { text += testcase(test, id) }
        return text + "  </testsuite>\n"
    }

    private static func testcase(_ test: TestOutcome, _ id: String) -> String {
        var text = "    <testcase name=\"\(escape(test.name))\" classname=\"\(id)\""
        if test.passed { return text + "/>\n" }
        let lines = test.functions.filter { !$0.passed }.map { "\($0.function.resultName): \($0.outcome.displayText)" }
        let message = test.harnessError.map { "\($0.type): \($0.message)" } ?? lines.joined(separator: "; ")
        text += "><failure message=\"\(escape(message))\"/></testcase>\n"
        return text
    }

    /// Text for an attribute: XML has no way to write most control characters, so they become U+FFFD.
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
