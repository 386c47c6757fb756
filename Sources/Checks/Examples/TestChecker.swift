import Detections
import Diagnostics
import PythonSyntax

/// Looks at a detection's tests without running them.
enum TestChecker {
    /// What is wrong with the tests of `detection`; `facts` are those of its body, nil where it has no Python.
    static func check(_ detection: Detection, _ facts: ModuleFacts?, builtins: Set<String>) -> [Diagnostic] {
        guard !detection.tests.isEmpty else { return [.noTests(of: detection)] }
        var diagnostics: [Diagnostic] = []
        for expected in [true, false] where !detection.tests.contains(where: { $0.expectedResult == expected }) {
            // A body that is a constant, as over rows that a query has chosen, has no other side to show.
            if let constant = facts?.constantResult(of: detection), constant != expected { continue }
            diagnostics.append(.missingPolarity(of: detection, expected: expected))
        }
        guard let facts, facts.isClosed else { return diagnostics }
        for test in detection.tests {
            for mock in test.mocks where facts.bindings[mock.name] == nil && !builtins.contains(mock.name) {
                diagnostics.append(.unknownMock(mock, in: test, of: detection, known: facts.bindings.keys.sorted()))
            }
        }
        return diagnostics
    }
}

extension ModuleFacts {
    /// What the matcher always returns, if its body is nothing but that.
    fileprivate func constantResult(of detection: Detection) -> Bool? {
        guard case .function(let matcher)? = binding(detection.kind == .policy ? "policy" : "rule") else { return nil }
        let body = matcher.docstring == nil ? matcher.body[...] : matcher.body.dropFirst()
        guard body.count == 1, case .return(let value?) = body[body.startIndex].kind,
            case .constant(.bool(let flag)) = value.kind
        else { return nil }
        return flag
    }
}
