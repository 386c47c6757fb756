import Conditions
import Detections

/// Makes fields of the Unified Data Model into fields of conditions.
struct UDMField: Sendable {
    let aliases: FieldAliases
    /// The logs that the rule reads, by the variables of its events, with the names that ``aliases`` has for them.
    let logs: [String: [String]]

    /// A field that reads as `zero` where it is missing: the UDM has no null, a field that nothing sets is empty, zero or false.
    func reference(_ path: YaraLPath, zero: Literal = .string("")) -> FieldReference {
        FieldReference(
            .event,
            path.steps.map { FieldStep($0.selector) },
            missing: MissingPolicy(.value(zero), when: .null),
            canonical: canonical(path.steps, of: path.variable)
        )
    }

    /// What the log itself calls the field; nil where the event may be of any log, as one spelling means other fields in others.
    private func canonical(_ steps: [YaraLPath.Step], of variable: String?) -> String? {
        guard let logs = logs[variable ?? ""] else { return nil }
        let names = steps.filter { step in
            if case .index = step { false } else { true }
        }
        return aliases.canonical(of: YaraLPrinter.print(names), schema: .udm, in: logs)
    }

    /// The test of the values of a field that repeats: `some item of principal.ip: @ eq …`.
    ///
    /// Each list on the way is a quantifier around the next; where none of the names is known to repeat, the field itself is one.
    func each(
        _ each: YaraLExpression.Each,
        _ path: YaraLPath,
        zero: Literal,
        _ test: (FieldReference) -> Condition
    ) -> Condition {
        var ends = path.steps.indices.filter { index in
            guard case .name(let name) = path.steps[index], Self.repeated.contains(name) else { return false }
            // One element was taken out already.
            if index + 1 < path.steps.count, case .name = path.steps[index + 1] { return true }
            return index + 1 == path.steps.count
        }
        if ends.isEmpty { ends = [path.steps.count - 1] }
        var start = 0
        var lists: [FieldReference] = []
        for end in ends {
            let steps = path.steps[start...end].map { FieldStep($0.selector) }
            let name = canonical(Array(path.steps[...end]), of: path.variable)
            lists.append(FieldReference(start == 0 ? .event : .element(0), steps, canonical: start == 0 ? name : nil))
            start = end + 1
        }
        let rest = path.steps[start...].map { FieldStep($0.selector) }
        let element = FieldReference(.element(0), rest, missing: MissingPolicy(.value(zero), when: .null))
        return lists.reversed().reduce(test(element)) { child, list in
            .quantifier(Quantifier(each == .any ? .some : .every, of: list, .elements, child))
        }
    }

    /// Names of fields that hold several values, wherever they stand. Source: Google SecOps documentation, "Unified Data Model
    /// field list", fields marked as repeated that rules ask for.
    private static let repeated: Set<String> = [
        "about", "additional", "answers", "authority", "bcc", "category", "category_details", "cc",
        "collection_elements",
        "detection_fields", "email_addresses", "group_identifiers", "intermediary", "ip", "ip_geo_artifact", "labels",
        "mac", "mechanism", "names", "nat_ip", "permissions", "phone_numbers", "process_ancestors", "questions",
        "references", "relations", "resource_ancestors", "roles", "security_result", "subject", "tactics", "tags",
        "techniques", "to",
    ]
}

extension YaraLPath.Step {
    /// The same step in a condition.
    fileprivate var selector: FieldStep.Selector {
        switch self {
        case .name(let name): .key(name, .exact)
        case .key(let key): .key(key, .exact)
        // An index that 64 bits do not hold is past the end of any list.
        case .index(let digits): .index(Int(digits) ?? Int.max)
        }
    }
}
