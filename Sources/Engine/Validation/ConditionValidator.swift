package import Conditions
package import Detections
import Documents
import Events
package import Extraction

/// Replays unit tests through conditions.
///
/// A condition is asked in Kleene's order: what it says of a test's event must be what the test expects of the code. A test
/// with mocks replaces names of the module, so its event is put to the condition of the module with those names replaced, which
/// is extracted anew: the same analysis in the surroundings of the test.
package struct ConditionValidator {
    private let extractor: Extractor

    /// A validator that extracts with `extractor`.
    package init(_ extractor: Extractor) { self.extractor = extractor }

    /// What the tests of `detection` say of the condition that was extracted from it without mocks, and of its readable form:
    /// neither may contradict a test, and one of them has to know.
    package func validate(_ condition: Condition, of detection: Detection) -> ConditionValidation {
        var validation = ConditionValidation()
        for test in detection.tests {
            let truths = truths(condition, test, detection)
            let expected = Truth(test.expectedResult == detection.alertValue)
            if truths.contains(expected.negated) {
                validation.disagreeing.append(test.name)
            } else if truths.contains(expected) {
                validation.agreeing.append(test.name)
            } else {
                validation.undecided.append(test.name)
            }
        }
        return validation
    }

    /// What the condition and its readable form say of a test's event.
    private func truths(_ condition: Condition, _ test: UnitTest, _ detection: Detection) -> [Truth] {
        var condition = condition
        if !test.mocks.isEmpty, case .python = detection.body {
            guard let mocked = extractor.extract(detection, mocks: test.mocks) else { return [] }
            condition = mocked.condition
        }
        guard case .events(let events, let matchesMin) = test.input else {
            return truths([condition, condition.readable], at: test.inputNode)
        }
        // Whether enough of them match, of either form.
        let known = events.map { truths([condition, condition.readable], at: $0) }
        guard known.allSatisfy({ $0.count == 2 }) else { return [] }
        return (0..<2).map { form in
            if known.count(where: { $0[form] == .true }) >= matchesMin { return .true }
            return known.count(where: { $0[form] != .false }) < matchesMin ? .false : .unknown
        }
    }

    /// What conditions say of an event; nothing where it is none.
    private func truths(_ forms: [Condition], at event: DataNode) -> [Truth] {
        guard event.map != nil, let json = try? event.json() else { return [] }
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let forms = forms.map { compiled.add($0, keys: &keys) }
        var limits = TapeLimits()
        limits.allowsNonFinite = true
        var tape = Tape(keys: keys, limits: limits)
        guard (try? tape.parse(copying: json)) != nil else { return [] }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        evaluator.begin(tape.view)
        var truths: [Truth] = []
        for form in forms { truths.append(evaluator.evaluate(form, .kleene)) }
        return truths
    }
}
