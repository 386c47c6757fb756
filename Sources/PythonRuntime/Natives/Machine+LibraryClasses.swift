/// What the library needs to make classes of its own: `namedtuple`, `defaultdict`, `dataclass`.
extension Machine {
    /// A class with these attributes; `module` is what its `repr` says. Its names may be data's. Raises TypeError for bases
    /// that do not combine.
    package mutating func makeClass(
        named name: String,
        module: String,
        bases: [Value],
        attributes: [(String, Value)]
    ) throws(Raised) -> Value {
        let dictionary = try makeDictionary()
        try set(intern("__module__"), to: try knownName(module).value, in: dictionary)
        for (key, value) in attributes { try set(try knownName(key).value, to: value, in: dictionary) }
        return try makeClass(name: try knownName(name).value, bases: bases, attributes: dictionary)
    }

    /// An attribute of a class or one it is derived from, not bound; unbound where none has it.
    package func rawAttribute(ofClass type: Value, _ name: Name) -> Value {
        type.tag == .classObject ? lookupInClass(type, name.value) : .unbound
    }

    /// The dictionary of a class's own attributes; unbound for what is no class of a rule.
    package func ownAttributes(ofClass type: Value) -> Value {
        type.tag == .classObject ? classAttributes(type) : .unbound
    }

    /// The dictionary of an instance's own attributes; unbound if nothing was ever set.
    package func ownAttributes(ofInstance value: Value) -> Value {
        value.tag == .instance ? instanceAttributes(value) : .unbound
    }

    /// The classes of a class's linearization, itself first.
    package func linearization(ofClass type: Value) -> [Value] {
        type.tag == .classObject ? elements(ofSequence: field(type, ClassField.linearization)) : [type]
    }

    /// The class of an instance of a rule's class; unbound for any other value.
    package func classOf(_ value: Value) -> Value { value.tag == .instance ? instanceClass(value) : .unbound }

    /// An instance of a class, its `__init__` not run, around the value of the builtin the class is derived from.
    package mutating func makeInstance(of type: Value, storage: Value) throws(Raised) -> Value {
        let instance = try makeInstance(of: type)
        setField(instance, InstanceField.storage, storage)
        return instance
    }

    /// `issubclass(type, other)`, without the structural tests of abstract types.
    package func isDerived(_ type: Value, from other: Value) -> Bool { isSubclass(type, of: other) }

    /// `property(getter)`.
    package mutating func makeProperty(getter: Value) throws(Raised) -> Value {
        try makeRecord(.property, [getter, .none, .none, .none])
    }

    /// `classmethod(function)`.
    package mutating func makeClassMethod(_ function: Value) throws(Raised) -> Value {
        try makeRecord(.classMethod, [function])
    }

    /// `staticmethod(function)`.
    package mutating func makeStaticMethod(_ function: Value) throws(Raised) -> Value {
        try makeRecord(.staticMethod, [function])
    }

    /// `function` bound to `receiver`.
    package mutating func makeMethod(_ function: Value, boundTo receiver: Value) throws(Raised) -> Value {
        try makeBound(function, to: receiver)
    }

    /// What a value's builtin or library type can do.
    package func slots(of value: Value) -> NativeType.Slots { types[typeNumber(value)] }

    /// The last entry of a dictionary in order of insertion; nil if it is empty.
    package func lastItem(of dictionary: Value) -> (key: Value, value: Value)? {
        lastEntry(dictionary).map { ($0.key, $0.value) }
    }
}
