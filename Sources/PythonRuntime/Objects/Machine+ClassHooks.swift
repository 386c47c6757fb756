/// What a class of the library may define to act where CPython asks the metaclass: there are no metaclasses here.
///
/// Each is a function of the class (and more), found along the linearization. `enum` and `abc` are made of these.
enum ClassHook: String, CaseIterable {
    /// `C(…)`: class and arguments.
    case call = "__class_call__"
    /// `for x in C`: the class; an iterable.
    case iterate = "__class_iter__"
    /// `x in C`: class and element.
    case contains = "__class_contains__"
    /// `len(C)`: the class.
    case length = "__class_len__"
    /// `repr(C)`: the class.
    case represent = "__class_repr__"
    /// `C.name = value`: class, name and value.
    case setAttribute = "__class_setattr__"
    /// `C.name` where there is no such attribute: class and name.
    case getAttribute = "__class_getattr__"
    /// No function: the names of methods that are still abstract.
    case abstractMethods = "__abstractmethods__"
}

extension Machine {
    /// Whether a class may have hooks.
    @inline(__always)
    func isHooked(_ type: Value) -> Bool { memory.header(type).pointee.flags & Header.hooked != 0 }

    /// A hook of a class; nil if it has none.
    mutating func classHook(_ type: Value, _ hook: ClassHook) -> Value? {
        guard isHooked(type) else { return nil }
        let found = lookupInClass(type, intern(hook.rawValue))
        return found.isUnbound ? nil : found
    }

    /// TypeError for a class with abstract methods.
    mutating func requireConcrete(_ type: Value) throws(Raised) {
        guard let names = classHook(type, .abstractMethods), names.tag == .frozenSet, dictionaryCount(names) > 0 else {
            return
        }
        var methods: [String] = []
        try forEach(names) { (machine: inout Machine, name) throws(Raised) in
            methods.append(machine.string(name))
            return true
        }
        let noun = methods.count == 1 ? "method" : "methods"
        throw raise(
            .typeError,
            "Can't instantiate abstract class \(className(type)) with abstract \(noun) \(methods.sorted().joined(separator: ", "))"
        )
    }

    /// Takes `metaclass=M` out of the keywords of a class statement: the class that does what `M` does, as a base.
    /// TypeError for a metaclass that none stands for.
    mutating func baseOfMetaclass(_ keywords: Value) throws(Raised) -> [Value] {
        guard keywords.tag == .dictionary else { return [] }
        let key = intern("metaclass")
        let metaclass = lookupText(key, in: keywords)
        guard !metaclass.isUnbound else { return [] }
        _ = try remove(key, from: keywords)
        if metaclass.isIdentical(to: .type(types.typeType)) { return [] }
        let base = metaclass.tag == .classObject ? lookupInClass(metaclass, intern("__class_base__")) : .unbound
        guard !base.isUnbound else { throw raise(.typeError, "metaclasses are not supported") }
        return [base]
    }
}
