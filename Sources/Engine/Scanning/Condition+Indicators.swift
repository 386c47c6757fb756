import Conditions
import Events

extension Condition {
    /// Whether it may read an indicator, or all members of the event: then indicators have to be there before it is evaluated.
    var mayReadIndicators: Bool {
        var found = false
        forEach { part in
            switch part {
            case .leaf(let leaf): found = found || leaf.field.mayBeIndicator || leaf.other?.field.mayBeIndicator == true
            case .quantifier(let quantifier): found = found || quantifier.field.mayBeIndicator
            default: break
            }
        }
        return found
    }

    /// Whether it asks for an indicator by its name.
    var namesIndicators: Bool {
        leaves.contains { leaf in
            [leaf.field, leaf.other?.field].contains { $0?.steps.isEmpty == false && $0?.mayBeIndicator == true }
        }
    }
}

extension FieldReference {
    /// Whether it may be an indicator, something in one, or the event itself.
    var mayBeIndicator: Bool {
        guard root == .event else { return false }
        guard case .key(let key, _) = steps.first?.selector else { return true }
        return key.lowercased().hasPrefix(Indicator.namePrefix)
    }
}
