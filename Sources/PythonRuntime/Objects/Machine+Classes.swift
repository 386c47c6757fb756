/// Where the parts of a class stand in its record.
enum ClassField {
    static let name = 0
    static let bases = 1
    static let linearization = 2
    static let attributes = 3
    static let count = 4
}

/// Where the parts of an instance stand in its record.
enum InstanceField {
    static let type = 0
    /// A dictionary, or unbound as long as nothing was set.
    static let attributes = 1
    /// Exceptions: the tuple `args`. Classes derived from a builtin: the builtin's value. Else unbound.
    static let storage = 2
    static let count = 3
}

/// Classes and their instances.
///
/// A class is a record: name, tuple of bases, tuple of the linearization (itself first), dictionary of attributes. Its
/// header's type is the builtin it is derived from.
extension Machine {
    @inline(__always) func instanceClass(_ instance: Value) -> Value { memory.fields(instance)[InstanceField.type] }
    @inline(__always) func instanceStorage(_ instance: Value) -> Value {
        memory.fields(instance)[InstanceField.storage]
    }
    @inline(__always)
    func instanceAttributes(_ instance: Value) -> Value { memory.fields(instance)[InstanceField.attributes] }
    @inline(__always) func classAttributes(_ type: Value) -> Value { field(type, ClassField.attributes) }

    /// The name of a class, as `type(x).__name__`.
    func className(_ type: Value) -> String { string(field(type, ClassField.name)) }

    /// An instance of a class, without any initialisation.
    @inline(__always)
    mutating func makeInstance(of type: Value) throws(Raised) -> Value {
        let instance = try makeRecord(.instance, count: InstanceField.count)
        memory.fields(instance)[InstanceField.type] = type
        return instance
    }

    /// A class. Raises TypeError for bases that cannot be combined.
    mutating func makeClass(name: Value, bases: [Value], attributes: Value) throws(Raised) -> Value {
        var native = TypeNumber(.unbound)
        var flags: UInt8 = 0
        for base in bases {
            switch base.tag {
            case .classObject:
                let header = memory.header(base).pointee
                if header.type != 0 { native = TypeNumber(header.type) }
                flags |= header.flags & (Header.exceptionClass | Header.hooked)
            case .nativeType:
                let number = TypeNumber(UInt16(truncatingIfNeeded: base.payload))
                guard isAcceptableBase(number) else {
                    throw raise(.typeError, "type '\(errorName(ofType: base))' is not an acceptable base type")
                }
                if types[number].isInstance == nil, number != types.objectType { native = number }
            default:
                throw raise(.typeError, "bases must be types")
            }
        }
        let type = try makeRecord(.classObject, count: ClassField.count, type: native.raw)
        if ClassHook.allCases.contains(where: { !lookupText(intern($0.rawValue), in: attributes).isUnbound }) {
            flags |= Header.hooked
        }
        memory.header(type).pointee.flags |= flags
        setField(type, ClassField.name, name)
        setField(type, ClassField.bases, try makeTuple(bases))
        setField(type, ClassField.attributes, attributes)
        markNamespace(attributes)
        setField(type, ClassField.linearization, try makeTuple(try linearize(type, bases)))
        return type
    }

    /// CPython does not let these be derived from, nor do we what we could not do right.
    private func isAcceptableBase(_ number: TypeNumber) -> Bool {
        switch number {
        case TypeNumber(.bool), TypeNumber(.none), TypeNumber(.range), TypeNumber(.slice), TypeNumber(.function),
            TypeNumber(.native), TypeNumber(.ellipsis), TypeNumber(.notImplemented), TypeNumber(.generator),
            TypeNumber(.module), TypeNumber(.cell), TypeNumber(.eventMap), TypeNumber(.eventList):
            false
        default: true
        }
    }

    /// The method resolution order: C3, as in CPython.
    private mutating func linearize(_ type: Value, _ bases: [Value]) throws(Raised) -> [Value] {
        var lists = bases.map { base in
            base.tag == .classObject ? elements(ofSequence: field(base, ClassField.linearization)) : [base]
        }
        lists.append(bases)
        var order = [type]
        while true {
            lists.removeAll { $0.isEmpty }
            guard !lists.isEmpty else { return order }
            // Each turn looks through all that is left: a long line of classes costs its square.
            try charge(1 + lists.reduce(0) { $0 + $1.count } / 4)
            let head = lists.lazy.compactMap(\.first).first { candidate in
                !lists.contains { $0.dropFirst().contains { $0.isIdentical(to: candidate) } }
            }
            guard let head else {
                let names = bases.map { $0.tag == .classObject ? className($0) : types.name(typeNumber(ofType: $0)) }
                throw raise(
                    .typeError,
                    "Cannot create a consistent method resolution\norder (MRO) for bases \(names.joined(separator: ", "))"
                )
            }
            order.append(head)
            for index in lists.indices where lists[index].first?.isIdentical(to: head) == true {
                lists[index].removeFirst()
            }
        }
    }

    /// An attribute of a class or of one it is derived from; unbound where none has it. Builtins' tables excluded.
    @inline(__always)
    func lookupInClass(_ type: Value, _ name: Value) -> Value {
        let order = field(type, ClassField.linearization)
        guard order.tag == .tuple else { return .unbound }
        for index in 0..<tupleCount(order) {
            let owner = tupleElement(order, index)
            guard owner.tag == .classObject else { continue }
            let found = lookupText(name, in: classAttributes(owner))
            if !found.isUnbound { return found }
        }
        return .unbound
    }

    /// Whether class `type` is `other` or derived from it; either may be a builtin type.
    func isSubclass(_ type: Value, of other: Value) -> Bool {
        if type.isIdentical(to: other) { return true }
        guard type.tag == .classObject else {
            return type.tag == .nativeType && other.tag == .nativeType
                && types.isDerived(typeNumber(ofType: type), from: typeNumber(ofType: other))
        }
        if other.tag == .nativeType, typeNumber(ofType: other) == types.objectType { return true }
        let order = field(type, ClassField.linearization)
        for index in 0..<tupleCount(order) where tupleElement(order, index).isIdentical(to: other) { return true }
        return false
    }

    /// The builtin that a class is derived from; unbound's number if none.
    func nativeBase(_ type: Value) -> TypeNumber { TypeNumber(memory.header(type).pointee.type) }

    /// A special method of an instance's class, bound; nil if the class has none. Never looks at builtins' tables.
    mutating func lookupSpecial(_ value: Value, _ name: StaticString) -> Value? {
        guard value.tag == .instance else { return nil }
        let key = intern("\(name)")
        let found = lookupInClass(instanceClass(value), key)
        guard !found.isUnbound else { return nil }
        return try? bind(found, to: value)
    }

    /// Sets an attribute in the instance's own dictionary.
    package mutating func setInstanceAttribute(_ instance: Value, _ name: Value, _ value: Value) throws(Raised) {
        var attributes = instanceAttributes(instance)
        if attributes.isUnbound {
            attributes = try makeNamespace()
            setField(instance, InstanceField.attributes, attributes)
        }
        try set(name, to: value, in: attributes)
    }
}
