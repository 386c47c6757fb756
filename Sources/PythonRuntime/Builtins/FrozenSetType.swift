extension BuiltinTypes {
    /// `frozenset`.
    static let frozenSet = NativeType(
        "frozenset",
        "A set that cannot be changed.",
        methods: SetMethods.shared + [SpecialMethods.hash],
        slots: .init {
            $0.construct = NativeFunction("frozenset(cls, iterable=..., /)", "A frozenset of elements.", make)
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if arguments[1].tag == .frozenSet { return arguments[1] }
        return try arguments[1].isUnbound
            ? machine.makeDictionary(.frozenSet) : machine.makeSet(from: arguments[1], kind: .frozenSet)
    }
}
