extension BuiltinTypes {
    /// `reversed`: an object of a sequence and how many of its elements are left.
    static let reversed = NativeType(
        "reversed",
        "The elements of a sequence, last first.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.construct = NativeFunction("reversed(cls, sequence, /)", "Goes through a sequence backwards.", make)
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[1]
        if let method = machine.lookupSpecial(value, "__reversed__"), !method.isNone {
            return try machine.call(method, [])
        }
        return try machine.makeReversed(value)
    }

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let sequence = machine.objectField(value, 0)
        let left = machine.objectField(value, 1).intValue
        guard left > 0, !sequence.isUnbound else { return .unbound }
        machine.setObjectField(value, 1, .int(left - 1))
        if sequence.tag == .list {
            // A list may have become shorter.
            let element = machine.listElement(sequence, Int(left - 1))
            if element.isUnbound { machine.setObjectField(value, 1, .int(Int64(0))) }
            return element
        }
        do throws(Raised) {
            return try machine.item(sequence, .int(left - 1))
        } catch {
            guard machine.isPending(.indexError) || machine.isPending(.stopIteration) else { throw error }
            _ = machine.takeException()
            machine.setObjectField(value, 1, .int(Int64(0)))
            return .unbound
        }
    }
}

extension Machine {
    /// `reversed(value)` for sequences, dictionaries and their views. Raises TypeError for anything else.
    mutating func makeReversed(_ value: Value) throws(Raised) -> Value {
        let inner = unwrapped(value)
        var sequence = inner
        switch inner.tag {
        case .list, .tuple, .string, .bytes, .range, .eventList: break
        case .dictionary, .dictionaryView: sequence = try makeList(from: inner)
        case .instance where lookupSpecial(inner, "__len__") != nil && lookupSpecial(inner, "__getitem__") != nil: break
        case .object where types[typeNumber(inner)].item != nil && types[typeNumber(inner)].length != nil:
            // A mapping has items and a length, but no order.
            if try isMapping(inner) { sequence = .unbound }
        default: sequence = .unbound
        }
        guard !sequence.isUnbound else {
            throw raise(.typeError, "'\(errorTypeName(value))' object is not reversible")
        }
        return try makeObject(types.reversedType, [sequence, .int(try length(sequence))])
    }
}
