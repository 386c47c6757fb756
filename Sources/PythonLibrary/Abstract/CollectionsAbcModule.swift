package import PythonRuntime

/// `collections.abc`: abstract types that a value belongs to by what it can do.
///
/// Event maps are mappings and event lists sequences, as Panther's immutable wrappers are.
package enum CollectionsAbcModule {
    package static let module = NativeModule(
        "collections.abc",
        "Abstract types of containers, for `isinstance`.",
        types: checks.map(type)
    )

    /// A row: its name, what it says on the reference page, the builtin values that belong, the special methods
    /// that make an instance of a rule's class belong.
    struct Check: Sendable {
        let name: String
        let documentation: String
        let methods: [String]
        let builtin: @Sendable (borrowing Machine, Value) -> Bool
    }

    static let checks: [Check] = [
        Check(name: "Container", documentation: "Has `in`.", methods: ["__contains__"]) {
            isContainer($0, $1) || $0.slots(of: $1).contains != nil
        },
        Check(name: "Hashable", documentation: "Can be a key.", methods: []) { isHashable($0, $1) },
        Check(name: "Iterable", documentation: "Can be iterated over.", methods: ["__iter__"]) {
            isIterable($0, $1) || $0.slots(of: $1).iterate != nil
        },
        Check(name: "Iterator", documentation: "Has `next`.", methods: ["__iter__", "__next__"]) {
            [.iterator, .generator].contains($1.tag) || $0.slots(of: $1).next != nil
        },
        Check(name: "Reversible", documentation: "Can be reversed.", methods: ["__reversed__"]) {
            isSequence($0, $1) || $1.tag == .dictionary || $1.tag == .dictionaryView || isDeque($0, $1)
        },
        Check(name: "Generator", documentation: "A generator.", methods: ["send", "throw", "close", "__next__"]) {
            $1.tag == .generator
        },
        Check(name: "Sized", documentation: "Has `len`.", methods: ["__len__"]) {
            isContainer($0, $1) || $0.slots(of: $1).length != nil
        },
        Check(name: "Callable", documentation: "Can be called.", methods: ["__call__"]) { $0.isCallable($1) },
        Check(
            name: "Collection",
            documentation: "Sized, iterable, with `in`.",
            methods: ["__len__", "__iter__", "__contains__"]
        ) {
            let slots = $0.slots(of: $1)
            return isContainer($0, $1) || (slots.length != nil && slots.iterate != nil && slots.contains != nil)
        },
        Check(name: "Sequence", documentation: "A list, tuple, string, range or list of the event.", methods: never) {
            isSequence($0, $1) || isDeque($0, $1)
        },
        Check(name: "MutableSequence", documentation: "A list or deque.", methods: never) {
            $1.tag == .list || isDeque($0, $1)
        },
        Check(name: "ByteString", documentation: "Bytes.", methods: never) { $1.tag == .bytes },
        Check(name: "Set", documentation: "A set, frozenset, or view of keys or items.", methods: never) {
            $0.isSetLike($1)
        },
        Check(name: "MutableSet", documentation: "A set.", methods: never) { $1.tag == .set },
        Check(name: "Mapping", documentation: "A dict, or a mapping of the event.", methods: never) {
            isMapping($0, $1)
        },
        Check(name: "MutableMapping", documentation: "A dict.", methods: never) {
            $1.tag == .dictionary || isChainMap($0, $1)
        },
        Check(name: "MappingView", documentation: "A view of a dict.", methods: never) { $1.tag == .dictionaryView },
        Check(name: "KeysView", documentation: "The keys of a dict.", methods: never) {
            $1.tag == .dictionaryView && $0.isSetLike($1)
        },
        Check(name: "ItemsView", documentation: "The items of a dict.", methods: never) {
            $1.tag == .dictionaryView && $0.isSetLike($1)
        },
        Check(name: "ValuesView", documentation: "The values of a dict.", methods: never) {
            $1.tag == .dictionaryView && !$0.isSetLike($1)
        },
        Check(name: "Awaitable", documentation: "Nothing of the dialect.", methods: ["__await__"]) { _, _ in false },
        Check(name: "Coroutine", documentation: "Nothing of the dialect.", methods: never) { _, _ in false },
        Check(name: "AsyncIterable", documentation: "Nothing of the dialect.", methods: ["__aiter__"]) { _, _ in false
        },
        Check(name: "AsyncIterator", documentation: "Nothing of the dialect.", methods: ["__aiter__", "__anext__"]) {
            _,
            _ in false
        },
    ]

    /// No set of methods is enough: CPython has no structural test for these.
    private static let never = ["\0"]

    private static func type(_ check: Check) -> NativeType {
        let test: NativeType.Slots.Unary<Bool> = { (machine: inout Machine, value) throws(Raised) in
            belongs(&machine, value, check)
        }
        return NativeType(
            check.name,
            module: "collections.abc",
            check.documentation,
            slots: .init { $0.isInstance = test }
        )
    }

    private static func belongs(_ machine: inout Machine, _ value: Value, _ check: Check) -> Bool {
        guard value.tag == .instance else { return check.builtin(machine, value) }
        let inner = machine.unwrapped(value)
        if !inner.isIdentical(to: value), check.builtin(machine, inner) { return true }
        if check.name == "Hashable" { return isHashableInstance(&machine, value) }
        for method in check.methods {
            let found = machine.rawAttribute(ofClass: machine.classOf(value), machine.name(method))
            if found.isUnbound || found.isNone { return false }
        }
        return true
    }

    private static func isHashableInstance(_ machine: inout Machine, _ value: Value) -> Bool {
        let type = machine.classOf(value)
        let hash = machine.rawAttribute(ofClass: type, machine.name("__hash__"))
        if !hash.isUnbound { return !hash.isNone }
        guard machine.rawAttribute(ofClass: type, machine.name("__eq__")).isUnbound else { return false }
        let inner = machine.unwrapped(value)
        return inner.isIdentical(to: value) || isHashable(machine, inner)
    }

    private static func isHashable(_ machine: borrowing Machine, _ value: Value) -> Bool {
        switch value.tag {
        case .list, .dictionary, .set, .slice, .eventMap, .eventList, .dictionaryView: false
        case .object where machine.isImmutableMap(value) || machine.isImmutableList(value): false
        case .object:
            machine.slots(of: value).hash != nil || machine.slots(of: value).equals == nil
        default: true
        }
    }

    /// Lists of the event are those on the tape and those that hold a rule's own list.
    private static func isSequence(_ machine: borrowing Machine, _ value: Value) -> Bool {
        [.string, .bytes, .tuple, .list, .range].contains(value.tag) || machine.isImmutableList(value)
    }

    private static func isContainer(_ machine: borrowing Machine, _ value: Value) -> Bool {
        isSequence(machine, value) || [.dictionary, .set, .frozenSet, .dictionaryView].contains(value.tag)
            || machine.isImmutableMap(value)
    }

    private static func isIterable(_ machine: borrowing Machine, _ value: Value) -> Bool {
        isContainer(machine, value) || value.tag == .iterator || value.tag == .generator
    }

    private static func isMapping(_ machine: borrowing Machine, _ value: Value) -> Bool {
        value.tag == .dictionary || machine.isImmutableMap(value) || isChainMap(machine, value)
    }

    private static func isChainMap(_ machine: borrowing Machine, _ value: Value) -> Bool {
        value.tag == .object && machine.typeName(value) == "ChainMap"
    }

    private static func isDeque(_ machine: borrowing Machine, _ value: Value) -> Bool {
        value.tag == .object && machine.typeName(value) == "deque"
    }
}
