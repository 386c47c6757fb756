import Detections

extension TestOutcome {
    /// The test as one line of JSON, without a line's end: see `margay test --format json`.
    package func json(of detection: String) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.member("detection", detection)
        writer.member("test", name)
        writer.member("passed", passed)
        writer.key("functions")
        writer.begin()
        for line in functions {
            writer.key(named: line.function.resultName)
            writer.begin()
            writer.outcome(line.outcome)
            writer.end()
        }
        writer.end()
        if let harnessError {
            writer.key("error")
            writer.error(harnessError)
        }
        if isFiltered { writer.member("filtered", true) }
        if !printed.isEmpty { writer.member("printed", printed) }
        writer.end()
        return writer.text
    }
}

extension JSONLine {
    /// The member that tells what a function gave.
    mutating func outcome(_ outcome: FunctionOutcome) {
        switch outcome {
        case .absent:
            key("output")
            raw("null")
        case .bool(let flag): member("output", flag)
        case .text(let text): member("output", text)
        case .json(let json):
            key("output")
            raw(json)
        case .list(let names):
            key("output")
            list(names)
        case .error(let failure):
            key("error")
            error(failure)
        }
    }

    /// An exception: class, message, and where it was raised.
    mutating func error(_ error: FunctionError) {
        begin()
        member("type", error.type)
        member("message", error.message)
        if let file = error.file { member("file", file) }
        if let line = error.line { member("line", line) }
        end()
    }
}
