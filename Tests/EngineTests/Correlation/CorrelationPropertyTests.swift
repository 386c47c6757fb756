import Detections
import Engine
import TestSupport
import Testing

/// Random correlations on random rows: the state machine says what trying everything says.
@Suite struct CorrelationPropertyTests {
    static func correlation(_ random: inout Seeded, isSequence: Bool) -> Correlation {
        let count = 2 + random.below(isSequence ? 3 : 2)
        var steps = (0..<count).map { index in
            var step = Correlation.Step(id: "s\(index)", detection: "d\(index)")
            step.isAbsent = random.chance(25)
            if random.chance(30) { step.minimum = 1 + random.below(2) }
            if random.chance(15) { step.maximum = step.minimum + random.below(2) }
            if !isSequence, !step.isAbsent, random.chance(10) { step.minimum = 0 }
            return step
        }
        steps[random.below(count)].isAbsent = false
        let coming = steps.indices.filter { !steps[$0].isAbsent }
        var links: [Correlation.Link] = []
        for _ in 0..<random.below(3) {
            var fields: [Correlation.Field] = []
            for step in steps.indices where random.chance(70) {
                fields.append(.init(step: step, path: ["a", "b"][random.below(2)]))
            }
            if fields.contains(where: { !steps[$0.step].isAbsent }) { links.append(.init(fields: fields)) }
        }
        var form = Correlation.Form.group(minimumSteps: random.chance(30) ? 1 + random.below(coming.count) : nil)
        if isSequence {
            var transitions: [Correlation.Transition] = []
            for from in steps.indices {
                for to in steps.indices where from < to && steps[(from + 1)..<to].allSatisfy(\.isAbsent) {
                    if random.chance(50) {
                        transitions.append(.init(from: from, to: to, withinMinutes: 1 + random.below(5)))
                    }
                }
            }
            form = .sequence(transitions)
        }
        return Correlation(
            steps: steps,
            form: form,
            links: links,
            lookbackMinutes: 1 + random.below(12),
            rateMinutes: nil
        )
    }

    @Test("groups and sequences are what trying everything finds", arguments: [false, true])
    func model(_ isSequence: Bool) throws {
        var random = Seeded(isSequence ? 1 : 2)
        var matched = 0
        for round in 0..<4_000 {
            let correlation = Self.correlation(&random, isSequence: isSequence)
            var machine = CorrelationStateMachine(correlation)
            let fields = correlation.steps.indices.map(machine.fields(ofStep:))
            var number = 0
            let rows = fields.map { fields in
                (0..<random.below(5)).map { _ in
                    number += 1
                    let values = fields.map { _ in
                        // No value, one, or a list.
                        (0..<[1, 1, 1, 0, 2][random.below(5)]).map { _ in [UInt8(ascii: "x") + UInt8(random.below(2))] }
                    }
                    return CorrelationRow(time: Int64(random.below(12)) * 60_000_000, number: number, values: values)
                }
            }
            for (step, rows) in rows.enumerated() {
                for row in rows { try machine.receive(row, step: step) }
            }
            let time = Int64(6 + random.below(7)) * 60_000_000
            let model = CorrelationModel(correlation: correlation, rows: rows, fields: fields, time: time)
            let found = try !machine.matches(at: time).isEmpty
            #expect(found == model.matches, "round \(round): \(correlation) on \(rows) at \(time)")
            if found { matched += 1 }
            // What is forgotten made no difference.
            machine.expire(at: time)
            #expect(try !machine.matches(at: time).isEmpty == found, "round \(round) after expiry")
        }
        // Both outcomes are common.
        #expect(matched > 200 && matched < 3_800, "\(matched)")
    }
}

extension Seeded {
    /// True in so many of a hundred times.
    fileprivate mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
