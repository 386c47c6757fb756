extension BuiltinTypes {
    /// `KeysView`, `ValuesView`, `ItemsView` of an immutable mapping, which is their field 0.
    ///
    /// Keys and items are sets to operators; keys are found whatever their case.
    static let keysView = NativeType(
        "KeysView",
        module: "collections.abc",
        "The keys of an immutable mapping.",
        methods: [NativeFunction("isdisjoint(self, other, /)", "Whether no element is in both.", viewIsDisjoint)],
        slots: viewSlots { machine in
            machine.iterators.eventKeys
        } fill: {
            addSetOperators(&$0)
            $0.contains = { (machine: inout Machine, view, key) throws(Raised) in
                !(try machine.immutableMember(machine.objectField(view, 0), key)).isUnbound
            }
        }
    )

    static let valuesView = NativeType(
        "ValuesView",
        module: "collections.abc",
        "The values of an immutable mapping.",
        slots: viewSlots { machine in
            machine.iterators.values
        } fill: { _ in
        }
    )

    static let itemsView = NativeType(
        "ItemsView",
        module: "collections.abc",
        "Pairs of key and value of an immutable mapping.",
        methods: [NativeFunction("isdisjoint(self, other, /)", "Whether no element is in both.", viewIsDisjoint)],
        slots: viewSlots { machine in
            machine.iterators.items
        } fill: {
            addSetOperators(&$0)
        }
    )

    private static func viewSlots(
        _ kind: @escaping @Sendable (borrowing Machine) -> TypeNumber,
        fill: (inout NativeType.Slots) -> Void
    ) -> NativeType.Slots {
        NativeType.Slots {
            $0.length = { (machine: inout Machine, view) throws(Raised) in
                machine.immutableCount(machine.objectField(view, 0))
            }
            $0.iterate = { (machine: inout Machine, view) throws(Raised) in
                try machine.immutableIterator(machine.objectField(view, 0), kind(machine))
            }
            $0.repr = { (machine: inout Machine, view) throws(Raised) in
                try machine.enterNative()
                defer { machine.leaveNative() }
                var text = TextBuilder()
                text.append("\(machine.typeName(view))(")
                try machine.appendRepr(machine.objectField(view, 0), to: &text)
                text.append(")")
                return try text.finish(&machine)
            }
            fill(&$0)
        }
    }

    /// `& | - ^`, order and equality with sets and other views.
    private static func addSetOperators(_ slots: inout NativeType.Slots) {
        slots.binary = { (machine: inout Machine, operation, left, right) throws(Raised) in
            guard [.bitAnd, .bitOr, .bitXor, .subtract].contains(operation) else { return .notImplemented }
            let first = try machine.makeSet(from: left)
            let second = try machine.makeSet(from: right)
            return try machine.setOperator(operation, first, second) ?? .notImplemented
        }
        slots.equals = { (machine: inout Machine, view, other) throws(Raised) in
            guard machine.isViewOrSet(other) else { return .notImplemented }
            let first = try machine.makeSet(from: view)
            return .bool(try machine.equalSets(first, try machine.makeSet(from: other)))
        }
        slots.compare = { (machine: inout Machine, comparison, view, other) throws(Raised) in
            guard machine.isViewOrSet(other) else { return .notImplemented }
            let first = try machine.makeSet(from: view)
            return .bool(try machine.compareSets(comparison, first, try machine.makeSet(from: other)))
        }
    }

    private static func viewIsDisjoint(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var isDisjoint = true
        try machine.forEach(arguments[1]) { (machine: inout Machine, element) throws(Raised) in
            isDisjoint = !(try machine.contains(arguments[0], element))
            return isDisjoint
        }
        return .bool(isDisjoint)
    }
}

extension Machine {
    /// Whether a value is a set, or keys or items of a mapping.
    fileprivate func isViewOrSet(_ value: Value) -> Bool {
        guard value.tag == .object else { return isSetLike(value) }
        let type = typeNumber(value)
        return type == event.keysView || type == event.itemsView
    }
}
