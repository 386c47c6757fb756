import Detections
import Diagnostics

/// The report for scripts: an object a line, one for each test, and one, with `"test":null`, for each thing that fails outside of
/// a test: a detection that cannot be loaded or has too few tests, a file that is not valid.
package struct JSONReport {
    /// The lines, each with its end.
    package static func text(_ run: TestRun, showsFailuresOnly: Bool) -> String {
        var text = ""
        for report in run.reports {
            let id = report.detection.id
            if let error = report.setupError { text += failure(id, file: report.detection.source.path, error) }
            for error in report.coverageErrors {
                let error = FunctionError(type: "InsufficientTests", message: error.message)
                text += failure(id, file: report.detection.source.path, error)
            }
            for test in report.tests where !showsFailuresOnly || !test.passed { text += test.json(of: id) + "\n" }
        }
        for item in run.invalid {
            for diagnostic in item.diagnostics {
                let error = FunctionError(
                    type: diagnostic.code.identifier,
                    message: diagnostic.message,
                    file: diagnostic.file,
                    line: diagnostic.location?.line
                )
                text += failure(item.id, file: item.path, error)
            }
        }
        return text
    }

    private static func failure(_ detection: String?, file: String, _ error: FunctionError) -> String {
        var writer = JSONLine()
        writer.begin()
        if let detection {
            writer.member("detection", detection)
        } else {
            writer.key("detection")
            writer.raw("null")
        }
        writer.key("test")
        writer.raw("null")
        writer.member("passed", false)
        writer.member("file", file)
        writer.key("error")
        writer.error(error)
        writer.end()
        return writer.text + "\n"
    }
}
