extension Condition {
    /// The form by which duplicates are found: simplified, negations at the leaves, children of lists sorted, values of tests
    /// sorted, and without places and the words of opaque parts. It means the same in logic (``TruthOrder/kleene``), not in
    /// the order of evaluation.
    package var canonical: Condition { simplified.negationsPushed.simplified.withoutPlaces.sorted }

    /// A number for ``canonical``: 64 bits of FNV-1a over its JSON form, as sixteen hexadecimal digits. The same on every
    /// machine; equal for conditions that differ in order only.
    package var canonicalHash: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in canonical.json().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private var sorted: Condition {
        switch self {
        case .all(let children): return .all(Self.sorted(children))
        case .any(let children): return .any(Self.sorted(children))
        case .leaf(var leaf):
            // How containers on the way are taken does not matter to a reader; order of values does not matter to anyone.
            leaf.field = leaf.field.withoutForgiveness
            leaf.other = leaf.other.map { Operand($0.field.withoutForgiveness, transforms: $0.transforms) }
            if leaf.op == .isInSet { leaf.op = .isIn }
            if leaf.op == .isIn, leaf.values.count == 1 { leaf.op = .equals }
            if leaf.op != .between { leaf.values = leaf.values.map { ($0.json, $0) }.sorted { $0.0 < $1.0 }.map(\.1) }
            return .leaf(leaf)
        case .quantifier(var quantifier):
            quantifier.field = quantifier.field.withoutForgiveness
            quantifier.child = quantifier.child.sorted
            return .quantifier(quantifier)
        case .opaque(let opaque):
            return .opaque(
                Opaque(
                    opaque.reason,
                    reads: opaque.reads,
                    mayRaise: opaque.mayRaise,
                    changesState: opaque.changesState,
                    goesOn: opaque.goesOn
                )
            )
        default: return mapChildren(\.sorted)
        }
    }

    /// Sorted by their JSON forms, each once.
    private static func sorted(_ children: [Condition]) -> [Condition] {
        var result: [(json: String, condition: Condition)] = []
        for child in children {
            let child = child.sorted
            result.append((child.json(), child))
        }
        result.sort { $0.json < $1.json }
        var unique: [Condition] = []
        for (index, entry) in result.enumerated() where index == 0 || result[index - 1].json != entry.json {
            unique.append(entry.condition)
        }
        return unique
    }
}

extension FieldReference {
    fileprivate var withoutForgiveness: FieldReference {
        var field = self
        for index in field.steps.indices { field.steps[index].forgives = .everything }
        return field
    }
}
