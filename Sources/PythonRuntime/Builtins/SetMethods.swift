/// The methods that `set` and `frozenset` have in common. Other iterables may be of any kind, and several.
enum SetMethods {
    static let shared: [NativeFunction] =
        [
            NativeFunction("copy(self, /)", "A set of the same elements.", copy),
            NativeFunction("difference(self, *others)", "The elements that are in none of the others.", difference),
            NativeFunction("intersection(self, *others)", "The elements that are in all of the others.", intersection),
            NativeFunction("isdisjoint(self, other, /)", "Whether no element is in another iterable.", isDisjoint),
            NativeFunction("issubset(self, other, /)", "Whether another has every element.", isSubset),
            NativeFunction("issuperset(self, other, /)", "Whether it has every element of another.", isSuperset),
            NativeFunction(
                "symmetric_difference(self, other, /)",
                "The elements of exactly one of the two.",
                symmetricDifference
            ),
            NativeFunction("union(self, *others)", "The elements of all.", union),
        ] + SpecialMethods.container + SpecialMethods.order

    /// The receiver: a set or a frozenset.
    static func receiver(
        _ machine: inout Machine,
        _ value: Value,
        _ method: StaticString
    ) throws(Raised) -> Value {
        let inner = machine.unwrapped(value)
        guard inner.tag == .set || inner.tag == .frozenSet else {
            throw machine.wrongReceiver(value, TypeNumber(.set), method)
        }
        return inner
    }

    private static func copy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try receiver(&machine, arguments[0], "copy")
        return set.tag == .frozenSet ? set : try machine.copyCharged(set)
    }

    private static func union(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let result = try machine.copyCharged(try receiver(&machine, arguments[0], "union"))
        for other in machine.elements(ofSequence: arguments[1]) { try machine.updateSet(result, from: other) }
        return result
    }

    private static func intersection(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var result = try machine.copyCharged(try receiver(&machine, arguments[0], "intersection"))
        for other in machine.elements(ofSequence: arguments[1]) {
            result = try machine.selectElements(
                of: result,
                kind: result.tag,
                in: try machine.makeSearchable(other),
                wanted: true
            )
        }
        return result
    }

    private static func difference(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var result = try machine.copyCharged(try receiver(&machine, arguments[0], "difference"))
        for other in machine.elements(ofSequence: arguments[1]) {
            result = try machine.selectElements(
                of: result,
                kind: result.tag,
                in: try machine.makeSearchable(other),
                wanted: false
            )
        }
        return result
    }

    private static func symmetricDifference(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let set = try receiver(&machine, arguments[0], "symmetric_difference")
        let other = try machine.makeSet(from: arguments[1])
        return try machine.setOperator(.bitXor, set, other) ?? .none
    }

    private static func isDisjoint(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .bool(try machine.isDisjoint(try receiver(&machine, arguments[0], "isdisjoint"), arguments[1]))
    }

    private static func isSubset(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try receiver(&machine, arguments[0], "issubset")
        return .bool(try machine.isSubset(set, try machine.makeSearchable(arguments[1])))
    }

    private static func isSuperset(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let set = try receiver(&machine, arguments[0], "issuperset")
        return .bool(try machine.isSubset(arguments[1], set))
    }
}

extension Machine {
    /// What can be asked for elements in constant time: the iterable itself, or a set of its elements.
    mutating func makeSearchable(_ iterable: Value) throws(Raised) -> Value {
        let inner = unwrapped(iterable)
        switch inner.tag {
        case .set, .frozenSet, .dictionary: return inner
        default: return try makeSet(from: iterable)
        }
    }

    /// Whether no element of `other` is in a set or view.
    mutating func isDisjoint(_ set: Value, _ other: Value) throws(Raised) -> Bool {
        var result = true
        try forEach(other) { (machine: inout Machine, element) throws(Raised) in
            result = !(try machine.contains(set, element))
            return result
        }
        return result
    }
}
