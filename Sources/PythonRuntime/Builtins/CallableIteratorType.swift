extension BuiltinTypes {
    /// `iter(function, sentinel)`: an object of both; without the function once it has ended.
    static let callableIterator = NativeType(
        "callable_iterator",
        "What a function gives, call after call, until that equals a sentinel.",
        methods: SpecialMethods.iteration,
        slots: .init {
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in try next(&machine, value) }
        }
    )

    private static func next(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let function = machine.objectField(value, 0)
        guard !function.isUnbound else { return .unbound }
        let result: Value
        do throws(Raised) { result = try machine.call(function, []) } catch {
            guard machine.isPending(.stopIteration) else { throw error }
            _ = machine.takeException()
            machine.setObjectField(value, 0, .unbound)
            return .unbound
        }
        guard try machine.equals(result, machine.objectField(value, 1)) else { return result }
        machine.setObjectField(value, 0, .unbound)
        return .unbound
    }
}
