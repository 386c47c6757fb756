package import Conditions
package import Detections

extension Condition {
    /// A correlation of other rules' matches as a sequence, its steps named as the correlation names them.
    package init(_ correlation: Correlation) {
        let steps = correlation.steps.map { step in
            EventSequence.Step(
                .reference(step.detection),
                name: step.id == step.detection ? nil : step.id,
                countMin: max(1, step.minimum),
                isAbsent: step.isAbsent
            )
        }
        let joins = correlation.links.map { link in
            link.fields.map { field in
                FieldReference(.event, field.path.split(separator: ".").map { FieldStep(.key(String($0), .panther)) })
            }
        }
        var isOrdered = false
        if case .sequence = correlation.form { isOrdered = true }
        self = .sequence(
            EventSequence(
                steps,
                joinBy: joins,
                spanSeconds: correlation.lookbackMinutes.multipliedReportingOverflow(by: 60).partialValue,
                isOrdered: isOrdered
            )
        )
    }
}
