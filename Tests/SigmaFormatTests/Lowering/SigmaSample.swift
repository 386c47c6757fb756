import Conditions
import Detections
import Diagnostics
import Documents
import Events
import SigmaFormat
import TestSupport

/// A rule made of its detection alone, on a log of its own.
enum SigmaSample {
    /// The file of a rule with this `detection`, whose lines are indented by four blanks.
    static func file(_ detection: String, _ extra: String = "") -> String {
        """
        title: Sample
        id: 00000000-0000-4000-8000-000000000001
        status: test
        logsource: {product: sample, service: events}
        detection:
        \(detection.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
        level: high
        \(extra)
        """
    }

    /// What is loaded of files.
    static func load(_ files: [String: String], pipelines: [Pipeline] = []) -> DetectionPack {
        var options = SigmaOptions()
        options.pipelines = pipelines
        return SigmaPack.load(roots: ["."], files: MemoryFiles(files), options: options)
    }

    /// The only rule of such a detection.
    static func logic(_ detection: String, pipelines: [Pipeline] = []) -> (
        logic: DetectionLogic?, diagnostics: [Diagnostic]
    ) {
        let pack = load(["rule.yml": file(detection)], pipelines: pipelines)
        guard let body = pack.detections.first?.body, case .logic(let logic) = body else {
            return (nil, pack.diagnostics)
        }
        return (logic, pack.diagnostics)
    }

    /// A selection of one line.
    static func line(_ line: String) -> String { "selection:\n    \(line)\ncondition: selection" }

    /// The truth of a condition at an event.
    static func truth(of condition: Condition, at event: String) throws -> Truth {
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let id = compiled.add(condition, keys: &keys)
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        try tape.parse(copying: event.utf8)
        evaluator.begin(tape.view)
        return evaluator.evaluate(id)
    }
}

extension SigmaSample {
    /// The searches and conditions of a rule's `detection`, before anything is made of them.
    static func detection(_ text: String) throws -> SigmaDetection {
        let file = SigmaSample.file(text)
        return try detection(yaml: file)
    }

    /// Those of a whole file, or of one with nothing else.
    static func detection(yaml text: String) throws -> SigmaDetection {
        let whole = text.hasPrefix("title") ? text : "title: x\nlogsource: {product: x}\n" + text
        let source = Source(path: "rule.yml", text: whole)
        let stream = StreamReader(try YAMLDocument.parseAll(source), source)
        guard case .rule(let rule)? = stream.documents.first else {
            throw NoRule(diagnostics: stream.diagnostics.map(\.message))
        }
        return rule.detection
    }

    struct NoRule: Error { var diagnostics: [String] }
}
