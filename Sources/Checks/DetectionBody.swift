import Detections
import Diagnostics
import PythonSyntax

/// The functions of a detection's Python that the engine calls.
struct DetectionBody {
    private let facts: ModuleFacts
    /// Top-level functions that the engine calls, in the order of the file.
    private let functions: [FunctionDef]

    /// Names of the functions that the engine calls with the event, beside the matcher.
    private static let names: Set<String> = [
        "title", "description", "reference", "severity", "runbook", "destinations", "dedup", "alert_context", "unique",
    ]
    /// Those of which None is a result: no destinations of its own.
    private static let mayReturnNone: Set<String> = ["destinations"]

    init(_ facts: ModuleFacts, of detection: Detection) {
        self.facts = facts
        let matcher = detection.kind == .policy ? "policy" : "rule"
        functions = facts.module.body.compactMap { statement in
            guard case .functionDef(let function) = statement.kind, function.decorators.isEmpty,
                function.name.text == matcher || Self.names.contains(function.name.text)
            else { return nil }
            return function
        }
    }

    /// The name of the event in each function, by the function's name.
    var eventNames: [String: String] {
        Dictionary(
            functions.compactMap { function in
                let parameters = function.arguments.positionalOnly + function.arguments.positional
                return parameters.first.map { (function.name.text, $0.name.text) }
            },
            uniquingKeysWith: { _, last in last }
        )
    }

    /// The names of functions whose end can be reached, although they must return something.
    var withoutResult: [Identifier] {
        functions.filter { !Self.mayReturnNone.contains($0.name.text) && !Reachability.ends($0.body) }.map(\.name)
    }

    /// Reads of fields that `evidence` speaks against, each path once.
    func doubtfulReads(_ evidence: FieldEvidence, in logs: [String]) -> [Diagnostic] {
        let eventNames = eventNames
        var seen: Set<[String]> = []
        var diagnostics: [Diagnostic] = []
        ScopeWalker.walk(facts) { expression, scopes in
            guard let function = scopes.function, let event = eventNames[function.name.text],
                let read = FieldRead(expression, event: event), seen.insert(read.path).inserted,
                let doubt = evidence.doubt(read.path, in: logs)
            else { return }
            diagnostics.append(.unknownField(read, doubt, in: logs, facts.source))
        }
        return diagnostics
    }
}
