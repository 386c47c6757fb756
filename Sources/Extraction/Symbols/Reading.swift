import Conditions

/// A value read from the event: a field and what is done to it.
struct Reading: Hashable, Sendable {
    /// Where and how it is read.
    var field: FieldReference
    /// What is done to it, in order.
    var transforms: [Transform] = []
    /// Whether objects and lists come as Panther's read-only wrappers, whose keys are found in any case and which are
    /// no `dict` and no `list`.
    var isWrapped = true

    /// The event.
    static let event = Reading(field: FieldReference(.event, []))

    /// The event itself.
    var isEvent: Bool { field.root == .event && field.steps.isEmpty && transforms.isEmpty }

    /// With one more transform.
    func transformed(_ transform: Transform) -> Reading {
        var result = self
        result.transforms.append(transform)
        return result
    }

    /// How keys of what is read are found.
    var matching: FieldStep.KeyMatching { isWrapped ? .panther : .exact }

    /// The kinds the value can only have, where it is known; nil if it may be of any.
    var kinds: Set<ValueKind>? {
        switch transforms.last {
        case nil, .json: nil
        case .length, .pieces, .integer: [.integer]
        default: [.string]
        }
    }

    /// Whether reading it raises for no event.
    var isTotal: Bool {
        guard transforms.allSatisfy({ $0 == .string }), field.missing.outcome != .raises else { return false }
        if case .walk = field.style { return field.steps.count == 1 && field.root == .event }
        switch field.root {
        case .event:
            // The event is no text.
            return field.steps.dropFirst().allSatisfy { $0.forgives == .everything }
                && field.steps.first.map { $0.selector != .json } ?? true
        case .element:
            return field.steps.allSatisfy { $0.forgives == .everything }
        case .elementKey: return true
        case .model: return false
        }
    }
}
