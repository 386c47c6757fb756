import Conditions
import Detections

/// What matches of a rule carry.
extension RuleLowering {
    /// The placeholders that group events, then the outcomes.
    func outputs() -> [OutputField] {
        var outputs = (rule.match?.keys ?? []).map { key in
            output(Self.name(key), "match", key)
        }
        outputs += rule.outcome.map { output($0.name, "outcome", $0.value) }
        return outputs
    }

    private static func name(_ key: YaraLExpression) -> String {
        if case .variable(let name) = key.kind { name } else { YaraLPrinter.print(key) }
    }

    private func output(_ name: String, _ origin: String, _ value: YaraLExpression) -> OutputField {
        let reads = names.fields(value).map { predicates.fields.reference($0) }
        let kind: OutputField.Kind = reads.isEmpty ? .constant : isField(value) ? .field : .computed
        return OutputField(name: name, origin: origin, kind: kind, reads: reads)
    }

    /// Whether a value is a field as it is, or the list of its values.
    private func isField(_ value: YaraLExpression) -> Bool {
        var value = value
        if case .call(let name, let arguments) = value.kind, ["array", "array_distinct"].contains(name.lowercased()),
            let first = arguments.first
        {
            value = first.value
        }
        var lowering = predicates
        lowering.event = names.eventsUsed(value).first
        if case .reading(let reading) = lowering.value(value) { return reading.transforms.isEmpty }
        return false
    }
}
