import Conditions
import Events

/// The tests of single fields that conditions consist of, each asked once what it is where there is one value only.
struct FieldTestTable: Sendable {
    private var tests: [Condition: FieldTest] = [:]

    /// The tests in `conditions`. O(tests · depth of their fields).
    init(_ conditions: some Collection<Condition>) {
        var keys = KeyTable()
        var program = CompiledConditions()
        var numbers: [(test: Condition, field: FieldTest, way: FieldReference, number: CompiledConditions.ID)] = []
        for condition in conditions {
            condition.forEach { part in
                guard let (test, field, way) = Self.test(part), tests[test] == nil else { return }
                tests[test] = field
                numbers.append((test, field, way, program.add(test, keys: &keys)))
            }
        }
        var evaluator = ConditionEvaluator(program, keys: keys)
        var tape = Tape(keys: keys)
        for (test, field, way, number) in numbers {
            var field = field
            let answers = Probes(field.field).events.map { valueClass, events in
                let truths = events.reduce(into: Truths()) { truths, event in
                    truths.formUnion(Self.truth(number, event, &evaluator, &tape))
                }
                return (valueClass, truths)
            }
            // Values that do not go with their operator leave a test open everywhere.
            if !answers.contains(where: { !$0.1.isDisjoint(with: .known) }) { field.forgetTruths() }
            for (valueClass, truths) in answers { field[valueClass] = truths }
            // Whatever stands on the way reads as nothing where everything is forgiven.
            let forgivesAll = way.steps.dropFirst().allSatisfy { $0.forgives == .everything }
            if way.style == .direct, forgivesAll, way.steps.count > 1 { field[.obstructed] = field[.absentOnTheWay] }
            tests[test] = field
        }
    }

    /// What is known of a test; nil for a condition that is no test of one field.
    subscript(condition: Condition) -> FieldTest? { Self.identity(condition).flatMap { tests[$0] } }

    private static func truth(
        _ number: CompiledConditions.ID,
        _ event: [UInt8],
        _ evaluator: inout ConditionEvaluator,
        _ tape: inout Tape
    ) -> Truths {
        guard (try? tape.parse(copying: event)) != nil else { return .any }
        evaluator.begin(tape.view)
        return Truths(evaluator.evaluate(number))
    }

    /// By what a test is known, wherever it is written.
    private static func identity(_ condition: Condition) -> Condition? {
        switch condition {
        case .leaf, .quantifier: condition.withoutPlaces
        default: nil
        }
    }

    private static func test(_ condition: Condition) -> (Condition, FieldTest, FieldReference)? {
        guard let test = identity(condition) else { return nil }
        switch test {
        case .leaf(let leaf):
            guard leaf.other == nil, let field = RoutedField(leaf.field) else { return nil }
            return (test, FieldTest(field, of: leaf), leaf.field)
        case .quantifier(let quantifier):
            // The elements may be compared with other fields: a list with content says nothing, and is not asked about.
            return RoutedField(quantifier.field).map { (test, FieldTest($0), quantifier.field) }
        default: return nil
        }
    }
}

/// Events that have each of the things in a field's place that there is one of.
private struct Probes {
    private(set) var events: [(ValueClass, [[UInt8]])]

    init(_ field: RoutedField) {
        let keys = field.steps.map { step -> [UInt8] in
            var key: [UInt8] = []
            step.key.withUnsafeBytes { appendJSONEscaped($0, to: &key) }
            return [UInt8(ascii: "\"")] + key + Array("\":".utf8)
        }
        /// An event in which the first `depth` keys are there, with a value at the last of them.
        func event(_ depth: Int, _ value: String) -> [UInt8] {
            let opening = keys[..<depth].flatMap { [UInt8(ascii: "{")] + $0 }
            return opening + value.utf8 + [UInt8](repeating: UInt8(ascii: "}"), count: depth)
        }
        let depth = keys.count
        events = [
            (.absent, [event(depth - 1, "{}")]), (.absentOnTheWay, (0..<depth - 1).map { event($0, "{}") }),
            (.nullOnTheWay, (1..<max(depth, 1)).map { event($0, "null") }), (.null, [event(depth, "null")]),
            (.false, [event(depth, "false")]), (.true, [event(depth, "true")]), (.emptyText, [event(depth, "\"\"")]),
        ]
    }
}
