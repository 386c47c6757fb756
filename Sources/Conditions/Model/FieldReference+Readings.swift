/// The readings of Panther's events, and of Sigma's.
extension FieldReference {
    /// `event.get(key)`, or `event.get(key, default)`.
    package static func get(_ key: String, default value: Literal = .null) -> FieldReference {
        FieldReference(.event, [FieldStep(.key(key, .panther))], missing: MissingPolicy(.value(value)))
    }

    /// `event[key]`.
    package static func required(_ key: String) -> FieldReference {
        FieldReference(.event, [FieldStep(.key(key, .panther))], missing: .raises)
    }

    /// `event.deep_get(*keys, default=value)`: every container is forgiven, and null reads as the default.
    package static func deepGet(_ keys: [String], default value: Literal = .null) -> FieldReference {
        FieldReference(
            .event,
            keys.map { FieldStep(.key($0, .panther)) },
            missing: MissingPolicy(.value(value), when: value == .null ? .absent : .null)
        )
    }

    /// `event.deep_walk(*keys, default=value, return_val=result)`.
    package static func deepWalk(
        _ keys: [String],
        default value: Literal = .null,
        _ result: WalkResult = .all
    ) -> FieldReference {
        FieldReference(
            .event,
            keys.map { FieldStep(.key($0, .exact)) },
            missing: MissingPolicy(.value(value), when: .null),
            style: .walk(result)
        )
    }

    /// A Sigma rule's field: the keys of its dotted name, each of the values there.
    package static func each(_ name: String) -> FieldReference {
        let keys = name.split(separator: ".", omittingEmptySubsequences: false)
        return FieldReference(.event, keys.map { FieldStep(.key(String($0), .exact)) }, style: .each)
    }

    /// Every value of the event: Sigma's keywords.
    package static let anywhere = FieldReference(.event, [], style: .anywhere)

    /// One step further, from what ``missing`` of this reading allows: what the field reads as when it is missing
    /// decides whether the step raises there. `event.get("a", {})` forgives an absent `a`, `event.get("a")` does not.
    ///
    /// A missing value that is itself a container with content cannot be stepped into: nil.
    package func then(_ selector: FieldStep.Selector, missing next: MissingPolicy = .null) -> FieldReference? {
        guard style == .direct else { return nil }
        var forgives = FieldStep.Forgiveness.nothing
        if case .value(let value) = missing.outcome {
            switch (value, selector) {
            case (.object([]), .key), (.list([]), .index):
                switch missing.reach {
                case .absent: forgives = .absent
                case .null: forgives = [.absent, .null]
                case .empty: forgives = [.absent, .null, .empty]
                }
            case (.object, .key), (.list, .index), (.string, .index), (.string, .json): return nil
            // Python finds no key in a value of another kind, or in null: an error.
            default: break
            }
        }
        return FieldReference(root, steps + [FieldStep(selector, forgives: forgives)], missing: next)
    }
}
